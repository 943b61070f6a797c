import type { Knex } from 'knex';
import type { ReviewRow } from '../../tables';

/**
 * Stores a review. A person decides once in a stage of a plan: a second review
 * answers `'already_reviewed'` and writes nothing.
 */
export async function insertReview(options: {
  transaction: Knex.Transaction;
  row: ReviewRow;
}): Promise<'inserted' | 'already_reviewed'> {
  const inserted = await options
    .transaction<ReviewRow>('salesforce_reviews')
    .insert(options.row)
    .onConflict()
    .ignore()
    .returning('id');
  return inserted.length === 1 ? 'inserted' : 'already_reviewed';
}
