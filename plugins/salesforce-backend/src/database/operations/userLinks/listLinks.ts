import type { Knex } from 'knex';
import type { UserLinkRow } from '../../tables';

/** Links of an org; all of them, or those of these people and users. */
export async function listLinks(options: {
  knex: Knex;
  orgId?: string;
  personRefs?: string[];
  userIds?: string[];
}): Promise<UserLinkRow[]> {
  const { knex, orgId, personRefs, userIds } = options;
  return knex<UserLinkRow>('salesforce_user_links')
    .where(query => {
      if (orgId !== undefined) void query.where({ org_id: orgId });
    })
    .where(query => {
      if (!personRefs && !userIds) return;
      if (personRefs) void query.orWhereIn('person_ref', personRefs);
      if (userIds) void query.orWhereIn('user_id', userIds);
    })
    .orderBy(['org_id', 'person_ref']);
}
