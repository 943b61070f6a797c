import type { Knex } from 'knex';
import type { PersonalConnectionRow } from '../../tables';

/** Removes a connection at the revision that the caller read. */
export async function deleteConnection(options: {
  knex: Knex;
  orgId: string;
  personRef: string;
  revision: number;
}): Promise<'deleted' | 'conflict'> {
  const { knex, orgId, personRef, revision } = options;
  const deleted = await knex<PersonalConnectionRow>(
    'salesforce_personal_connections',
  )
    .where({ org_id: orgId, person_ref: personRef, revision })
    .delete();
  return deleted === 1 ? 'deleted' : 'conflict';
}
