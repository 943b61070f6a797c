import type { Knex } from 'knex';
import type { OrgRow } from '../../tables';

/** Every org: the default first, then by title. */
export async function listOrgs(options: { knex: Knex }): Promise<OrgRow[]> {
  return options
    .knex<OrgRow>('salesforce_orgs')
    .orderBy('is_default', 'desc')
    .orderBy('title')
    .orderBy('id')
    .select();
}
