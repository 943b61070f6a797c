import type { Knex } from 'knex';
import type { PlanRow } from '../../tables';

/** One version of a request's plan. */
export async function readPlan(options: {
  knex: Knex | Knex.Transaction;
  requestId: string;
  version: number;
}): Promise<PlanRow | undefined> {
  return options
    .knex<PlanRow>('salesforce_plans')
    .where({ request_id: options.requestId, version: options.version })
    .first();
}
