import type { Knex } from 'knex';
import type { PersonalConnectionRow } from '../../tables';

/** All connections of a person, or to an org. */
export async function listConnections(options: {
  knex: Knex;
  of: { personRef: string } | { orgId: string };
}): Promise<PersonalConnectionRow[]> {
  const { knex, of } = options;
  return knex<PersonalConnectionRow>('salesforce_personal_connections')
    .where(
      'personRef' in of ? { person_ref: of.personRef } : { org_id: of.orgId },
    )
    .orderBy(['org_id', 'person_ref']);
}
