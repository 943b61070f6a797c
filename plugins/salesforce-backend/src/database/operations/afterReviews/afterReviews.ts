import type { Knex } from 'knex';
import type { AfterReviewRow } from '../../tables';

/** Stores what was said afterwards; the first word stands. */
export async function insertAfterReview(options: {
  transaction: Knex.Transaction;
  row: AfterReviewRow;
}): Promise<'inserted' | 'already_reviewed'> {
  const inserted = await options
    .transaction<AfterReviewRow>('salesforce_after_reviews')
    .insert(options.row)
    .onConflict('request_id')
    .ignore()
    .returning('request_id');
  return inserted.length === 1 ? 'inserted' : 'already_reviewed';
}

/** What was said afterwards of a request, if anything. */
export async function readAfterReview(options: {
  knex: Knex | Knex.Transaction;
  requestId: string;
}): Promise<AfterReviewRow | undefined> {
  return options
    .knex<AfterReviewRow>('salesforce_after_reviews')
    .where('request_id', options.requestId)
    .first();
}
