import type { Knex } from 'knex';
import type { ReviewRow } from '../../tables';

/** People who reviewed requests, those who did so last first. */
export async function listLatestReviewers(options: {
  knex: Knex;
  limit: number;
}): Promise<string[]> {
  const rows = await options
    .knex<ReviewRow>('salesforce_reviews')
    .groupBy('reviewer_ref')
    .max({ last: 'at' })
    .orderBy('last', 'desc')
    .limit(options.limit)
    .select('reviewer_ref');
  return rows.map(({ reviewer_ref }) => String(reviewer_ref));
}
