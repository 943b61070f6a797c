import { spec } from '../../schema/openapi.generated';

/** A schema of the OpenAPI document, as far as tests read it. */
export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minItems?: number;
  minimum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

export interface Operation {
  id: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  parameters: Parameter[];
  body: Schema | undefined;
}

type Json = Record<string, unknown>;

const document = spec as unknown as {
  paths: Record<string, Record<string, Json>>;
};

/** Follows references within the document. */
export function resolve<T extends { $ref?: string }>(value: T): T {
  if (!value.$ref) return value;
  const found: unknown = value.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => (at as Json)[step], document);
  return resolve(found as T);
}

/** Every operation of the document. */
export function allOperations(): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const body = operation.requestBody as
        | { content: { 'application/json': { schema: Schema } } }
        | undefined;
      return {
        id: String(operation.operationId),
        method: method as Operation['method'],
        path,
        parameters: ((operation.parameters ?? []) as Parameter[]).map(resolve),
        body: body?.content['application/json'].schema,
      };
    }),
  );
}

/** Something small that the schema takes; what is optional is left out. */
export function sample(given: Schema): unknown {
  const schema = resolve(given);
  const [choice] = schema.oneOf ?? schema.anyOf ?? [];
  if (choice) return sample(choice);
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map(part => sample(part)));
  }
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map(name => [
          name,
          sample(schema.properties?.[name] ?? {}),
        ]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () =>
        sample(schema.items ?? {}),
      );
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return sampleText(schema);
  }
}

function sampleText({ format, pattern }: Schema): string {
  if (format === 'date-time') return '2031-01-01T00:00:00Z';
  if (pattern?.startsWith('^005')) return '005000000000000AAA';
  if (pattern?.includes('{15}')) return '001000000000000AAA';
  if (pattern?.includes('\\.0')) return '63.0';
  if (pattern?.includes('[0-9]{1,7}')) return '1';
  return 'sample';
}
