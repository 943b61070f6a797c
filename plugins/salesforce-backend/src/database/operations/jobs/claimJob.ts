import type { Knex } from 'knex';
import type { JobRow } from '../../tables';

/**
 * Takes the lease of one job that is due: queued or waiting past its time, or
 * leased by somebody whose lease ran out. Any number of replicas may call this
 * at once; the update is conditional on what was read, so one of them gets the
 * job, and its ticket is higher than every earlier one.
 */
export async function claimJob(options: {
  knex: Knex;
  owner: string;
  now: string;
  leaseUntil: string;
  /** Orgs that have as many jobs here as they may have. */
  exceptOrgs: string[];
}): Promise<JobRow | undefined> {
  const { knex, owner, now, leaseUntil } = options;
  const due = await knex<JobRow>('salesforce_jobs')
    .where(query =>
      query
        .where(waiting =>
          waiting
            .whereIn('state', ['queued', 'waiting'])
            .where('run_at', '<=', now),
        )
        .orWhere(lost =>
          lost.where('state', 'leased').where('lease_until', '<', now),
        ),
    )
    .whereNotIn('org_id', options.exceptOrgs)
    .orderBy('run_at')
    .limit(20);
  for (const job of due) {
    const claimed = await knex<JobRow>('salesforce_jobs')
      .where({
        request_id: job.request_id,
        state: job.state,
        ticket: job.ticket,
      })
      // A holder that renewed its lease since is still at work.
      .modify(query => {
        if (job.state === 'leased') query.where('lease_until', '<', now);
      })
      .update({
        state: 'leased',
        lease_owner: owner,
        lease_until: leaseUntil,
        ticket: job.ticket + 1,
        attempts: job.attempts + 1,
        updated_at: now,
      });
    if (claimed === 1) {
      return {
        ...job,
        state: 'leased',
        lease_owner: owner,
        lease_until: leaseUntil,
        ticket: job.ticket + 1,
        attempts: job.attempts + 1,
      };
    }
  }
  return undefined;
}
