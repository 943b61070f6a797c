import type { InventoryPage } from '@salesdesk/backstage-plugin-salesforce-common';

/** Lines of CSV, the head first. Spreadsheets take no cell for a formula. */
export async function* csvOf(
  first: InventoryPage,
  next: (cursor: string) => Promise<InventoryPage>,
): AsyncGenerator<string> {
  yield csvLine(first.columns.map(({ label }) => label));
  let page = first;
  for (;;) {
    for (const { values } of page.items) yield csvLine(values);
    if (!page.nextCursor) return;
    page = await next(page.nextCursor);
  }
}

/** One line; spreadsheets take no cell for a formula. */
export function csvLine(
  values: Array<string | number | boolean | null>,
): string {
  return `${values.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const trimmed = value.trim();
  const text = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(trimmed)
    ? `'${trimmed}`
    : trimmed;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
