import type { Knex } from 'knex';
import type { JobRow } from '../../tables';

/** Who holds a job: the ticket is the fence. */
export interface JobHolder {
  requestId: string;
  ticket: number;
}

/** Thrown when somebody else holds the job by now; nothing was written. */
export class LeaseLostError extends Error {
  constructor(requestId: string) {
    super(`The job of request '${requestId}' is held by another worker`);
    this.name = 'LeaseLostError';
  }
}

/**
 * The fence. Renews the lease and locks the job's row until the transaction
 * ends; throws when the ticket is not the current one. Every transaction of a
 * worker starts with it, so a worker whose lease was taken writes nothing.
 */
export async function holdJob(options: {
  transaction: Knex | Knex.Transaction;
  holder: JobHolder;
  leaseUntil: string;
}): Promise<void> {
  const held = await options
    .transaction<JobRow>('salesforce_jobs')
    .where({
      request_id: options.holder.requestId,
      ticket: options.holder.ticket,
      state: 'leased',
    })
    .update({ lease_until: options.leaseUntil });
  if (held !== 1) throw new LeaseLostError(options.holder.requestId);
}

/** Ends a job; same fence. */
export async function finishJob(options: {
  transaction: Knex.Transaction;
  holder: JobHolder;
  now: string;
}): Promise<void> {
  const finished = await options
    .transaction<JobRow>('salesforce_jobs')
    .where({
      request_id: options.holder.requestId,
      ticket: options.holder.ticket,
      state: 'leased',
    })
    .update({
      state: 'done',
      lease_owner: null,
      lease_until: null,
      last_problem: null,
      updated_at: options.now,
    });
  if (finished !== 1) throw new LeaseLostError(options.holder.requestId);
}

/** Gives the lease back and says when to try again, and why; same fence. */
export async function deferJob(options: {
  transaction: Knex | Knex.Transaction;
  holder: JobHolder;
  now: string;
  runAt: string;
  problem: { message: string; code?: string; details?: string };
}): Promise<void> {
  const deferred = await options
    .transaction<JobRow>('salesforce_jobs')
    .where({
      request_id: options.holder.requestId,
      ticket: options.holder.ticket,
      state: 'leased',
    })
    .update({
      state: 'waiting',
      run_at: options.runAt,
      lease_owner: null,
      lease_until: null,
      last_problem: JSON.stringify(options.problem),
      updated_at: options.now,
    });
  if (deferred !== 1) throw new LeaseLostError(options.holder.requestId);
}
