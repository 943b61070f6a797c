import type { Knex } from 'knex';
import type { RequestRow } from '../../tables';

/** Whether a request that changed something of an org has ended since a moment. */
export async function hasEndedSince(options: {
  knex: Knex;
  orgId: string;
  since: string;
}): Promise<boolean> {
  const row = await options
    .knex<RequestRow>('salesforce_requests')
    .where({ org_id: options.orgId })
    .whereIn('state', ['succeeded', 'partly_failed'])
    .where('updated_at', '>=', options.since)
    .first('id');
  return row !== undefined;
}
