import type { Knex } from 'knex';
import type { ReviewRow } from '../../tables';

/**
 * Has a review count by fewer sources than it was given by. Tells by the number
 * of rows whether it still counted and by something else.
 */
export async function narrowReview(options: {
  transaction: Knex.Transaction;
  id: string;
  /** JSON arrays. */
  from: string;
  sources: string;
}): Promise<number> {
  return options
    .transaction<ReviewRow>('salesforce_reviews')
    .where({ id: options.id, withdrawn_at: null, sources: options.from })
    .update({ sources: options.sources });
}
