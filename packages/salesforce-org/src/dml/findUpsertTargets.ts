import { normalizeId } from '../core/ids';
import type { CallContext, OrgServices, Row } from '../core/types';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import { coerceValue } from './coerceValue';
import { notAnExternalId } from './errors';

/**
 * The rows that an external id names. Only fields that look records up may
 * serve as one; anything else looks like a resource that does not exist.
 */
export function findUpsertTargets(options: {
  ctx: CallContext;
  org: OrgServices;
  object: ObjectDefinition;
  key: { field: string; value: string };
}): { field: FieldDefinition; found: readonly Row[] } {
  const { ctx, org, object, key } = options;
  const field = object.field(key.field);
  const usable =
    field &&
    field.idLookup &&
    (ctx.systemMode || org.access.canReadField(ctx, object, field));
  if (!usable) throw notAnExternalId(key.field);
  if (field.type === 'id') {
    const id = normalizeId(key.value);
    const row = id ? org.store.get(object.name, id) : undefined;
    return { field, found: row && row.IsDeleted !== true ? [row] : [] };
  }
  const value = coerceValue(field, key.value);
  return { field, found: org.store.findBy(object.name, field.name, value) };
}
