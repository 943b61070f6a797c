import type { Knex } from 'knex';
import type { RequestRow } from '../../tables';

/** A request as it is now, without a lock. */
export async function readRequest(options: {
  knex: Knex | Knex.Transaction;
  id: string;
}): Promise<RequestRow | undefined> {
  return options
    .knex<RequestRow>('salesforce_requests')
    .where('id', options.id)
    .first();
}
