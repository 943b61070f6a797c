import type {
  ColumnType,
  InventoryColumn,
  InventoryRelation,
} from './InventoryObject';

/*
 * Objects read as lists of columns. A column is named after its field:
 * `ProfileId` becomes `profile_id`; only what differs is said.
 */

type Options = Partial<Omit<InventoryColumn, 'path' | 'type'>>;

export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

function wordsOf(name: string): string {
  const words = snakeCase(name).replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const column =
  (type: ColumnType) =>
  (path: string, options: Options = {}): InventoryColumn => ({
    column: snakeCase(path.replace(/\./g, '')),
    path,
    type,
    label: wordsOf(path.replace(/\./g, ' ')),
    ...options,
  });

export const text = column('text');
export const id = column('id');
export const flag = column('boolean');
export const count = column('number');
export const time = column('time');

/** The record that a column names. */
export function parent(
  name: string,
  object: string,
  from: string,
  label = wordsOf(name),
): InventoryRelation {
  return { name, label, object, column: from, foreign: 'id' };
}

/** The one record there that names this one. */
export function facing(
  name: string,
  object: string,
  foreign: string,
  label = wordsOf(name),
): InventoryRelation {
  return { name, label, object, column: 'id', foreign };
}

/** The records there that name this one. */
export function children(
  name: string,
  object: string,
  foreign: string,
  label = wordsOf(name),
): InventoryRelation {
  return { name, label, object, column: 'id', foreign, many: true };
}
