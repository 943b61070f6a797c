import type { Knex } from 'knex';
import type { OauthFlowRow } from '../../tables';

/** A login of this person that is under way and not too old. */
export async function findFlow(options: {
  knex: Knex;
  stateHash: string;
  personRef: string;
  at: string;
}): Promise<OauthFlowRow | undefined> {
  const { knex, stateHash, personRef, at } = options;
  return knex<OauthFlowRow>('salesforce_oauth_flows')
    .where({ state_hash: stateHash, person_ref: personRef })
    .where('expires_at', '>', at)
    .first();
}
