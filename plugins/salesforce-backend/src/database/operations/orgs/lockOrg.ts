import type { Knex } from 'knex';
import { isPostgres } from '../../isPostgres';
import type { OrgRow } from '../../tables';

/**
 * An org as it is now, locked until the transaction ends: whoever changes it
 * waits. On SQLite a transaction has the database to itself anyway.
 */
export async function lockOrg(options: {
  transaction: Knex.Transaction;
  orgId: string;
}): Promise<OrgRow | undefined> {
  const { transaction, orgId } = options;
  const query = transaction<OrgRow>('salesforce_orgs')
    .where({ id: orgId })
    .first();
  return isPostgres(transaction) ? query.forUpdate() : query;
}
