import type { Knex } from 'knex';
import type { LinkConflictRow } from '../../tables';

/** The claims of an org, those that wait first. */
export async function listConflicts(options: {
  knex: Knex;
  orgId: string;
}): Promise<LinkConflictRow[]> {
  return options
    .knex<LinkConflictRow>('salesforce_link_conflicts')
    .where({ org_id: options.orgId })
    .orderBy(['state', 'noticed_at', 'person_ref']);
}
