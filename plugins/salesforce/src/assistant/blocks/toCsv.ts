import type { TableBlock } from '@salesdesk/backstage-plugin-salesforce-common';
import { valueAt } from './cells';

// Spreadsheets would run a cell that begins with one of these as a formula.
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as CSV (RFC 4180) with a header, safe to open in a spreadsheet. */
export function toCsv(block: Pick<TableBlock, 'columns' | 'rows'>): string {
  const lines = [
    block.columns.map(({ label }) => cell(label)),
    ...block.rows.map(row =>
      block.columns.map(({ name }) => cell(valueAt(row, name))),
    ),
  ];
  return lines.map(line => `${line.join(',')}\r\n`).join('');
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean')
    return `${value}`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}
