import type { Knex } from 'knex';
import type { OrgLogRow } from '../../tables';

/** Adds a line to the log of an org's connection. */
export async function insertOrgLog(options: {
  knex: Knex;
  entry: Omit<OrgLogRow, 'id'>;
}): Promise<void> {
  await options.knex<OrgLogRow>('salesforce_org_log').insert(options.entry);
}
