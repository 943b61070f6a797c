import type { Knex } from 'knex';
import type { OauthFlowRow } from '../../tables';

/** Ends a login. Of any number who try, one gets `'consumed'`. */
export async function consumeFlow(options: {
  knex: Knex;
  stateHash: string;
}): Promise<'consumed' | 'gone'> {
  const deleted = await options
    .knex<OauthFlowRow>('salesforce_oauth_flows')
    .where({ state_hash: options.stateHash })
    .delete();
  return deleted === 1 ? 'consumed' : 'gone';
}
