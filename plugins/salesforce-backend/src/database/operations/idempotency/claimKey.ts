import type { Knex } from 'knex';
import type { IdempotencyKeyRow } from '../../tables';

/**
 * Takes a key for a request. Of any number of submits with the same key, one
 * gets `'claimed'`; the others wait for its transaction to end and then get
 * `'taken'`.
 */
export async function claimKey(options: {
  transaction: Knex.Transaction;
  row: IdempotencyKeyRow;
}): Promise<'claimed' | 'taken'> {
  const inserted = await options
    .transaction<IdempotencyKeyRow>('salesforce_idempotency_keys')
    .insert(options.row)
    .onConflict(['person_ref', 'key'])
    .ignore()
    .returning('key');
  return inserted.length === 1 ? 'claimed' : 'taken';
}
