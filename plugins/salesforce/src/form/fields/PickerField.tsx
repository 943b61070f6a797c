import type { FieldOf, FieldProps } from './FieldProps';
import { ManyPicker } from './ManyPicker';
import { OnePicker } from './OnePicker';

/** References to records of the org, searched as one types. */
export function PickerField(props: FieldProps<FieldOf<'picker'>>) {
  return props.field.multiple ? (
    <ManyPicker {...props} />
  ) : (
    <OnePicker {...props} />
  );
}
