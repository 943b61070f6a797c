import type { DraftRow, FieldValue, Row, Transaction } from '../core/types';
import type { Schema } from '../schema/definitions';
import type { MemoryRecordStore, Undo } from './MemoryRecordStore';

/**
 * Writes that can be taken back. Rows are changed at once, so everybody sees
 * them; that is no danger, because a transaction begins and ends within one
 * turn of the event loop. What was there is kept in order, and a rollback
 * plays it back in reverse.
 */
export class DefaultTransaction implements Transaction {
  readonly #store: MemoryRecordStore;
  readonly #schema: Schema;
  readonly #undo: Undo[] = [];
  #userId: string;

  constructor(options: {
    store: MemoryRecordStore;
    schema: Schema;
    userId: string;
  }) {
    this.#store = options.store;
    this.#schema = options.schema;
    this.#userId = options.userId;
  }

  get(object: string, id: string): Row | undefined {
    return this.#store.get(object, id);
  }

  all(object: string, options?: { deleted?: boolean }): Iterable<Row> {
    return this.#store.all(object, options);
  }

  findBy(
    object: string,
    field: string,
    value: FieldValue,
    options?: { deleted?: boolean },
  ): readonly Row[] {
    return this.#store.findBy(object, field, value, options);
  }

  count(object: string): number {
    return this.#store.count(object);
  }

  insert(object: string, values: DraftRow): Row {
    const { row, undo } = this.#store.insert(object, values, {
      userId: this.#userId,
    });
    this.#undo.push(undo);
    return row;
  }

  update(object: string, id: string, values: DraftRow): Row {
    const { row, undo } = this.#store.update(object, id, values, {
      userId: this.#userId,
    });
    this.#undo.push(undo);
    return row;
  }

  delete(object: string, id: string): void {
    const definition = this.#schema.require(object);
    if (definition.setup || !definition.field('IsDeleted')) {
      this.purge(object, id);
    } else {
      this.update(object, id, { IsDeleted: true });
    }
  }

  undelete(object: string, id: string): void {
    this.update(object, id, { IsDeleted: false });
  }

  purge(object: string, id: string): void {
    this.#undo.push(this.#store.purge(object, id).undo);
  }

  /** From now on writes are signed by this user. Returns who signed before. */
  signAs(userId: string): string {
    const before = this.#userId;
    this.#userId = userId;
    return before;
  }

  /** How much has been written: what `rollbackTo` takes. */
  savepoint(): number {
    return this.#undo.length;
  }

  rollbackTo(savepoint: number): void {
    while (this.#undo.length > savepoint) this.#undo.pop()!();
  }
}
