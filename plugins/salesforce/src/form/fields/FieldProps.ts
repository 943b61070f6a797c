import type { FieldError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { FormField } from '../formFields';

/** What every field of a form is given. */
export interface FieldProps<TField extends FormField = FormField> {
  field: TField;
  value: unknown;
  onChange(value: unknown): void;
  org: string;
  /** What stands in the whole form, by name. */
  values: Readonly<Record<string, unknown>>;
  errors: FieldError[];
  /** Required, tried to submit, and still empty. */
  missing: boolean;
}

/** The field of one kind. */
export type FieldOf<TKind extends FormField['kind']> = Extract<
  FormField,
  { kind: TKind }
>;
