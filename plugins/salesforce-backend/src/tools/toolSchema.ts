import type { ActionsRegistryActionOptions } from '@backstage/backend-plugin-api/alpha';
import type { InputSchema } from '../requests/inputSchema';

/*
 * The host's actions registry hands in its own zod, version 3, and wants an
 * object of it. Our inputs are zod 4, so they go over as JSON Schema and are
 * built anew. What comes in is parsed by the action's own schema afterwards:
 * this one only has to describe it well, and to refuse what is plainly wrong.
 */

type SchemaBuilder = ActionsRegistryActionOptions<
  never,
  never
>['schema']['input'];

/** The zod that the host hands in. */
export type HostZod = Parameters<SchemaBuilder>[0];
/** An object schema of it. */
export type HostObject = ReturnType<HostZod['object']>;
type HostType = HostObject['shape'][string];

interface Schema {
  type?: string;
  description?: string;
  title?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  format?: string;
}

/** The fields of an action's input, as the host's zod. */
export function toolFields(
  z: HostZod,
  schema: InputSchema,
): Record<string, HostType> {
  return fieldsOf(z, schema as Schema);
}

function fieldsOf(z: HostZod, schema: Schema): Record<string, HostType> {
  const required = new Set(schema.required ?? []);
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, property]) => {
      const type = typeOf(z, property);
      const described = descriptionOf(property);
      const named = described ? type.describe(described) : type;
      return [name, required.has(name) ? named : named.optional()];
    }),
  );
}

function descriptionOf(schema: Schema): string | undefined {
  const parts = [schema.description ?? schema.title];
  if (schema.default !== undefined) {
    parts.push(`Default: ${JSON.stringify(schema.default)}.`);
  }
  return parts.filter(Boolean).join(' ') || undefined;
}

function typeOf(z: HostZod, schema: Schema): HostType {
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return anyOf(z, options);
  if (schema.const !== undefined) return literal(z, schema.const);
  if (schema.enum) return anyLiteral(z, schema.enum);
  switch (schema.type) {
    case 'string':
      return text(z, schema);
    case 'integer':
      return within(z.number().int(), schema);
    case 'number':
      return within(z.number(), schema);
    case 'boolean':
      return z.boolean();
    case 'null':
      return z.null();
    case 'array': {
      const list = z.array(schema.items ? typeOf(z, schema.items) : z.any());
      const atLeast =
        schema.minItems === undefined ? list : list.min(schema.minItems);
      return schema.maxItems === undefined
        ? atLeast
        : atLeast.max(schema.maxItems);
    }
    case 'object': {
      const { additionalProperties } = schema;
      if (schema.properties) {
        const object = z.object(fieldsOf(z, schema));
        return additionalProperties === false ? object.strict() : object;
      }
      return z.record(
        typeof additionalProperties === 'object'
          ? typeOf(z, additionalProperties)
          : z.any(),
      );
    }
    default:
      return z.any();
  }
}

function text(z: HostZod, schema: Schema): HostType {
  let type = z.string();
  if (schema.minLength !== undefined) type = type.min(schema.minLength);
  if (schema.maxLength !== undefined) type = type.max(schema.maxLength);
  return schema.format === 'date' ? type.describe('A date, YYYY-MM-DD') : type;
}

function within(
  type: ReturnType<HostZod['number']>,
  { minimum, maximum }: Schema,
): HostType {
  const above = minimum === undefined ? type : type.min(minimum);
  return maximum === undefined ? above : above.max(maximum);
}

function anyOf(z: HostZod, options: Schema[]): HostType {
  const [first, second, ...others] = options.map(option => typeOf(z, option));
  if (!first) return z.any();
  return second ? z.union([first, second, ...others]) : first;
}

function anyLiteral(z: HostZod, values: unknown[]): HostType {
  if (values.every((value): value is string => typeof value === 'string')) {
    const [first, ...others] = values;
    return first === undefined ? z.any() : z.enum([first, ...others]);
  }
  return anyOf(
    z,
    values.map(value => ({ const: value })),
  );
}

function literal(z: HostZod, value: unknown): HostType {
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value === null
    ? z.literal(value)
    : z.any();
}
