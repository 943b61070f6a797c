import type { Knex } from 'knex';
import type { PersonalConnectionRow } from '../../tables';

/** Remembers when a connection was last used. Changes no revision. */
export async function noteUse(options: {
  knex: Knex;
  orgId: string;
  personRef: string;
  at: string;
}): Promise<void> {
  const { knex, orgId, personRef, at } = options;
  await knex<PersonalConnectionRow>('salesforce_personal_connections')
    .where({ org_id: orgId, person_ref: personRef })
    .update({ used_at: at });
}
