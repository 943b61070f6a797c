import type { Knex } from 'knex';
import type { OrgRow } from '../../tables';

/** One org, or undefined. */
export async function findOrg(options: {
  knex: Knex;
  orgId: string;
}): Promise<OrgRow | undefined> {
  return options
    .knex<OrgRow>('salesforce_orgs')
    .where({ id: options.orgId })
    .first();
}
