import type { InventoryObject, InventoryRow } from '../model';

/** What is different about one record. */
export interface RecordChange {
  kind: 'added' | 'changed' | 'removed';
  id: string;
  label: string | null;
  fields?: Array<{
    column: string;
    before: InventoryRow[string];
    after: InventoryRow[string];
  }>;
}

/** What has to be written, and what is worth telling. */
export interface Comparison {
  store: InventoryRow[];
  removed: string[];
  changes: RecordChange[];
}

/** Compares what was read with what is stored, and what is `removed`. Pure. */
export function compareRecords(options: {
  object: InventoryObject;
  read: InventoryRow[];
  stored: ReadonlyMap<string, InventoryRow>;
  /** Ids of what is stored and not in Salesforce any more. */
  removed: string[];
}): Comparison {
  const { object, read, stored, removed } = options;
  const store: InventoryRow[] = [];
  const changes: RecordChange[] = [];
  const seen = new Set<string>();
  for (const row of read) {
    // records without an id of their own may be twins
    if (seen.has(row.id)) continue;
    seen.add(row.id);
    const before = stored.get(row.id);
    if (!before) {
      store.push(row);
      changes.push({ kind: 'added', id: row.id, label: labelOf(object, row) });
      continue;
    }
    const different = differences(object, before, row);
    if (different.stored) store.push(row);
    if (different.fields.length > 0) {
      changes.push({
        kind: 'changed',
        id: row.id,
        label: labelOf(object, row),
        fields: different.fields,
      });
    }
  }
  for (const id of removed) {
    const before = stored.get(id);
    changes.push({
      kind: 'removed',
      id,
      label: before ? labelOf(object, before) : null,
      ...(before && {
        fields: object.columns
          .filter(({ column }) => before[column] !== null)
          .map(({ column }) => ({
            column,
            before: before[column],
            after: null,
          })),
      }),
    });
  }
  return { store, removed, changes };
}

function labelOf(object: InventoryObject, row: InventoryRow): string | null {
  const label = object.names.length > 0 ? row[object.names[0]] : null;
  return typeof label === 'string' ? label : null;
}

function differences(
  object: InventoryObject,
  before: InventoryRow,
  after: InventoryRow,
): { stored: boolean; fields: NonNullable<RecordChange['fields']> } {
  const fields: NonNullable<RecordChange['fields']> = [];
  let stored = before.fingerprint !== after.fingerprint;
  for (const { column, volatile } of object.columns) {
    if (before[column] === after[column]) continue;
    stored = true;
    if (!volatile) {
      fields.push({ column, before: before[column], after: after[column] });
    }
  }
  if (object.permissions && before.permissions !== after.permissions) {
    stored = true;
    fields.push({
      column: 'permissions',
      before: before.permissions,
      after: after.permissions,
    });
  }
  if (
    object.names.length > 0 &&
    (before.search_text !== after.search_text ||
      before.sort_name !== after.sort_name)
  ) {
    stored = true;
  }
  return { stored, fields };
}
