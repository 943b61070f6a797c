import type { Knex } from 'knex';
import type { RequestRow } from '../../tables';

/** Stores a new request and answers the number it got. */
export async function insertRequest(options: {
  transaction: Knex.Transaction;
  row: Omit<RequestRow, 'number'>;
}): Promise<number> {
  const [{ number }] = await options
    .transaction<RequestRow>('salesforce_requests')
    .insert(options.row)
    .returning('number');
  return number;
}
