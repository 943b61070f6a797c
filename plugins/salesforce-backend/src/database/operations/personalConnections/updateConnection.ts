import type { Knex } from 'knex';
import type { PersonalConnectionRow } from '../../tables';

/**
 * Changes a connection that is still at the revision that the caller read. Of
 * any number of writers who read the same revision, one gets `'updated'`.
 */
export async function updateConnection(options: {
  knex: Knex;
  orgId: string;
  personRef: string;
  revision: number;
  patch: Partial<
    Pick<
      PersonalConnectionRow,
      'status' | 'status_reason' | 'sealed' | 'used_at'
    >
  >;
}): Promise<'updated' | 'conflict'> {
  const { knex, orgId, personRef, revision, patch } = options;
  const changed = await knex<PersonalConnectionRow>(
    'salesforce_personal_connections',
  )
    .where({ org_id: orgId, person_ref: personRef, revision })
    .update({ ...patch, revision: revision + 1 });
  return changed === 1 ? 'updated' : 'conflict';
}
