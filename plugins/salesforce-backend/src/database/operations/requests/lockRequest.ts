import type { Knex } from 'knex';
import { isPostgres } from '../../isPostgres';
import type { RequestRow } from '../../tables';

/**
 * A request as it is now, locked until the transaction ends: whoever decides
 * about it next waits, and then reads what was decided here. On SQLite a
 * transaction has the database to itself anyway.
 */
export async function lockRequest(options: {
  transaction: Knex.Transaction;
  id: string;
}): Promise<RequestRow | undefined> {
  const { transaction, id } = options;
  const query = transaction<RequestRow>('salesforce_requests')
    .where('id', id)
    .first();
  return isPostgres(transaction) ? query.forUpdate() : query;
}
