import type { Knex } from 'knex';
import type { RequestScope } from '../../../permissions/RequestDecisions';
import { whereScope } from '../../../permissions/whereCriteria';
import type { RequestRow } from '../../tables';

/** Requests for an action that people made since a moment, the newest first. */
export async function listDecidedRequests(options: {
  knex: Knex;
  actionId: string;
  since: string;
  /** Which of them whoever asks may see. */
  scope: RequestScope;
  limit: number;
}): Promise<RequestRow[]> {
  return options
    .knex<RequestRow>('salesforce_requests as request')
    .where('request.action_id', options.actionId)
    .where('request.created_at', '>=', options.since)
    .whereNull('request.follow_up_of')
    .modify(query => whereScope(query, options.scope))
    .orderBy('request.number', 'desc')
    .limit(options.limit)
    .select('request.*');
}
