import type { Knex } from 'knex';
import type { JobRow, RequestRow } from '../../tables';
import type { JobHolder } from './holdJob';

/**
 * Takes the leases of jobs that may run together with one that was claimed:
 * follow-ups of the same org and action that are due, were not planned yet and
 * were never tried, or not since their org was resumed. The update is conditional
 * on that, so of any number of replicas one gets each job.
 */
export async function claimSiblings(options: {
  knex: Knex;
  request: Pick<RequestRow, 'id' | 'org_id' | 'action_id'>;
  owner: string;
  now: string;
  leaseUntil: string;
  limit: number;
}): Promise<Array<{ job: JobRow; request: RequestRow }>> {
  const { knex, request, owner, now, leaseUntil, limit } = options;
  const requests = await knex<RequestRow>('salesforce_requests')
    .select('salesforce_requests.*')
    .join(
      'salesforce_jobs',
      'salesforce_jobs.request_id',
      'salesforce_requests.id',
    )
    .where({
      'salesforce_jobs.org_id': request.org_id,
      'salesforce_jobs.state': 'queued',
      'salesforce_jobs.attempts': 0,
      'salesforce_requests.action_id': request.action_id,
      'salesforce_requests.state': 'scheduled',
      'salesforce_requests.source': 'follow_up',
      'salesforce_requests.plan_version': 0,
    })
    .where('salesforce_jobs.run_at', '<=', now)
    .whereNot('salesforce_jobs.request_id', request.id)
    .orderBy('salesforce_jobs.run_at')
    .limit(limit);
  if (requests.length === 0) return [];
  const claimed: JobRow[] = await knex<JobRow>('salesforce_jobs')
    .whereIn(
      'request_id',
      requests.map(({ id }) => id),
    )
    .where({ state: 'queued', attempts: 0 })
    .update({
      state: 'leased',
      lease_owner: owner,
      lease_until: leaseUntil,
      ticket: knex.raw('ticket + 1'),
      attempts: 1,
      updated_at: now,
    })
    .returning('*');
  const byId = new Map(requests.map(row => [row.id, row]));
  return claimed.flatMap(job => {
    const row = byId.get(job.request_id);
    return row ? [{ job, request: row }] : [];
  });
}

/**
 * Renews the leases of jobs that were claimed together, where they still are
 * what was claimed: whoever took one over since holds a higher ticket.
 */
export async function holdSiblings(options: {
  knex: Knex;
  holders: JobHolder[];
  leaseUntil: string;
}): Promise<void> {
  const { knex, holders, leaseUntil } = options;
  for (const ticket of new Set(holders.map(holder => holder.ticket))) {
    await knex<JobRow>('salesforce_jobs')
      .whereIn(
        'request_id',
        holders.flatMap(holder =>
          holder.ticket === ticket ? [holder.requestId] : [],
        ),
      )
      .where({ state: 'leased', ticket })
      .update({ lease_until: leaseUntil });
  }
}
