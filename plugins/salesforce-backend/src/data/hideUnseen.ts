import type { SalesforceRecord } from '@salesdesk/backstage-plugin-salesforce-node';
import type { ParentToCheck } from './narrowingFacts';

type Row = Record<string, unknown>;

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Takes out of an answer, in place, what the person may not see: parents become
 * empty as Salesforce itself shows them, and rows go. One question to Salesforce
 * for every 200 records.
 */
export async function hideUnseen(options: {
  records: SalesforceRecord[];
  checks: readonly ParentToCheck[];
  visibleRecords(ids: Iterable<string>): Promise<ReadonlySet<string>>;
}): Promise<SalesforceRecord[]> {
  const { records, checks, visibleRecords } = options;
  if (checks.length === 0) return records;
  const ids = new Set<string>();
  for (const check of checks) {
    for (const row of rowsAt(records, check.children)) {
      const id = idAt(row, check.idPath);
      if (id) ids.add(id);
    }
  }
  const visible = await visibleRecords(ids);
  const isHidden = (row: Row, idPath: string[]) => {
    const id = idAt(row, idPath);
    return id !== undefined && !visible.has(id);
  };
  let shown: SalesforceRecord[] = records;
  for (const { children, relationships, idPath } of checks) {
    if (relationships.length > 0) {
      for (const row of rowsAt(shown, children)) {
        if (isHidden(row, idPath)) empty(row, relationships);
      }
    } else if (children.length === 0) {
      shown = shown.filter(row => !isHidden(row, idPath));
    } else {
      const last = children[children.length - 1];
      for (const row of rowsAt(shown, children.slice(0, -1))) {
        removeFrom(row, last, child => isHidden(child, idPath));
      }
    }
  }
  return shown;
}

/** Rows name things as the org does, whatever casing the query used. */
function keyIn(row: Row, name: string): string | undefined {
  if (name in row) return name;
  const lower = name.toLowerCase();
  return Object.keys(row).find(key => key.toLowerCase() === lower);
}

function rowsAt(rows: Row[], children: string[]): Row[] {
  if (children.length === 0) return rows;
  const [first, ...rest] = children;
  const below = rows.flatMap(row => {
    const answer = row[keyIn(row, first) ?? first];
    return isRow(answer) && Array.isArray(answer.records)
      ? answer.records.filter(isRow)
      : [];
  });
  return rowsAt(below, rest);
}

function idAt(row: Row, path: string[]): string | undefined {
  let value: unknown = row;
  for (const step of path) {
    value = isRow(value) ? value[step] : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}

function empty(row: Row, relationships: string[]): void {
  let parent: unknown = row;
  for (const step of relationships.slice(0, -1)) {
    parent = isRow(parent) ? parent[step] : undefined;
  }
  if (isRow(parent)) parent[relationships[relationships.length - 1]] = null;
}

function removeFrom(
  row: Row,
  relationship: string,
  isGone: (child: Row) => boolean,
): void {
  const answer = row[keyIn(row, relationship) ?? relationship];
  if (!isRow(answer) || !Array.isArray(answer.records)) return;
  const kept = answer.records.filter(child => !isRow(child) || !isGone(child));
  answer.totalSize =
    Number(answer.totalSize) - (answer.records.length - kept.length);
  answer.records = kept;
}
