import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';

const unfinished: RequestState[] = [
  'submitted',
  'awaiting_approval',
  'approved',
  'scheduled',
  'running',
  'needs_admin',
  'stale',
];

/** How many requests of an org have not come to their end. */
export async function countUnfinished(options: {
  knex: Knex;
  orgId: string;
}): Promise<number> {
  const [{ count }]: Array<{ count: number | string }> = await options
    .knex('salesforce_requests')
    .where('org_id', options.orgId)
    .whereIn('state', unfinished)
    .select(options.knex.raw('count(*) as count'));
  return Number(count);
}
