import type { Knex } from 'knex';
import { insertChanges } from '../../database/operations/inventory/changes';
import { countRecords } from '../../database/operations/inventory/countRecords';
import {
  readFingerprints,
  readRecords,
  type RecordSelection,
} from '../../database/operations/inventory/readRecords';
import { removeRecords } from '../../database/operations/inventory/removeRecords';
import { writeState } from '../../database/operations/inventory/state';
import {
  forgetStretches,
  readStretch,
  writeStretch,
} from '../../database/operations/inventory/stretches';
import { storeRecords } from '../../database/operations/inventory/storeRecords';
import {
  updateHeldSync,
  updateStep,
} from '../../database/operations/inventory/syncs';
import type {
  InventorySyncRow,
  InventorySyncStepRow,
} from '../../database/tables';
import type { InventoryObject } from '../model';
import { compareRecords, type Comparison } from './compareRecords';
import type { FreshRecords } from './FreshRecords';
import { recentFrom } from './stepQueries';
import { laterOf } from './toInventoryRow';

/** Another replica holds the sync by now. */
export class SyncLostError extends Error {
  readonly name = 'SyncLostError';
}

/** This process is about to end; another goes on. */
export class SyncStoppedError extends Error {
  readonly name = 'SyncStoppedError';
}

/** What goes into the database at once. */
export interface Portion {
  object: InventoryObject;
  step: InventorySyncStepRow;
  records: FreshRecords;
  /** Of anything but ids everything was read: what is missing is gone. */
  selection: RecordSelection;
}

/**
 * Stores what a sync reads, a portion at a time. Records, the changes they
 * are, the step's progress and the renewed lease are one transaction: a sync
 * that dies goes on where its last transaction ended, and one that lost its
 * lease writes nothing more.
 */
export class StepWriter {
  readonly #knex: Knex;
  readonly #sync: InventorySyncRow;
  readonly #now: () => Date;
  readonly #leaseMilliseconds: number;
  readonly #apiCalls: () => number;
  /** Objects that had been read before: only their changes are worth telling. */
  readonly #known: ReadonlySet<string>;
  readonly #isStopping: () => boolean;

  constructor(options: {
    knex: Knex;
    sync: InventorySyncRow;
    now: () => Date;
    leaseMilliseconds: number;
    apiCalls: () => number;
    known: ReadonlySet<string>;
    isStopping: () => boolean;
  }) {
    this.#knex = options.knex;
    this.#sync = options.sync;
    this.#now = options.now;
    this.#leaseMilliseconds = options.leaseMilliseconds;
    this.#apiCalls = options.apiCalls;
    this.#known = options.known;
    this.#isStopping = options.isStopping;
  }

