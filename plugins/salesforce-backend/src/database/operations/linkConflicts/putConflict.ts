import type { Knex } from 'knex';
import type { LinkConflictRow } from '../../tables';

/** Stores a claim that somebody has to settle; the newest words count. */
export async function putConflict(options: {
  knex: Knex;
  row: LinkConflictRow;
}): Promise<void> {
  await options
    .knex<LinkConflictRow>('salesforce_link_conflicts')
    .insert(options.row)
    .onConflict(['org_id', 'person_ref', 'user_id'])
    .merge();
}
