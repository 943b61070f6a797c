import { NumberField as NumberInput } from '@backstage/ui';
import type { FieldOf, FieldProps } from './FieldProps';
import { FieldMessages } from './FieldMessages';
import { useFieldMessages } from './useFieldMessages';

export function NumberField(props: FieldProps<FieldOf<'number'>>) {
  const { id, messages, fieldProps } = useFieldMessages(props);
  const { field, value, onChange } = props;
  return (
    <FieldMessages id={id} messages={messages}>
      <NumberInput
        {...fieldProps}
        value={typeof value === 'number' ? value : NaN}
        onChange={next => onChange(Number.isNaN(next) ? undefined : next)}
        minValue={field.minimum}
        maxValue={field.maximum}
        formatOptions={field.whole ? { maximumFractionDigits: 0 } : undefined}
      />
    </FieldMessages>
  );
}
