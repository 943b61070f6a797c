import type { FieldValue, Row } from '../core/types';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import { FieldIndex } from './FieldIndex';

/** `{0000}` and what is around it. */
export interface AutoNumber {
  readonly name: string;
  readonly format: string;
}

/** Which of the fields that the system keeps the object has. */
export interface SystemFields {
  readonly createdDate: boolean;
  readonly createdById: boolean;
  readonly lastModifiedDate: boolean;
  readonly lastModifiedById: boolean;
  readonly systemModstamp: boolean;
  readonly autoNumbers: readonly AutoNumber[];
}

/** The rows of one object, in order of creation, and indexes made on demand. */
export class Table {
  readonly #object: ObjectDefinition;
  readonly #rows = new Map<string, Row>();
  readonly #indexes = new Map<string, FieldIndex>();
  #deleted = 0;
  #revision = 0;
  #systemFields: { fieldCount: number; known: SystemFields } | undefined;

  constructor(options: { object: ObjectDefinition }) {
    this.#object = options.object;
  }

  get size(): number {
    return this.#rows.size - this.#deleted;
  }

  /** Grows with every write. */
  get revision(): number {
    return this.#revision;
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  /** Puts a row in the place of what was there, or adds it. */
  put(row: Row): void {
    const before = this.#rows.get(row.Id);
    this.#revision += 1;
    this.#rows.set(row.Id, row);
    this.#deleted += deletedCount(row) - deletedCount(before);
    for (const index of this.#indexes.values()) {
      if (before) index.replace(before, row);
      else index.add(row);
    }
  }

  remove(id: string): void {
    const row = this.#rows.get(id);
    if (!row) return;
    this.#revision += 1;
    this.#rows.delete(id);
    this.#deleted -= deletedCount(row);
    for (const index of this.#indexes.values()) index.remove(row);
  }

  *all(options: { deleted?: boolean }): Iterable<Row> {
    for (const row of this.#rows.values()) {
      if (options.deleted || !row.IsDeleted) yield row;
    }
  }

  findBy(
    field: FieldDefinition,
    value: FieldValue,
    options: { deleted?: boolean },
  ): Row[] {
    const found: Row[] = [];
    const ids = field.type === 'id' ? [String(value)] : this.#ids(field, value);
    for (const id of ids) {
      const row = this.#rows.get(id);
      if (row && (options.deleted || !row.IsDeleted)) found.push(row);
    }
    return found;
  }

  clear(): void {
    this.#rows.clear();
    this.#indexes.clear();
    this.#deleted = 0;
  }

  /** The rows as they are. A change replaces a row, so the list suffices. */
  remember(): readonly Row[] {
    return [...this.#rows.values()];
  }

  /** Puts back what `remember` gave, in the same order. */
  restore(rows: readonly Row[]): void {
    let index = 0;
    for (const row of this.#rows.values()) {
      if (row !== rows[index]) break;
      index += 1;
    }
    if (index === rows.length && index === this.#rows.size) return;
    this.clear();
    this.#revision += 1;
    for (const row of rows) {
      this.#rows.set(row.Id, row);
      this.#deleted += deletedCount(row);
    }
  }

  #ids(field: FieldDefinition, value: FieldValue): Iterable<string> {
    let index = this.#indexes.get(field.name);
    if (!index) {
      index = new FieldIndex({
        field: field.name,
        caseSensitive: field.caseSensitive || field.type === 'reference',
      });
      for (const row of this.#rows.values()) index.add(row);
      this.#indexes.set(field.name, index);
    }
    return index.find(value);
  }

  get object(): ObjectDefinition {
    return this.#object;
  }

  /** Looked up once, and again when the object has got more fields. */
  get systemFields(): SystemFields {
    const fieldCount = this.#object.fields.length;
    if (this.#systemFields?.fieldCount !== fieldCount) {
      const known = systemFieldsOf(this.#object);
      this.#systemFields = { fieldCount, known };
    }
    return this.#systemFields.known;
  }
}

function systemFieldsOf(object: ObjectDefinition): SystemFields {
  const has = (name: string) => object.field(name) !== undefined;
  return {
    createdDate: has('CreatedDate'),
    createdById: has('CreatedById'),
    lastModifiedDate: has('LastModifiedDate'),
    lastModifiedById: has('LastModifiedById'),
    systemModstamp: has('SystemModstamp'),
    autoNumbers: object.fields.flatMap(({ name, autoNumberFormat }) =>
      autoNumberFormat === null ? [] : [{ name, format: autoNumberFormat }],
    ),
  };
}

function deletedCount(row: Row | undefined): number {
  return row?.IsDeleted === true ? 1 : 0;
}
