import type { Knex } from 'knex';
import type { PolicyRow } from '../../tables';

/** The versions of an action's policy, newest first, below a version. */
export async function listPolicyVersions(options: {
  knex: Knex;
  action: string;
  below?: number;
  limit: number;
}): Promise<PolicyRow[]> {
  const query = options
    .knex<PolicyRow>('salesforce_policies')
    .where('action', options.action)
    .orderBy('version', 'desc')
    .limit(options.limit);
  if (options.below !== undefined) query.where('version', '<', options.below);
  return query;
}
