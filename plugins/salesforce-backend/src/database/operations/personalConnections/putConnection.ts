import type { Knex } from 'knex';
import type { PersonalConnectionRow } from '../../tables';

/**
 * Stores a connection in place of the one that the person had to that org.
 * Fails on the unique index when somebody else is connected with the same
 * Salesforce user; whoever calls has looked before.
 */
export async function putConnection(options: {
  knex: Knex;
  row: PersonalConnectionRow;
}): Promise<void> {
  await options
    .knex<PersonalConnectionRow>('salesforce_personal_connections')
    .insert(options.row)
    .onConflict(['org_id', 'person_ref'])
    .merge();
}
