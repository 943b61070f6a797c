import type { Knex } from 'knex';
import type { PlanRow } from '../../tables';

/** The newest plans of a request, newest first. */
export async function readPlans(options: {
  knex: Knex | Knex.Transaction;
  requestId: string;
  limit: number;
}): Promise<PlanRow[]> {
  return options
    .knex<PlanRow>('salesforce_plans')
    .where('request_id', options.requestId)
    .orderBy('version', 'desc')
    .limit(options.limit);
}
