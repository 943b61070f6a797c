import type { Knex } from 'knex';
import type { RequestRow } from '../../tables';

/** The requests that follow from a request, or that undo it. */
export async function findFollowUps(options: {
  knex: Knex | Knex.Transaction;
  requestId: string;
  relation: 'follow_up_of' | 'undo_of';
}): Promise<RequestRow[]> {
  return options
    .knex<RequestRow>('salesforce_requests')
    .where(options.relation, options.requestId)
    .orderBy('number');
}
