import type { FieldValue, Row } from '../core/types';

export type IndexKey = string | number | boolean;

/**
 * Which rows have which value in one field. Most values of a unique field
 * belong to one row and most values of a reference to several, so a lone id
 * is kept without a set around it: that halves the memory of large orgs.
 */
export class FieldIndex {
  readonly #keyOf: (value: FieldValue | undefined) => IndexKey | undefined;
  readonly #field: string;
  readonly #ids = new Map<IndexKey, string | Set<string>>();

  constructor(options: { field: string; caseSensitive: boolean }) {
    this.#field = options.field;
    this.#keyOf = options.caseSensitive ? exactKey : foldedKey;
  }

  add(row: Row): void {
    const key = this.#keyOf(row[this.#field]);
    if (key === undefined) return;
    const known = this.#ids.get(key);
    if (known === undefined) this.#ids.set(key, row.Id);
    else if (typeof known !== 'string') known.add(row.Id);
    else if (known !== row.Id) this.#ids.set(key, new Set([known, row.Id]));
  }

  remove(row: Row): void {
    const key = this.#keyOf(row[this.#field]);
    if (key === undefined) return;
    const known = this.#ids.get(key);
    if (typeof known === 'string') {
      if (known === row.Id) this.#ids.delete(key);
    } else if (known?.delete(row.Id) && known.size === 0) {
      this.#ids.delete(key);
    }
  }

  /** Moves a row from the value it had to the value it has. */
  replace(before: Row, after: Row): void {
    const keyBefore = this.#keyOf(before[this.#field]);
    const keyAfter = this.#keyOf(after[this.#field]);
    if (keyBefore === keyAfter) return;
    this.remove(before);
    this.add(after);
  }

  find(value: FieldValue): Iterable<string> {
    const key = this.#keyOf(value);
    const ids = key === undefined ? undefined : this.#ids.get(key);
    if (ids === undefined) return [];
    return typeof ids === 'string' ? [ids] : ids;
  }
}

function exactKey(value: FieldValue | undefined): IndexKey | undefined {
  return value ?? undefined;
}

function foldedKey(value: FieldValue | undefined): IndexKey | undefined {
  return typeof value === 'string' ? value.toLowerCase() : value ?? undefined;
}
