import type { Knex } from 'knex';
import type { OrgRow } from '../../tables';

/**
 * Shows that the inventory of an org is being read, or no longer. It changes
 * nothing of an org that has problems, is paused, or is not connected: those
 * states say more.
 */
export async function noteSyncing(options: {
  knex: Knex;
  orgId: string;
  isSyncing: boolean;
}): Promise<void> {
  const { knex, orgId, isSyncing } = options;
  const [from, to] = isSyncing
    ? ['connected', 'syncing']
    : ['syncing', 'connected'];
  await knex<OrgRow>('salesforce_orgs')
    .where({ id: orgId, status: from })
    .update({ status: to });
}
