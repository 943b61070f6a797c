import type { Knex } from 'knex';
import type { PersonalConnectionRow } from '../../tables';

/** All connections of a person, or to an org, or all there are. */
export async function listConnections(options: {
  knex: Knex;
  of: { personRef: string } | { orgId: string } | 'all';
}): Promise<PersonalConnectionRow[]> {
  const { knex, of } = options;
  return knex<PersonalConnectionRow>('salesforce_personal_connections')
    .modify(query => {
      if (of === 'all') return;
      query.where(
        'personRef' in of ? { person_ref: of.personRef } : { org_id: of.orgId },
      );
    })
    .orderBy(['org_id', 'person_ref']);
}
