import type { Knex } from 'knex';
import type { IdempotencyKeyRow } from '../../tables';

/** What a person's key stands for. */
export async function readKey(options: {
  knex: Knex | Knex.Transaction;
  personRef: string;
  key: string;
}): Promise<IdempotencyKeyRow | undefined> {
  return options
    .knex<IdempotencyKeyRow>('salesforce_idempotency_keys')
    .where({ person_ref: options.personRef, key: options.key })
    .first();
}
