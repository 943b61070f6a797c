import type { Knex } from 'knex';
import type { UserLinkRow } from '../../tables';

/**
 * Links a person with a Salesforce user, in place of what either was linked
 * with. Run it in a transaction.
 */
export async function putLink(options: {
  knex: Knex.Transaction;
  row: UserLinkRow;
}): Promise<void> {
  const { knex, row } = options;
  await knex<UserLinkRow>('salesforce_user_links')
    .where({ org_id: row.org_id })
    .where(query =>
      query
        .where({ person_ref: row.person_ref })
        .orWhere({ user_id: row.user_id }),
    )
    .delete();
  await knex<UserLinkRow>('salesforce_user_links').insert(row);
}
