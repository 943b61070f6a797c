import type {
  Clock,
  DraftRow,
  FieldValue,
  IdFactory,
  RecordStore,
  Row,
  RulesRegistry,
} from '../core/types';
import type { ObjectDefinition, Schema } from '../schema/definitions';
import { Table, type AutoNumber } from './Table';

/** A function that puts everything back to where it was. */
export type Undo = () => void;

/**
 * All rows of one org. Reading is open to everybody; writing goes through a
 * transaction, which keeps the undo that every write returns.
 */
export class MemoryRecordStore implements RecordStore {
  readonly #schema: Schema;
  readonly #ids: IdFactory;
  readonly #clock: Clock;
  readonly #rules: RulesRegistry;
  readonly #systemUserId: () => string;
  readonly #tables = new Map<string, Table>();
  readonly #autoNumbers = new Map<string, number>();
  #revisionBase = 0;

  constructor(options: {
    schema: Schema;
    ids: IdFactory;
    clock: Clock;
    rules: RulesRegistry;
    /** Who signs rows that are loaded without an author. */
    systemUserId: () => string;
  }) {
    this.#schema = options.schema;
    this.#ids = options.ids;
    this.#clock = options.clock;
    this.#rules = options.rules;
    this.#systemUserId = options.systemUserId;
  }

  get(object: string, id: string): Row | undefined {
    return this.#table(object).get(id);
  }

  all(object: string, options: { deleted?: boolean } = {}): Iterable<Row> {
    return this.#table(object).all(options);
  }

  findBy(
    object: string,
    field: string,
    value: FieldValue,
    options: { deleted?: boolean } = {},
  ): readonly Row[] {
    const table = this.#table(object);
    const definition = table.object.field(field);
    if (!definition) throw new Error(`No field '${field}' on '${object}'`);
    return value === null ? [] : table.findBy(definition, value, options);
  }

  count(object: string): number {
    return this.#table(object).size;
  }

  revision(object: string): number {
    return this.#revisionBase + this.#table(object).revision;
  }

  load(object: string, rows: readonly DraftRow[]): string[] {
    const userId = this.#systemUserId();
    return rows.map(row => this.insert(object, row, { userId }).row.Id);
  }

  /** Stores a new row with everything that the system fills in. */
  insert(
    object: string,
    values: DraftRow,
    options: { userId: string },
  ): { row: Row; undo: Undo } {
    const table = this.#table(object);
    const id = values.Id ? String(values.Id) : this.#ids.next(object);
    if (table.get(id))
      throw new Error(`Two rows of '${object}' with id '${id}'`);
    const draft: DraftRow = { Id: id };
    for (const field of Object.keys(values)) {
      if (values[field] !== null && values[field] !== undefined) {
        draft[field] = values[field];
      }
    }
    this.#fillSystemFields(table, draft, options.userId);
    const row = this.#complete(table.object, draft);
    table.put(row);
    return { row, undo: () => table.remove(id) };
  }

  /** Puts a changed copy in the place of the row. */
  update(
    object: string,
    id: string,
    values: DraftRow,
    options: { userId: string },
  ): { row: Row; undo: Undo } {
    const table = this.#table(object);
    const before = table.get(id);
    if (!before) throw new Error(`No row '${id}' of '${object}'`);
    const draft: DraftRow = { ...before };
    const now = this.#clock.timestamp();
    const { systemFields } = table;
    if (systemFields.lastModifiedDate) draft.LastModifiedDate = now;
    if (systemFields.lastModifiedById) draft.LastModifiedById = options.userId;
    if (systemFields.systemModstamp) draft.SystemModstamp = now;
    for (const [field, value] of Object.entries(values)) {
      if (value === null || value === undefined) delete draft[field];
      else draft[field] = value;
    }
    const row = this.#complete(table.object, draft);
    table.put(row);
    return { row, undo: () => table.put(before) };
  }

  purge(object: string, id: string): { undo: Undo } {
    const table = this.#table(object);
    const before = table.get(id);
    table.remove(id);
    return { undo: () => before && table.put(before) };
  }

  remember(): () => void {
    const remembered = new Map(
      [...this.#tables.values()].map(table => [table, table.remember()]),
    );
    return () => {
      for (const table of new Set(this.#tables.values())) {
        table.restore(remembered.get(table) ?? []);
      }
    };
  }

  clear(): void {
    this.#tables.clear();
    this.#autoNumbers.clear();
    // New tables count from zero; nobody may take them for the old ones.
    this.#revisionBase += 2 ** 32;
  }

  #table(object: string): Table {
    const known = this.#tables.get(object);
    if (known) return known;
    const definition = this.#schema.require(object);
    const table =
      this.#tables.get(definition.name) ?? new Table({ object: definition });
    this.#tables.set(definition.name, table);
    this.#tables.set(object, table);
    return table;
  }

  #fillSystemFields(table: Table, draft: DraftRow, userId: string): void {
    const { systemFields, object } = table;
    const now = this.#clock.timestamp();
    const created = draft.CreatedDate ?? now;
    if (systemFields.createdDate) draft.CreatedDate = created;
    if (systemFields.lastModifiedDate) draft.LastModifiedDate ??= created;
    if (systemFields.systemModstamp) {
      draft.SystemModstamp ??= draft.LastModifiedDate ?? created;
    }
    if (systemFields.createdById) draft.CreatedById ??= userId;
    if (systemFields.lastModifiedById) {
      draft.LastModifiedById ??= draft.CreatedById ?? userId;
    }
    for (const field of systemFields.autoNumbers) {
      const given = draft[field.name];
      if (given) this.#skipNumbersUpTo(object, field, String(given));
      else draft[field.name] = this.#nextNumber(object, field);
    }
  }

  #skipNumbersUpTo(
    object: ObjectDefinition,
    field: { name: string },
    given: string,
  ): void {
    const key = `${object.name}.${field.name}`;
    const number = Number(/\d+$/.exec(given)?.[0] ?? 0);
    const last = this.#autoNumbers.get(key) ?? 0;
    this.#autoNumbers.set(key, Math.max(last, number));
  }

  #nextNumber(object: ObjectDefinition, field: AutoNumber): string {
    const key = `${object.name}.${field.name}`;
    const number = (this.#autoNumbers.get(key) ?? 0) + 1;
    this.#autoNumbers.set(key, number);
    return field.format.replace(/\{(0+)\}/, (_, zeros: string) =>
      String(number).padStart(zeros.length, '0'),
    );
  }

  /** Adds the fields that are computed from the row itself. */
  #complete(object: ObjectDefinition, draft: DraftRow): Row {
    for (const { stored } of this.#rules.for(object.name)) {
      if (!stored) continue;
      for (const field of Object.keys(stored)) {
        const value = stored[field](draft, this);
        if (value === null) delete draft[field];
        else draft[field] = value;
      }
    }
    return Object.freeze(draft) as Row;
  }
}
