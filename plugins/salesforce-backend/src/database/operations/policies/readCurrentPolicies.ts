import type { Knex } from 'knex';
import type { PolicyRow } from '../../tables';

/** The newest version of every overridden action, or of the named ones. */
export async function readCurrentPolicies(options: {
  knex: Knex | Knex.Transaction;
  actions?: readonly string[];
}): Promise<PolicyRow[]> {
  const { knex, actions } = options;
  const newest = knex<PolicyRow>('salesforce_policies')
    .select('action')
    .max({ version: 'version' })
    .groupBy('action')
    .as('newest');
  if (actions) newest.whereIn('action', actions);
  return knex('salesforce_policies as policy')
    .join(newest, join =>
      join
        .on('newest.action', 'policy.action')
        .andOn('newest.version', 'policy.version'),
    )
    .select<PolicyRow[]>('policy.*');
}
