import type { Knex } from 'knex';
import type { OrgRow } from '../../tables';

/** What may be set on an org. */
export type OrgPatch = Partial<
  Omit<OrgRow, 'id' | 'revision' | 'created_at' | 'updated_at'>
>;

/**
 * Changes an org that is still at the revision that the caller read. Of any
 * number of writers who read the same revision, exactly one gets `'updated'`.
 * Gateways of other processes see the new revision and are made anew.
 */
export async function updateOrg(options: {
  knex: Knex;
  orgId: string;
  revision: number;
  patch: OrgPatch;
  at: string;
}): Promise<'updated' | 'conflict'> {
  const { knex, orgId, revision, patch, at } = options;
  const changed = await knex<OrgRow>('salesforce_orgs')
    .where({ id: orgId, revision })
    .update({ ...patch, revision: revision + 1, updated_at: at });
  return changed === 1 ? 'updated' : 'conflict';
}
