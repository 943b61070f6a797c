import type { Knex } from 'knex';
import {
  appendEntries,
  lockHead,
} from '../database/operations/audit/appendEntries';
import {
  hasWaiting,
  insertWaiting,
  readWaiting,
} from '../database/operations/audit/waitingEntries';
import type { NewAuditEntry } from './AuditLog';
import { chainEntries } from './chainEntries';
import { recordEntry, type AuditRecord } from './recordEntry';

/** How long entries may wait for others to share their batch. Milliseconds. */
const gatherMilliseconds = 100;
/** Appends that are given their place under one lock. */
const batchSize = 200;

/**
 * How entries get into the chain.
 *
 * A chain has one end, so whoever adds to it must be alone there until the
 * transaction ends. If every transaction added its own entries, all of them, in
 * all replicas, would commit one after the other, each with a write to the disk
 * while the others wait. So it is done in two steps:
 *
 * 1. **Record.** The transaction of what happened writes its entries where they
 *    wait, without any lock. They exist exactly if what they record does.
 * 2. **Place.** Soon after a commit (and before anybody reads, signs, exports or
 *    verifies) whoever comes first locks the head, gives all that wait their
 *    sequence numbers and hashes, and moves them behind it: in one transaction,
 *    so an entry is either waiting or placed, never both and never neither.
 *
 * What was recorded by a process that ended is placed by the next one that
 * looks. Entries of one request are placed in the order in which they happened:
 * a later transaction saw the earlier one committed, so its number is higher,
 * and a batch that holds the later one holds the earlier one too.
 */
export class AuditChain {
  readonly #knex: Knex;
  readonly #now: () => Date;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #nextRound: Promise<void> | undefined;

  constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** Records in the caller's transaction; the place follows after the commit. */
  async record(
    transaction: Knex.Transaction,
    entries: NewAuditEntry[],
  ): Promise<void> {
    const at = this.#now().toISOString();
    await insertWaiting({
      transaction,
      entries: JSON.stringify(entries.map(entry => recordEntry(entry, at))),
    });
    transaction.executionPromise.then(
      () => this.#placeSoon(),
      () => {},
    );
  }

  /** Gives everything its place that was committed before this call. */
  async placeWaiting(): Promise<void> {
    if (await hasWaiting({ knex: this.#knex })) await this.#place();
  }

  #placeSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      // What could not be placed waits for the next reader or sweep, and there
      // the error is told.
      this.#place().catch(() => {});
    }, gatherMilliseconds).unref();
  }

  /** One round at a time in this process; who comes during one gets the next. */
  #place(): Promise<void> {
    this.#nextRound ??= (this.#round ?? Promise.resolve())
      .catch(() => {})
      .then(() => {
        this.#round = this.#nextRound;
        this.#nextRound = undefined;
        return this.#placeAll();
      });
    return this.#nextRound;
  }

  async #placeAll(): Promise<void> {
    for (;;) {
      const placed = await this.#knex.transaction(async transaction => {
        const head = await lockHead({ transaction });
        const waiting = await readWaiting({ transaction, limit: batchSize });
        if (waiting.length === 0) return 0;
        await appendEntries({
          transaction,
          entries: chainEntries({
            head,
            records: waiting.flatMap(
              row => JSON.parse(row.entries) as AuditRecord[],
            ),
          }),
          waitingIds: waiting.map(({ id }) => id),
        });
        return waiting.length;
      });
      if (placed < batchSize) return;
    }
  }
}