  /** Stores a portion; `after` is the step as it is once that is done. */
  async store(
    portion: Portion,
    after: Partial<InventorySyncStepRow>,
  ): Promise<void> {
    const { object, step, records } = portion;
    await this.#holding(async transaction => {
      const newest = await this.#storeRecords(transaction, portion);
      step.newest = laterOf(step.newest, newest);
      const recent = step.read_from ? recentFrom(step.read_from) : undefined;
      if (recent && newest !== null && newest >= recent) {
        step.recent += records.changedSince(recent);
      }
      Object.assign(step, after, { rows: step.rows + records.size });
      await this.#settle(transaction, object, step);
    });
  }

  /** Answers when the latest change was that any of the records carries. */
  async #storeRecords(
    transaction: Knex.Transaction,
    portion: Portion,
  ): Promise<string | null> {
    const { records, selection } = portion;
    const place = {
      transaction,
      orgId: this.#sync.org_id,
      object: portion.object.name,
    };
    if (!('after' in selection)) {
      const ids = await this.#storeDifferent(transaction, portion);
      await forgetStretches({ ...place, ids });
      return records.newest();
    }
    const stretch = { ...place, range: selection };
    const fingerprint = records.fingerprint();
    const known = await readStretch(stretch);
    if (known?.fingerprint === fingerprint) return known.newest;
    await this.#storeDifferent(transaction, portion);
    const newest = records.newest();
    await writeStretch({ ...stretch, fingerprint, newest });
    return newest;
  }

  /** Answers the ids of what is stored differently now. */
  async #storeDifferent(
    transaction: Knex.Transaction,
    portion: Portion,
  ): Promise<string[]> {
    const { object, step } = portion;
    const orgId = this.#sync.org_id;
    const found = await this.#compare(transaction, portion);
    await storeRecords({ transaction, object, orgId, rows: found.store });
    await removeRecords({ transaction, object, orgId, ids: found.removed });
    const count = (kind: string) =>
      found.changes.filter(change => change.kind === kind).length;
    step.added += count('added');
    step.changed += count('changed');
    step.removed += count('removed');
    if (this.#known.has(object.name)) {
      const at = this.#now().toISOString();
      await insertChanges({
        transaction,
        changes: found.changes.map(({ id, fields, ...change }) => ({
          ...change,
          org_id: orgId,
          sync_id: this.#sync.id,
          object: object.name,
          record_id: id,
          fields: fields ? JSON.stringify(fields) : null,
          at,
        })),
      });
    }
    return [...found.store.map(({ id }) => id), ...found.removed];
  }

  /** What is different, looking closely only where fingerprints differ. */
  async #compare(
    transaction: Knex.Transaction,
    { object, records, selection }: Portion,
  ): Promise<Comparison> {
    const reading = { knex: transaction, object, orgId: this.#sync.org_id };
    const known = await readFingerprints({ ...reading, selection });
    const different = records.each.filter(
      ({ id, fingerprint }) => known.get(id) !== fingerprint,
    );
    const there = new Set(records.each.map(({ id }) => id));
    const removed =
      'ids' in selection ? [] : [...known.keys()].filter(id => !there.has(id));
    const ids = [
      ...different.flatMap(({ id }) => (known.has(id) ? [id] : [])),
      ...removed,
    ];
    return compareRecords({
      object,
      read: different.map(record => record.toRow()),
      stored:
        ids.length > 0
          ? await readRecords({ ...reading, selection: { ids } })
          : new Map(),
      removed,
    });
  }

  /** Notes what became of a step without storing records. */
  async note(
    object: InventoryObject,
    step: InventorySyncStepRow,
    after: Partial<InventorySyncStepRow>,
  ): Promise<void> {
    await this.#holding(async transaction => {
      Object.assign(step, after);
      await this.#settle(transaction, object, step);
    });
  }

  /** Leaves a step out of this sync; what is known of its object stays. */
  async skip(step: InventorySyncStepRow): Promise<void> {
    await this.#holding(async transaction => {
      step.state = 'done';
      await updateStep({ transaction, step });
    });
  }

  /** Runs in a transaction that only the holder of the sync can commit. */
  async #holding(
    work: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const now = this.#now();
      const held = await updateHeldSync({
        transaction,
        syncId: this.#sync.id,
        ticket: this.#sync.ticket,
        changes: {
          lease_until: new Date(
            now.getTime() + this.#leaseMilliseconds,
          ).toISOString(),
          api_calls: this.#apiCalls(),
          // it gets somewhere
          attempts: 0,
          updated_at: now.toISOString(),
        },
      });
      if (!held) {
        throw new SyncLostError(`Sync '${this.#sync.id}' is held by another`);
      }
      await work(transaction);
    });
    if (this.#isStopping()) {
      throw new SyncStoppedError('The process that synced was stopped');
    }
  }

  async #settle(
    transaction: Knex.Transaction,
    object: InventoryObject,
    step: InventorySyncStepRow,
  ): Promise<void> {
    await updateStep({ transaction, step });
    if (step.state !== 'done' && step.state !== 'unavailable') return;
    const orgId = this.#sync.org_id;
    await writeState({
      transaction,
      row: {
        org_id: orgId,
        object: object.name,
        available: step.state === 'done',
        read_from: step.state === 'done' ? step.read_from : null,
        newest: step.newest,
        recent: step.recent,
        rows: await countRecords({ knex: transaction, object, orgId }),
        problem: step.problem,
        synced_at: this.#now().toISOString(),
      },
    });
  }
}
