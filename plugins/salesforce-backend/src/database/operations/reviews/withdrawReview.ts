import type { Knex } from 'knex';
import type { ReviewRow } from '../../tables';

/**
 * Makes a review count no longer; it stays as history. Tells by the number of
 * rows whether it counted until now: of two who take it back, one does.
 */
export async function withdrawReview(options: {
  transaction: Knex.Transaction;
  id: string;
  at: string;
  reason: string;
}): Promise<number> {
  return options
    .transaction<ReviewRow>('salesforce_reviews')
    .where({ id: options.id, withdrawn_at: null })
    .update({
      withdrawn_at: options.at,
      withdrawn_reason: options.reason,
    });
}
