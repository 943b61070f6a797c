import { Text } from '@backstage/ui';

/** Plain text; blank lines part paragraphs. Never HTML. */
export function TextBlockView(props: { text: string }) {
  return (
    <>
      {props.text.split(/\n{2,}/).map((paragraph, index) => (
        <Text as="p" key={index} style={{ whiteSpace: 'pre-line' }}>
          {paragraph}
        </Text>
      ))}
    </>
  );
}
