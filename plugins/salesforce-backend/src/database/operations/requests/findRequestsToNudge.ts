import type { Knex } from 'knex';
import { reviewableStates } from '../../../domain/requestState';
import type { RequestRow } from '../../tables';

/** Requests that wait for a review and are due to be reminded of, or escalated. */
export async function findRequestsToNudge(options: {
  knex: Knex;
  by: 'remind_at' | 'escalate_at';
  now: string;
  limit: number;
}): Promise<RequestRow[]> {
  return (
    options
      .knex<RequestRow>('salesforce_requests')
      .where(options.by, '<=', options.now)
      .whereIn('state', [...reviewableStates])
      // What is over is not reminded of, before it has expired either.
      .where(query =>
        query.whereNull('expires_at').orWhere('expires_at', '>', options.now),
      )
      .orderBy(options.by)
      .limit(options.limit)
  );
}
