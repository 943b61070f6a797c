import type { Knex } from 'knex';
import type { IdempotencyKeyRow } from '../../tables';

/**
 * What a key stands for that Salesdesk made itself, whoever used it first. Keys
 * that people bring mean something for themselves alone: see `readKey`.
 */
export async function readKeyOfAnybody(options: {
  knex: Knex;
  key: string;
}): Promise<IdempotencyKeyRow | undefined> {
  return options
    .knex<IdempotencyKeyRow>('salesforce_idempotency_keys')
    .where({ key: options.key })
    .orderBy('created_at')
    .first();
}
