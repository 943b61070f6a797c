import { TextAreaField, TextField as TextInput } from '@backstage/ui';
import type { FieldOf, FieldProps } from './FieldProps';
import { FieldMessages } from './FieldMessages';
import { useFieldMessages } from './useFieldMessages';

/** A line of text, or several where the text may be long. */
export function TextField(props: FieldProps<FieldOf<'text'>>) {
  const { id, messages, fieldProps } = useFieldMessages(props);
  const { field, value, onChange } = props;
  const shared = {
    ...fieldProps,
    value: typeof value === 'string' ? value : '',
    onChange,
    maxLength: field.maxLength,
  };
  return (
    <FieldMessages id={id} messages={messages}>
      {field.long ? (
        <TextAreaField {...shared} rows={4} />
      ) : (
        <TextInput {...shared} />
      )}
    </FieldMessages>
  );
}
