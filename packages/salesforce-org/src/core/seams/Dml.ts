import type { CallContext } from './CallContext';
import type { Transaction } from './storage';
import type { FieldInput } from './values';

export interface UpsertOutcome {
  readonly id: string;
  readonly created: boolean;
}

/**
 * Writing as a caller: validation from the metadata, rules, access, journal.
 * Every call is atomic by itself. Inside `transaction` the calls share one
 * transaction, in which setup and other objects may not mix; a call that
 * throws undoes itself alone, so the caller decides whether to go on
 * (allOrNone false) or to rethrow (allOrNone true).
 *
 * Ids may be 15 or 18 characters long; answers are always 18.
 */
export interface Dml {
  insert(ctx: CallContext, object: string, fields: FieldInput): string;
  update(
    ctx: CallContext,
    object: string,
    id: string,
    fields: FieldInput,
  ): void;
  upsert(
    ctx: CallContext,
    object: string,
    key: { field: string; value: string },
    fields: FieldInput,
  ): UpsertOutcome;
  delete(ctx: CallContext, object: string, id: string): void;
  undelete(ctx: CallContext, object: string, id: string): void;
  /** Nested calls become savepoints of the outer transaction. */
  transaction<T>(ctx: CallContext, run: (tx: Transaction) => T): T;
}
