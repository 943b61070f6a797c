import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import type { CallContext, FieldValue, OrgServices, Row } from './types';

/** The parts of an address under the names that the API gives them. */
export type CompoundValue = Readonly<Record<string, FieldValue>>;

export type ReadValue = FieldValue | CompoundValue;

/**
 * How to read a field of a row: stored, computed by a rule, or put together
 * from its parts. Made once per query and called once per row.
 */
export function fieldReader(options: {
  ctx: CallContext;
  org: OrgServices;
  object: ObjectDefinition;
  field: FieldDefinition;
}): (row: Row) => ReadValue {
  const { field } = options;
  if (field.components.length > 0) return compoundReader(options);
  return scalarReader(options);
}

/** Like `fieldReader` for what is no compound: conditions, sorting, grouping. */
export function scalarReader(options: {
  ctx: CallContext;
  org: OrgServices;
  object: ObjectDefinition;
  field: FieldDefinition;
}): (row: Row) => FieldValue {
  const { ctx, org, object, field } = options;
  const { name } = field;
  for (const { derived } of org.rules.for(object.name)) {
    const compute = derived?.[name];
    if (compute) return row => compute(row, org, ctx);
  }
  if (field.type === 'boolean') return row => row[name] ?? false;
  return row => row[name] ?? null;
}

function compoundReader(options: {
  object: ObjectDefinition;
  field: FieldDefinition;
}): (row: Row) => CompoundValue | null {
  const { object, field } = options;
  const parts = field.components
    .flatMap(name => object.field(name) ?? [])
    .map(part => ({ name: part.name, key: partKey(part.name, field.name) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  return row => {
    const present = parts.some(({ name }) => (row[name] ?? null) !== null);
    if (!present) return null;
    const value: Record<string, FieldValue> = {};
    for (const { name, key } of parts) value[key] = row[name] ?? null;
    return value;
  };
}

/** `BillingPostalCode` of `BillingAddress` is `postalCode`. */
function partKey(part: string, compound: string): string {
  const prefix = compound.replace(/(Address|__c)$/, '');
  const rest = part.slice(prefix.length).replace(/^__|__s$/g, '');
  return rest[0].toLowerCase() + rest.slice(1);
}
