import { useId, type ReactNode } from 'react';
import { FieldMessages } from '../form/fields/FieldMessages';

/** A field, and what is wrong with it tied to it for screen readers. */
export function FieldWithErrors(props: {
  messages: string[];
  children(field: {
    isInvalid: boolean;
    'aria-describedby': string | undefined;
  }): ReactNode;
}) {
  const id = useId();
  const { messages, children } = props;
  const wrong = messages.length > 0;
  return (
    <FieldMessages id={id} messages={messages}>
      {children({
        isInvalid: wrong,
        'aria-describedby': wrong ? id : undefined,
      })}
    </FieldMessages>
  );
}
