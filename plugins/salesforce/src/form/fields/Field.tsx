import { BooleanField } from './BooleanField';
import { ChildRecordsField } from './ChildRecordsField';
import { ChoiceField } from './ChoiceField';
import { ChoicesField } from './ChoicesField';
import { DateField } from './DateField';
import type { FieldProps } from './FieldProps';
import { JsonField } from './JsonField';
import { MomentField } from './MomentField';
import { NumberField } from './NumberField';
import { ObjectField } from './ObjectField';
import { PickerField } from './PickerField';
import { RecordValuesField } from './RecordValuesField';
import { TextField } from './TextField';
import { TextsField } from './TextsField';

/** The field for what the schema asks for. */
export function Field(props: FieldProps) {
  const { field, ...rest } = props;
  switch (field.kind) {
    case 'picker':
      return <PickerField field={field} {...rest} />;
    case 'text':
      return <TextField field={field} {...rest} />;
    case 'texts':
      return <TextsField field={field} {...rest} />;
    case 'number':
      return <NumberField field={field} {...rest} />;
    case 'boolean':
      return <BooleanField field={field} {...rest} />;
    case 'choice':
      return <ChoiceField field={field} {...rest} />;
    case 'choices':
      return <ChoicesField field={field} {...rest} />;
    case 'date':
      return <DateField field={field} {...rest} />;
    case 'moment':
      return <MomentField field={field} {...rest} />;
    case 'sobject':
      return <ObjectField field={field} {...rest} />;
    case 'child-records':
      return <ChildRecordsField field={field} {...rest} />;
    case 'record-values':
      return <RecordValuesField field={field} {...rest} />;
    default:
      return <JsonField field={field} {...rest} />;
  }
}
