import { z } from 'zod';
import { normalizeId } from '../core/ids';
import type { OrgOperations, Row } from '../core/types';

const rowsSchema = z
  .object({
    object: z.string(),
    rows: z.array(z.record(z.string(), z.json())),
    /** Stores without rules and validation, as data sets do. */
    raw: z.boolean().default(false),
  })
  .strict();

const fieldsSchema = z.record(z.string(), z.json());

/**
 * Stores rows as the org itself: read-only fields may be given, the access
 * model is not asked. All or nothing. Returns the ids.
 */
export function seedRows(org: OrgOperations, body: unknown): string[] {
  const { object, rows, raw } = rowsSchema.parse(body);
  const { name } = org.schema.require(object);
  if (raw) {
    return org.store.load(name, rows.map(scalars));
  }
  const ctx = org.systemContext();
  return org.dml.transaction(ctx, () =>
    rows.map(row => org.dml.insert(ctx, name, row)),
  );
}

/** Changes a row in the same way. */
export function updateRow(
  org: OrgOperations,
  target: { object: string; id: string },
  body: unknown,
): void {
  const fields = fieldsSchema.parse(body);
  org.dml.update(org.systemContext(), target.object, target.id, fields);
}

/** Deletes a row in the same way; clearing a blocker is done like this. */
export function deleteRow(
  org: OrgOperations,
  target: { object: string; id: string },
): void {
  org.dml.delete(org.systemContext(), target.object, target.id);
}

/** Rows of an object whose fields have the values of the query. */
export function listRows(
  org: OrgOperations,
  object: string,
  query: URLSearchParams,
): Row[] {
  const { name } = org.schema.require(object);
  const wanted = [...query].map(([field, value]) => ({
    field: org.schema.require(name).field(field)?.name ?? field,
    value: normalizeId(value) ?? value,
  }));
  const deleted = query.get('IsDeleted') === 'true';
  return [...org.store.all(name, { deleted })].filter(row =>
    wanted.every(({ field, value }) => String(row[field] ?? '') === value),
  );
}

function scalars(row: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      if (
        value !== null &&
        typeof value !== 'string' &&
        typeof value !== 'number' &&
        typeof value !== 'boolean'
      ) {
        throw new Error(`The value of '${field}' must be a scalar`);
      }
      return [field, value];
    }),
  );
}
