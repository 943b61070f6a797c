import type { Knex } from 'knex';
import type { IdempotencyKeyRow } from '../../tables';

/** Forgets keys from before a time. */
export async function forgetKeys(options: {
  knex: Knex;
  before: string;
}): Promise<number> {
  return options
    .knex<IdempotencyKeyRow>('salesforce_idempotency_keys')
    .where('created_at', '<', options.before)
    .delete();
}
