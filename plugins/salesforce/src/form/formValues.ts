import type { FormField } from './formFields';

/** What stands in the fields of a form, by name. */
export type FormValues = Readonly<Record<string, unknown>>;

/** The values that a form opens with: what the link brought, else the defaults. */
export function initialValues(
  fields: FormField[],
  given: Record<string, unknown> = {},
): FormValues {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const value = given[field.name];
    if (value !== undefined && fits(field, value)) {
      values[field.name] = shapeFor(field, value);
    } else if (
      (field.kind === 'boolean' || field.kind === 'choice') &&
      field.initially !== undefined
    ) {
      values[field.name] = field.initially;
    }
  }
  return values;
}

/** The input of the action: what is empty is left out, so that defaults apply. */
export function inputOf(
  fields: FormField[],
  values: FormValues,
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const { name } of fields) {
    const value = values[name];
    if (!isBlank(value)) {
      input[name] = typeof value === 'string' ? value.trim() : value;
    }
  }
  return input;
}

/** The fields that must be filled in and are not. */
export function missingFields(
  fields: FormField[],
  values: FormValues,
): FormField[] {
  return fields.filter(
    ({ name, required }) => required && isBlank(values[name]),
  );
}

export function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

/** Whether a value from outside can stand in a field. */
function fits(field: FormField, value: unknown): boolean {
  switch (field.kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'choice':
      return field.options.some(option => option === value);
    case 'choices':
      return (
        isTexts(value) && value.every(word => field.options.includes(word))
      );
    case 'texts':
      return typeof value === 'string' || isTexts(value);
    case 'picker':
      return (
        typeof value === 'string' ||
        (isTexts(value) && (field.multiple || value.length <= 1))
      );
    case 'json':
      return true;
    case 'record-values':
      return typeof value === 'object' && value !== null;
    case 'child-records':
      return Array.isArray(value) && value.every(isRecordBelow);
    default:
      return typeof value === 'string';
  }
}

/** One for many and many for one: links may say `users=marco` for a list. */
function shapeFor(field: FormField, value: unknown): unknown {
  const many =
    field.kind === 'texts' || (field.kind === 'picker' && field.multiple);
  if (many && typeof value === 'string') return [value];
  if (field.kind === 'picker' && !field.multiple && Array.isArray(value)) {
    return value[0];
  }
  return value;
}

function isRecordBelow(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'values' in value &&
    typeof value.values === 'object' &&
    value.values !== null
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}
