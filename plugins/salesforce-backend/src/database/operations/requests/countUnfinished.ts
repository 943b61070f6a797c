import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { RequestScope } from '../../../permissions/RequestDecisions';
import { whereScope } from '../../../permissions/whereCriteria';

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
  /** Only those that somebody may see. */
  scope?: RequestScope;
}): Promise<number> {
  const { knex, orgId, scope } = options;
  const [{ count }]: Array<{ count: number | string }> = await knex(
    'salesforce_requests as request',
  )
    .where('request.org_id', orgId)
    .whereIn('request.state', unfinished)
    .modify(query => scope && whereScope(query, scope))
    .select(knex.raw('count(*) as count'));
  return Number(count);
}
