import type { Knex } from 'knex';
import type { OrgRow } from '../../tables';

/**
 * Stores a new org. Of any number of writers with the same id one gets
 * `'inserted'`, the others `'exists'`.
 */
export async function insertOrg(options: {
  knex: Knex;
  row: OrgRow;
}): Promise<'inserted' | 'exists'> {
  const { knex, row } = options;
  await knex<OrgRow>('salesforce_orgs').insert(row).onConflict('id').ignore();
  const stored = await knex<OrgRow>('salesforce_orgs')
    .where({ id: row.id })
    .first('created_at', 'sealed_credentials');
  return stored?.created_at === row.created_at &&
    stored.sealed_credentials === row.sealed_credentials
    ? 'inserted'
    : 'exists';
}
