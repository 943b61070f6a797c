import { normalizeId } from '../core/ids';
import type { MemoryJournal } from '../core/MemoryJournal';
import type {
  CallContext,
  Dml,
  DraftRow,
  FieldInput,
  ObjectRules,
  OrgServices,
  Row,
  Transaction,
  UpsertOutcome,
} from '../core/types';
import type { ObjectDefinition } from '../schema/definitions';
import { DefaultTransaction } from '../store/DefaultTransaction';
import type { MemoryRecordStore } from '../store/MemoryRecordStore';
import {
  checkNotEmptied,
  checkRequired,
  checkValues,
  type WriteCheck,
} from './checkValues';
import { changedFields, differs, isTold, pick } from './changes';
import { DeleteCascade } from './DeleteCascade';
import { entityCannotBe } from './errors';
import { fillDefaults } from './fillDefaults';
import { findUpsertTargets } from './findUpsertTargets';
import { MixedDmlGuard } from './MixedDmlGuard';
import { readFields } from './readFields';
import { RecordGate } from './RecordGate';
import { SalesforceError } from '../core/SalesforceError';

interface OpenTransaction {
  readonly tx: DefaultTransaction;
  readonly guard: MixedDmlGuard;
}

/**
 * Writes as a caller. The order of things, for each record:
 *
 * 1. may the caller do this to the object and to this record;
 * 2. the body: unknown, hidden and read-only fields, types;
 * 3. defaults of the metadata and of the rules, then the rules' `before`;
 * 4. the metadata: required, lengths, picklists, references, uniqueness;
 * 5. the rules' `validate`, the write, the rules' `after`, the journal.
 *
 * Whatever throws takes back all that this call wrote, and nothing else.
 */
export class DefaultDml implements Dml {
  readonly #org: OrgServices;
  readonly #store: MemoryRecordStore;
  readonly #journal: MemoryJournal;
  readonly #cascade: DeleteCascade;
  readonly #gate: RecordGate;
  #open: OpenTransaction | undefined;

  constructor(options: {
    org: OrgServices;
    store: MemoryRecordStore;
    journal: MemoryJournal;
  }) {
    this.#org = options.org;
    this.#store = options.store;
    this.#journal = options.journal;
    this.#cascade = new DeleteCascade({ org: options.org });
    this.#gate = new RecordGate({ org: options.org });
  }

