import type { Knex } from 'knex';
import type { OauthFlowRow } from '../../tables';

/** Stores a login that begins. */
export async function insertFlow(options: {
  knex: Knex;
  row: OauthFlowRow;
}): Promise<void> {
  await options
    .knex<OauthFlowRow>('salesforce_oauth_flows')
    .insert(options.row);
}
