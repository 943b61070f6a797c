import type { ColumnType, InventoryObject } from './InventoryObject';

/** A column of a table that a sync writes. */
export interface StoredColumn {
  column: string;
  type: ColumnType;
}

/**
 * What a sync writes of an object: its columns, those for searching, and what
 * tells at a glance whether a record is still what it was.
 */
export function storedColumns(object: InventoryObject): StoredColumn[] {
  return [
    ...object.columns.map(({ column, type }) => ({ column, type })),
    ...(object.permissions
      ? [{ column: 'permissions', type: 'text' as const }]
      : []),
    ...(object.names.length > 0
      ? [
          { column: 'sort_name', type: 'text' as const },
          { column: 'search_text', type: 'text' as const },
        ]
      : []),
    { column: 'fingerprint', type: 'text' as const },
  ];
}