  insert(ctx: CallContext, objectName: string, fields: FieldInput): string {
    const object = this.#gate.visibleObject(ctx, objectName);
    this.#gate.checkInsert(ctx, object);
    return this.#atomic(ctx, ({ tx, guard }) => {
      if (!ctx.systemMode) guard.enter(object);
      const row = this.#newRow(ctx, tx, object, fields);
      const event = { ctx, object, tx, org: this.#org, row };
      for (const rules of this.#rules(object)) rules.afterInsert?.(event);
      this.#journal.append(ctx, {
        kind: 'insert',
        object: object.name,
        id: row.Id,
        after: row,
      });
      return row.Id;
    });
  }

  update(
    ctx: CallContext,
    objectName: string,
    id: string,
    fields: FieldInput,
  ): void {
    const object = this.#gate.visibleObject(ctx, objectName);
    const before = this.#gate.existingRow(ctx, object, id);
    this.#gate.checkUpdate(ctx, object, before);
    this.#atomic(ctx, ({ tx, guard }) => {
      const values = readFields({
        ctx,
        org: this.#org,
        object,
        fields,
        verb: 'update',
      });
      const given = new Set(Object.keys(values));
      const row: DraftRow = { ...before, ...values };
      if (!ctx.systemMode) guard.enter(object, changedFields(before, row));
      const changed = (field: string) => differs(before[field], row[field]);
      const event = { ctx, object, tx, org: this.#org, before, row };
      const beforeEvent = { ...event, given, changed };
      const all = this.#rules(object);
      for (const rules of all) rules.beforeUpdate?.(beforeEvent);
      const check: WriteCheck = {
        ...{ ctx, org: this.#org, tx, object, row },
        changed: changedFields(before, row),
      };
      checkNotEmptied(check);
      checkValues(check);
      for (const rules of all) rules.validate?.(beforeEvent);
      const changes = pick(row, [...changedFields(before, row)]);
      const after = tx.update(object.name, before.Id, changes);
      const afterEvent = {
        ...{ ctx, object, tx, org: this.#org, before, row: after },
        changed: (field: string) => differs(before[field], after[field]),
      };
      for (const rules of all) rules.afterUpdate?.(afterEvent);
      const names = [...changedFields(before, after)].filter(isTold);
      this.#journal.append(ctx, {
        kind: 'update',
        object: object.name,
        id: before.Id,
        before: pick(before, names),
        after: pick(after, names),
      });
    });
  }

  upsert(
    ctx: CallContext,
    objectName: string,
    key: { field: string; value: string },
    fields: FieldInput,
  ): UpsertOutcome {
    const object = this.#gate.visibleObject(ctx, objectName);
    const { field, found } = findUpsertTargets({
      ...{ ctx, org: this.#org, object, key },
    });
    if (field.type !== 'id' && givesField(fields, field.name)) {
      throw new SalesforceError({
        errorCode: 'INVALID_FIELD',
        message: `The ${field.name} field should not be specified in the sobject data.`,
      });
    }
    if (found.length > 1) {
      throw SalesforceError.multipleMatches(
        found.map(
          ({ Id }) =>
            `/services/data/v${ctx.apiVersion}/sobjects/${object.name}/${Id}`,
        ),
      );
    }
    if (found.length === 1) {
      this.update(ctx, object.name, found[0].Id, fields);
      return { id: found[0].Id, created: false };
    }
    if (field.type === 'id') throw this.#gate.missing(object, key.value);
    const id = this.insert(ctx, object.name, {
      ...fields,
      [field.name]: key.value,
    });
    return { id, created: true };
  }

  delete(ctx: CallContext, objectName: string, id: string): void {
    const object = this.#gate.visibleObject(ctx, objectName);
    const row = this.#gate.existingRow(ctx, object, id);
    this.#gate.checkDelete(ctx, object, row);
    this.#atomic(ctx, ({ tx, guard }) => {
      if (!ctx.systemMode) guard.enter(object);
      this.#cascade.run({ ctx, tx, object, row, journal: this.#journal });
    });
  }

  undelete(ctx: CallContext, objectName: string, id: string): void {
    const object = this.#gate.visibleObject(ctx, objectName);
    if (!object.capabilities.undeletable) {
      throw entityCannotBe('undeleted', object);
    }
    const id18 = normalizeId(id);
    const row = id18 ? this.#store.get(object.name, id18) : undefined;
    if (!row) throw this.#gate.missing(object, id);
    if (row.IsDeleted !== true) {
      throw new SalesforceError({
        errorCode: 'UNDELETE_FAILED',
        message: 'Entity is not in the recycle bin',
        fields: [],
      });
    }
    this.#atomic(ctx, ({ tx }) =>
      this.#cascade.undo({ ctx, tx, object, row, journal: this.#journal }),
    );
  }

  transaction<T>(ctx: CallContext, run: (tx: Transaction) => T): T {
    return this.#atomic(ctx, ({ tx }) => run(tx));
  }

  #newRow(
    ctx: CallContext,
    tx: DefaultTransaction,
    object: ObjectDefinition,
    fields: FieldInput,
  ): Row {
    const org = this.#org;
    const values = readFields({ ctx, org, object, fields, verb: 'create' });
    const given = new Set(Object.keys(values));
    const row: DraftRow = values;
    const event = { ctx, object, tx, org, row, given };
    const all = this.#rules(object);
    fillDefaults(event, all);
    for (const rules of all) rules.beforeInsert?.(event);
    const changed = Object.keys(row);
    const check: WriteCheck = { ctx, org, tx, object, row, changed };
    const required = all.find(rules => rules.requiredOnInsert);
    checkRequired(check, required?.requiredOnInsert);
    checkValues(check);
    for (const rules of all) rules.validate?.(event);
    return tx.insert(object.name, row);
  }

  #rules(object: ObjectDefinition): readonly ObjectRules[] {
    return this.#org.rules.for(object.name);
  }

  /** Runs inside the open transaction, or in one of its own. */
  #atomic<T>(ctx: CallContext, run: (open: OpenTransaction) => T): T {
    if (this.#open) return this.#nested(ctx, this.#open, run);
    this.#org.clock.settle();
    const tx = new DefaultTransaction({
      store: this.#store,
      schema: this.#org.schema,
      userId: ctx.userId,
    });
    this.#open = { tx, guard: new MixedDmlGuard() };
    this.#journal.begin();
    try {
      const result = run(this.#open);
      this.#journal.commit();
      return result;
    } catch (error) {
      tx.rollbackTo(0);
      this.#journal.abandon();
      throw error;
    } finally {
      this.#open = undefined;
    }
  }

  #nested<T>(
    ctx: CallContext,
    open: OpenTransaction,
    run: (open: OpenTransaction) => T,
  ): T {
    const { tx, guard } = open;
    const savepoint = tx.savepoint();
    const journalSavepoint = this.#journal.savepoint();
    const restoreGuard = guard.state();
    const signer = tx.signAs(ctx.userId);
    try {
      return run(open);
    } catch (error) {
      tx.rollbackTo(savepoint);
      this.#journal.rollbackTo(journalSavepoint);
      restoreGuard();
      throw error;
    } finally {
      tx.signAs(signer);
    }
  }
}

function givesField(fields: FieldInput, name: string): boolean {
  const wanted = name.toLowerCase();
  return Object.keys(fields).some(given => given.toLowerCase() === wanted);
}
