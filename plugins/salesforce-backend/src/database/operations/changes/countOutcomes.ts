import type { Knex } from 'knex';

/** Number of changes of a plan by outcome. */
export async function countOutcomes(options: {
  knex: Knex;
  requestId: string;
  planVersion: number;
}): Promise<Record<string, number>> {
  const rows: Array<{ outcome: string; count: number | string }> = await options
    .knex('salesforce_changes')
    .where({
      request_id: options.requestId,
      plan_version: options.planVersion,
    })
    .select('outcome', options.knex.raw('count(*) as count'))
    .groupBy('outcome');
  return Object.fromEntries(
    rows.map(({ outcome, count }) => [outcome, Number(count)]),
  );
}
