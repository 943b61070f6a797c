import { DatePicker } from '@backstage/ui';
import type { FieldOf, FieldProps } from './FieldProps';
import { dateValueOf, momentOf } from './moments';
import { FieldMessages } from './FieldMessages';
import { useFieldMessages } from './useFieldMessages';

export function DateField(props: FieldProps<FieldOf<'date'>>) {
  const { id, messages, fieldProps } = useFieldMessages(props);
  const { value, onChange } = props;
  return (
    <FieldMessages id={id} messages={messages}>
      <DatePicker
        {...fieldProps}
        value={dateValueOf(value)}
        onChange={next => onChange(next ? momentOf(next) : undefined)}
        granularity="day"
      />
    </FieldMessages>
  );
}
