import { TextAreaField, TextField as TextInput } from '@backstage/ui';
import type { FieldOf, FieldProps } from './FieldProps';
import { useFieldMessages } from './useFieldMessages';

/** A line of text, or several where the text may be long. */
export function TextField(props: FieldProps<FieldOf<'text'>>) {
  const { fieldProps } = useFieldMessages(props);
  const { field, value, onChange } = props;
  const shared = {
    ...fieldProps,
    value: typeof value === 'string' ? value : '',
    onChange,
    maxLength: field.maxLength,
  };
  return field.long ? (
    <TextAreaField {...shared} rows={4} />
  ) : (
    <TextInput {...shared} />
  );
}
