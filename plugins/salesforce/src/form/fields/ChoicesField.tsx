import { Select } from '@backstage/ui';
import type { FieldOf, FieldProps } from './FieldProps';
import { FieldMessages } from './FieldMessages';
import { useFieldMessages } from './useFieldMessages';
import { wordsOf } from './wordsOf';

/** Any of a few words. */
export function ChoicesField(props: FieldProps<FieldOf<'choices'>>) {
  const { id, messages, fieldProps } = useFieldMessages(props);
  const { field, value, onChange } = props;
  return (
    <FieldMessages id={id} messages={messages}>
      <Select
        {...fieldProps}
        selectionMode="multiple"
        options={field.options.map(word => ({
          id: word,
          label: wordsOf(word),
        }))}
        value={Array.isArray(value) ? value : []}
        onChange={onChange}
      />
    </FieldMessages>
  );
}
