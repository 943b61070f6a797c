import type { Knex } from 'knex';
import type { UserLinkRow } from '../../tables';

/** Takes a link away. */
export async function deleteLink(options: {
  knex: Knex;
  orgId: string;
  personRef: string;
}): Promise<'deleted' | 'gone'> {
  const { knex, orgId, personRef } = options;
  const deleted = await knex<UserLinkRow>('salesforce_user_links')
    .where({ org_id: orgId, person_ref: personRef })
    .delete();
  return deleted === 1 ? 'deleted' : 'gone';
}
