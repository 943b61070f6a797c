import type { Knex } from 'knex';
import type { OrgRow } from '../../tables';

/**
 * An org answered as it should, at the first call of a process: whatever
 * stands there from before is over. Says nothing of other states.
 */
export async function confirmConnected(options: {
  knex: Knex;
  orgId: string;
  revision: number;
}): Promise<void> {
  const { knex, orgId, revision } = options;
  await knex<OrgRow>('salesforce_orgs')
    .where({ id: orgId, revision })
    .whereIn('status', ['not_connected', 'degraded'])
    .update({ status: 'connected', status_reason: null });
}
