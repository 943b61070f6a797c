import type { Knex } from 'knex';
import type { PersonalConnectionRow } from '../../tables';

/** The connection of a person to an org. */
export async function findConnection(options: {
  knex: Knex;
  orgId: string;
  personRef: string;
}): Promise<PersonalConnectionRow | undefined> {
  const { knex, orgId, personRef } = options;
  return knex<PersonalConnectionRow>('salesforce_personal_connections')
    .where({ org_id: orgId, person_ref: personRef })
    .first();
}
