import type { Knex } from 'knex';
import type { RequestRow } from '../../tables';

/** Requests for an action that people made since a moment, the newest first. */
export async function listDecidedRequests(options: {
  knex: Knex;
  actionId: string;
  since: string;
  limit: number;
}): Promise<RequestRow[]> {
  return options
    .knex<RequestRow>('salesforce_requests')
    .where('action_id', options.actionId)
    .where('created_at', '>=', options.since)
    .whereNull('follow_up_of')
    .orderBy('number', 'desc')
    .limit(options.limit);
}
