import type { Knex } from 'knex';
import type { OauthFlowRow } from '../../tables';

/**
 * Forgets the logins that are too old, and those that the person began before
 * for the same thing: one is under way at a time.
 */
export async function forgetFlows(options: {
  knex: Knex;
  personRef: string;
  orgId: string;
  purpose: OauthFlowRow['purpose'];
  at: string;
}): Promise<void> {
  const { knex, personRef, orgId, purpose, at } = options;
  await knex<OauthFlowRow>('salesforce_oauth_flows')
    .where('expires_at', '<=', at)
    .orWhere({ person_ref: personRef, org_id: orgId, purpose })
    .delete();
}
