import type { InventoryPage } from '@salesdesk/backstage-plugin-salesforce-common';

export type InventoryValue = string | number | boolean | null;

/** A record of the inventory, asked by field. */
export interface InventoryRow {
  id: string;
  /** The user of this record as the input of an action names it. */
  target?: string;
  get(field: string): InventoryValue;
}

/** The records of a page. What was not asked for is null. */
export function rowsOf(page: InventoryPage): InventoryRow[] {
  const places = new Map(page.columns.map(({ id }, index) => [id, index]));
  return page.items.map(({ id, target, values }) => ({
    id,
    ...(target ? { target } : {}),
    get: field =>
      field === 'id'
        ? id
        : (values[places.get(field) ?? -1] as InventoryValue | undefined) ??
          null,
  }));
}

/** A value that is text, or nothing. */
export function textOf(row: InventoryRow, field: string): string | undefined {
  const value = row.get(field);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
