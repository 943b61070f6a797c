/** How a column is stored and compared. Times are ISO 8601 text in UTC. */
export type ColumnType = 'id' | 'text' | 'boolean' | 'number' | 'time';

/** One fact of a record that the inventory keeps. */
export interface InventoryColumn {
  /** Its column in the table, snake case. */
  column: string;
  /** The field of Salesforce that it is read from. */
  path: string;
  type: ColumnType;
  label: string;
  /** Changes by itself all the time: kept, but no change worth telling. */
  volatile?: boolean;
}

/** A way from a record to others. */
export interface InventoryRelation {
  /** What follows the dot in a field of a board: `profile` in `profile.name`. */
  name: string;
  label: string;
  object: string;
  /** The column here. */
  column: string;
  /** The column there; `id` for a parent. */
  foreign: string;
  /** Several records there; they can be counted, and not shown one by one. */
  many?: boolean;
}

/** How what changed since the last sync is found. */
export type ChangeDetection =
  /** Changed records carry a later time here. */
  | { by: 'modified'; path: string; or?: string }
  /** Records never change: new ones have a later time here. */
  | { by: 'appended'; path: string; days: number }
  /** Only by reading all of them. */
  | { by: 'reading' };

/** One object of Salesforce that the inventory keeps. */
export interface InventoryObject {
  /** API name, e.g. `PermissionSetAssignment`. */
  name: string;
  label: string;
  plural: string;
  table: string;
  columns: InventoryColumn[];
  relations: InventoryRelation[];
  detection: ChangeDetection;
  /** Groups of records whose counts show where some were deleted. */
  partition?: { path: string; column: string };
  /** Columns whose words are searched; the first is what people call it. */
  names: string[];
  /** Not every org has it, and not every integration user may see it. */
  optional?: boolean;
  /** Read through the Tooling API. */
  tooling?: boolean;
  /** Has a field for each system permission; those granted are kept in `permissions`. */
  permissions?: boolean;
  /** Salesforce gives these records no id: one is made from these columns. */
  identity?: string[];
}

/** A record as it is stored. */
export type InventoryRow = { id: string } & Record<
  string,
  string | number | boolean | null
>;
