import { valueAt } from '../../assistant/blocks/cells';
import type { Row } from './queryRun';

/** By which column rows are ordered. */
export interface RowOrder {
  column: string;
  direction: 'ascending' | 'descending';
}

const collator = new Intl.Collator(undefined, {
  numeric: true,
  sensitivity: 'base',
});

/** A value as text to look in; records inside records are left out. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * The loaded rows with all of the words, in order. Rows without a value come
 * last, whichever way the order goes. Rows that are alike keep their order.
 */
export function shownRows(options: {
  rows: readonly Row[];
  columns: ReadonlyArray<{ name: string }>;
  words: string;
  order: RowOrder | undefined;
}): readonly Row[] {
  const { columns, order } = options;
  const wanted = options.words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found =
    wanted.length === 0
      ? options.rows
      : options.rows.filter(row => {
          const text = columns
            .map(({ name }) => textOf(valueAt(row, name)))
            .join('\n')
            .toLocaleLowerCase();
          return wanted.every(word => text.includes(word));
        });
  if (!order) return found;
  const sign = order.direction === 'ascending' ? 1 : -1;
  return found
    .map(row => ({ row, value: valueAt(row, order.column) }))
    .sort((a, b) => {
      const missing = Number(isNone(a.value)) - Number(isNone(b.value));
      return missing === 0 ? sign * compare(a.value, b.value) : missing;
    })
    .map(({ row }) => row);
}

function isNone(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(textOf(a), textOf(b));
}

/** Rows as a spreadsheet takes them from the clipboard: tabs between, a header. */
export function asTabs(
  rows: readonly Row[],
  columns: ReadonlyArray<{ name: string }>,
): string {
  const cell = (text: string) =>
    /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return [
    columns.map(({ name }) => cell(name)).join('\t'),
    ...rows.map(row =>
      columns.map(({ name }) => cell(textOf(valueAt(row, name)))).join('\t'),
    ),
  ].join('\n');
}
