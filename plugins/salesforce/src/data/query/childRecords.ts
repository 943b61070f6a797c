import type { Row } from './queryRun';

/** The records below one row, as a sub-query read them. */
export interface ChildRecords {
  label: string;
  total: number;
  rows: Row[];
  /** Some of their names, for the cell. */
  names: string;
}

/** The child records in a value; undefined where it is something else. */
export function childRecordsIn(
  value: unknown,
  label: string,
): ChildRecords | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { records, totalSize } = value as {
    records?: unknown;
    totalSize?: unknown;
  };
  if (!Array.isArray(records)) return undefined;
  const rows = records as Row[];
  return {
    label,
    rows,
    total: typeof totalSize === 'number' ? totalSize : rows.length,
    names: rows
      .slice(0, 4)
      .map(row => row.Name ?? row.LastName ?? row.Subject ?? '')
      .filter(Boolean)
      .join(', '),
  };
}

/** The paths of what the child records hold, in the order in which they stand. */
export function pathsIn(rows: readonly Row[]): string[] {
  const paths = new Set<string>();
  const walk = (row: Row, before: string) => {
    for (const [name, value] of Object.entries(row)) {
      if (name === 'attributes') continue;
      const isParent =
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray((value as { records?: unknown }).records);
      if (isParent) walk(value as Row, `${before}${name}.`);
      else paths.add(before + name);
    }
  };
  rows.forEach(row => walk(row, ''));
  return [...paths];
}
