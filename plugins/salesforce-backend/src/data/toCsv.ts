import type { SalesforceRecord } from '@salesdesk/backstage-plugin-salesforce-node';

type Value = unknown;

function at(row: SalesforceRecord, path: readonly string[]): Value {
  let value: Value = row;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** As Salesforce's own exports write it: everything in quotes, empty for null. */
function cell(value: Value): string {
  if (value === null || value === undefined) return '""';
  const text =
    typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}

/** One line with the paths of the columns. */
export function csvHeader(columns: readonly string[]): string {
  return `${columns.map(cell).join(',')}\n`;
}

/** A page of rows as one text: a line per row. */
export function csvRows(
  rows: readonly SalesforceRecord[],
  columns: readonly string[],
): string {
  const paths = columns.map(name => name.split('.'));
  let text = '';
  for (const row of rows) {
    text += `${paths.map(path => cell(at(row, path))).join(',')}\n`;
  }
  return text;
}
