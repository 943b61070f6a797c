import type { Knex } from 'knex';
import { reviewableStates } from '../../../domain/requestState';
import type { RequestRow } from '../../tables';

/** Requests that still wait for a decision although their time is over. */
export async function findExpiredRequests(options: {
  knex: Knex;
  now: string;
  limit: number;
}): Promise<RequestRow[]> {
  return options
    .knex<RequestRow>('salesforce_requests')
    .where('expires_at', '<=', options.now)
    .whereIn('state', [...reviewableStates])
    .orderBy('expires_at')
    .limit(options.limit);
}
