import type { Knex } from 'knex';
import type { JobRow } from '../../tables';

/**
 * Makes jobs due that waited because their org was paused, as if they had never
 * waited: nothing was sent for them, and they wait for nothing else. Follow-ups
 * among them run together again.
 */
export async function resumeJobs(options: {
  knex: Knex | Knex.Transaction;
  orgId: string;
  now: string;
}): Promise<void> {
  const { knex, orgId, now } = options;
  await knex<JobRow>('salesforce_jobs')
    .where({ org_id: orgId, state: 'waiting' })
    .where('last_problem', 'like', '%"code":"org_paused"%')
    .update({ state: 'queued', run_at: now, attempts: 0, updated_at: now });
}
