import type { Knex } from 'knex';
import type { LinkConflictRow } from '../../tables';

/** Forgets the claims of a person, and those to a Salesforce user. */
export async function deleteConflicts(options: {
  knex: Knex;
  orgId: string;
  personRef: string;
  userId: string;
}): Promise<void> {
  const { knex, orgId, personRef, userId } = options;
  await knex<LinkConflictRow>('salesforce_link_conflicts')
    .where({ org_id: orgId })
    .where(query =>
      query.where({ person_ref: personRef }).orWhere({ user_id: userId }),
    )
    .delete();
}
