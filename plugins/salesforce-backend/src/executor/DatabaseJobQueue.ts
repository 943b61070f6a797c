import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import {
  cancelQueuedJob,
  insertJob,
  readJobState,
  reopenChanges,
  requeueFinishedJob,
} from '../database/operations/jobs/queueJob';
import type { JobQueue } from './Executor';

/** The queue of jobs in the host's database. */
export class DatabaseJobQueue implements JobQueue {
  readonly #now: () => Date;
  readonly #onCommitted: () => void;

  static create(options: {
    now: () => Date;
    /** Called after a transaction that queued a job committed. */
    onCommitted(): void;
  }): DatabaseJobQueue {
    return new DatabaseJobQueue(options);
  }

  private constructor(options: { now: () => Date; onCommitted(): void }) {
    this.#now = options.now;
    this.#onCommitted = options.onCommitted;
  }

  async enqueue(
    transaction: Knex.Transaction,
    job: { requestId: string; orgId: string; runAt: string },
  ): Promise<void> {
    await insertJob({
      transaction,
      ...job,
      now: this.#now().toISOString(),
    });
    this.#wakeAfter(transaction);
  }

  async cancel(
    transaction: Knex.Transaction,
    job: { requestId: string },
  ): Promise<'cancelled' | 'running' | 'absent'> {
    const cancelled = await cancelQueuedJob({
      transaction,
      requestId: job.requestId,
      now: this.#now().toISOString(),
    });
    if (cancelled === 1) return 'cancelled';
    const state = await readJobState({
      transaction,
      requestId: job.requestId,
    });
    return state === 'leased' ? 'running' : 'absent';
  }

  async requeue(
    transaction: Knex.Transaction,
    job: {
      requestId: string;
      orgId: string;
      runAt: string;
      repeatUnknown: boolean;
    },
  ): Promise<void> {
    const now = this.#now().toISOString();
    const state = await readJobState({ transaction, requestId: job.requestId });
    if (state === undefined) {
      await insertJob({ transaction, ...job, now });
    } else if ((await requeueFinishedJob({ transaction, ...job, now })) !== 1) {
      throw new SalesdeskError(
        'ConflictError',
        'The request is being run already',
        { code: 'wrong_state' },
      );
    }
    await reopenChanges({
      transaction,
      requestId: job.requestId,
      outcomes: job.repeatUnknown
        ? ['failed', 'skipped', 'unknown']
        : ['failed', 'skipped'],
    });
    this.#wakeAfter(transaction);
  }

  #wakeAfter(transaction: Knex.Transaction): void {
    transaction.executionPromise.then(this.#onCommitted, () => {});
  }
}
