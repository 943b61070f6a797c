import type { DraftRow, Row } from '../core/types';

/** Whether two values differ; absent and null are the same. */
export function differs(one: unknown, other: unknown): boolean {
  return (one ?? null) !== (other ?? null);
}

/** Names of the fields that differ between two rows. */
export function changedFields(before: Row, after: DraftRow): Set<string> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return new Set([...names].filter(name => differs(before[name], after[name])));
}

/** Whether a change is worth telling; the system's stamps are not. */
export function isTold(field: string): boolean {
  return !['LastModifiedDate', 'LastModifiedById', 'SystemModstamp'].includes(
    field,
  );
}

/** The values of some fields, null where there is none. */
export function pick(row: DraftRow, names: readonly string[]): DraftRow {
  return Object.fromEntries(names.map(name => [name, row[name] ?? null]));
}
