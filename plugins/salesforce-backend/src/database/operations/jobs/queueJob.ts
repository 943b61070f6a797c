import type { Knex } from 'knex';
import type { ChangeRow, JobRow } from '../../tables';

/** Inserts a job; a second one for the same request violates the primary key. */
export async function insertJob(options: {
  transaction: Knex.Transaction;
  requestId: string;
  orgId: string;
  runAt: string;
  now: string;
}): Promise<void> {
  await options.transaction<JobRow>('salesforce_jobs').insert({
    request_id: options.requestId,
    org_id: options.orgId,
    state: 'queued',
    run_at: options.runAt,
    lease_owner: null,
    lease_until: null,
    ticket: 0,
    attempts: 0,
    repeat_unknown: false,
    last_problem: null,
    created_at: options.now,
    updated_at: options.now,
  });
}

/** Ends a job that nobody holds; tells by the number of rows whether it did. */
export async function cancelQueuedJob(options: {
  transaction: Knex.Transaction;
  requestId: string;
  now: string;
}): Promise<number> {
  return options
    .transaction<JobRow>('salesforce_jobs')
    .where({ request_id: options.requestId })
    .whereIn('state', ['queued', 'waiting'])
    .update({ state: 'done', updated_at: options.now });
}

/** The state of a job, or undefined where a request has none. */
export async function readJobState(options: {
  transaction: Knex | Knex.Transaction;
  requestId: string;
}): Promise<JobRow['state'] | undefined> {
  const row = await options
    .transaction<JobRow>('salesforce_jobs')
    .where({ request_id: options.requestId })
    .first('state');
  return row?.state;
}

/** The ticket of whoever held the job last; 0 where nobody did. */
export async function readJobTicket(options: {
  transaction: Knex.Transaction;
  requestId: string;
}): Promise<number> {
  const row = await options
    .transaction<JobRow>('salesforce_jobs')
    .where({ request_id: options.requestId })
    .first('ticket');
  return row?.ticket ?? 0;
}

/**
 * Queues a finished job again. Conditional on its being finished, so two
 * retries at once make one run.
 */
export async function requeueFinishedJob(options: {
  transaction: Knex.Transaction;
  requestId: string;
  runAt: string;
  now: string;
  repeatUnknown: boolean;
}): Promise<number> {
  return options
    .transaction<JobRow>('salesforce_jobs')
    .where({ request_id: options.requestId, state: 'done' })
    .update({
      state: 'queued',
      run_at: options.runAt,
      attempts: 0,
      repeat_unknown: options.repeatUnknown,
      last_problem: null,
      updated_at: options.now,
    });
}

/** Makes changes that failed (and on demand those of unknown outcome) due again. */
export async function reopenChanges(options: {
  transaction: Knex.Transaction;
  requestId: string;
  outcomes: Array<ChangeRow['outcome']>;
}): Promise<number> {
  return options
    .transaction<ChangeRow>('salesforce_changes')
    .where({ request_id: options.requestId })
    .whereIn('outcome', options.outcomes)
    .update({
      outcome: 'pending',
      outcome_detail: null,
      intended_at: null,
      attempts: 0,
      finished_at: null,
    });
}
