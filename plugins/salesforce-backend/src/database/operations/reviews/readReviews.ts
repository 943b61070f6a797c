import type { Knex } from 'knex';
import type { ReviewRow } from '../../tables';

/** Every review of the requests, of all plans, in the order in which they were given. */
export async function readReviews(options: {
  knex: Knex | Knex.Transaction;
  requestIds: readonly string[];
}): Promise<ReviewRow[]> {
  return options
    .knex<ReviewRow>('salesforce_reviews')
    .whereIn('request_id', options.requestIds)
    .orderBy(['at', 'id']);
}
