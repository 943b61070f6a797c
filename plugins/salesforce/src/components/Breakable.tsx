import { Fragment } from 'react';

/** A username or an e-mail address: one word that has places to break. */
const address = /^\S+@\S+$/;
/** Behind these a line may end. */
const places = /(?<=[@.])/;

/**
 * Text of a cell. A username breaks behind its @ and its dots, where it is too
 * long for its column, and not in the middle of a name; copied, it is whole.
 */
export function Breakable(props: { children: string }) {
  const { children: text } = props;
  if (!address.test(text)) return <>{text}</>;
  return (
    <>
      {text.split(places).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
