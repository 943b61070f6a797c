import type { Picker } from '@salesdesk/backstage-plugin-salesforce-common';

interface FieldBase {
  name: string;
  title: string;
  description?: string;
  required: boolean;
}

/** A field of a form, as its JSON schema describes it. */
export type FormField = FieldBase &
  (
    | { kind: 'picker'; picker: Picker; multiple: boolean }
    | { kind: 'text'; maxLength?: number; long: boolean }
    | { kind: 'texts' }
    | { kind: 'number'; whole: boolean; minimum?: number; maximum?: number }
    | { kind: 'boolean'; initially: boolean }
    | { kind: 'choice'; options: string[]; initially?: string }
    | { kind: 'choices'; options: string[] }
    | { kind: 'date' }
    | { kind: 'moment' }
    /** A Salesforce object, by its API name. */
    | { kind: 'sobject' }
    /** Values by field of a Salesforce object, which another field names. */
    | { kind: 'record-values'; right: 'create' | 'edit' }
    /** Records that are created below another: each an object and its values. */
    | { kind: 'child-records' }
    /** Nothing we have a field for; written as JSON, so that no action is out of reach. */
    | { kind: 'json' }
  );

interface JsonSchema {
  type?: unknown;
  title?: unknown;
  description?: unknown;
  format?: unknown;
  enum?: unknown;
  default?: unknown;
  items?: unknown;
  properties?: unknown;
  required?: unknown;
  maxLength?: unknown;
  minimum?: unknown;
  maximum?: unknown;
  'x-picker'?: unknown;
  'x-input'?: unknown;
}

/** Texts that may be longer than this get several lines. */
const LONG_TEXT = 1_000;

/**
 * The fields of an action's form, from the JSON schema of its input. What must
 * be filled in comes first; otherwise the order of the schema stands.
 */
export function formFieldsOf(inputSchema: unknown): FormField[] {
  const schema = asSchema(inputSchema);
  const properties = asRecord(schema.properties);
  const required = new Set(strings(schema.required) ?? []);
  const fields = Object.entries(properties).map(([name, property]) =>
    fieldOf(name, asSchema(property), required.has(name)),
  );
  // whose fields are given is said before what is given to them
  const isFirst = (field: FormField) =>
    field.required ||
    (field.kind === 'sobject' &&
      fields.some(({ kind }) => kind === 'record-values'));
  const [first, others] = [
    fields.filter(isFirst),
    fields.filter(field => !isFirst(field)),
  ];
  return [
    ...first.filter(({ kind }) => kind === 'sobject'),
    ...first.filter(({ kind }) => kind !== 'sobject'),
    ...others,
  ];
}

function fieldOf(
  name: string,
  schema: JsonSchema,
  required: boolean,
): FormField {
  const base: FieldBase = {
    name,
    title: text(schema.title) ?? name,
    required,
    ...(text(schema.description)
      ? { description: text(schema.description) }
      : {}),
  };
  const picker = text(schema['x-picker']) as Picker | undefined;
  if (picker) {
    return {
      ...base,
      kind: 'picker',
      picker,
      multiple: schema.type === 'array',
    };
  }
  if (schema['x-input'] === 'moment') return { ...base, kind: 'moment' };
  if (schema['x-input'] === 'sobject') return { ...base, kind: 'sobject' };
  if (schema['x-input'] === 'child-records') {
    return { ...base, kind: 'child-records' };
  }
  if (schema['x-input'] === 'record-values') {
    return { ...base, kind: 'record-values', right: 'create' };
  }
  if (schema['x-input'] === 'changed-values') {
    return { ...base, kind: 'record-values', right: 'edit' };
  }
  switch (schema.type) {
    case 'string':
      return { ...base, ...stringField(schema) };
    case 'boolean':
      return { ...base, kind: 'boolean', initially: schema.default === true };
    case 'integer':
    case 'number':
      return {
        ...base,
        kind: 'number',
        whole: schema.type === 'integer',
        minimum: number(schema.minimum),
        maximum: number(schema.maximum),
      };
    case 'array':
      return { ...base, ...arrayField(asSchema(schema.items)) };
    default:
      return { ...base, kind: 'json' };
  }
}

function stringField(schema: JsonSchema) {
  const options = strings(schema.enum);
  if (options) {
    return {
      kind: 'choice' as const,
      options,
      initially: text(schema.default),
    };
  }
  if (schema.format === 'date') return { kind: 'date' as const };
  if (schema.format === 'date-time') return { kind: 'moment' as const };
  const maxLength = number(schema.maxLength);
  return {
    kind: 'text' as const,
    maxLength,
    long: (maxLength ?? 0) > LONG_TEXT,
  };
}

function arrayField(items: JsonSchema) {
  const options = strings(items.enum);
  if (options) return { kind: 'choices' as const, options };
  if (items.type === 'string') return { kind: 'texts' as const };
  return { kind: 'json' as const };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

function asSchema(value: unknown): JsonSchema {
  return asRecord(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function strings(value: unknown): string[] | undefined {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : undefined;
}
