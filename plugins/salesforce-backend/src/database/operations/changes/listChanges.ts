import type { ChangeOutcome } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { ChangeRow } from '../../tables';

/** Changes of a plan behind a position, in order. */
export async function listChanges(options: {
  knex: Knex;
  requestId: string;
  planVersion: number;
  outcome?: ChangeOutcome;
  /** Part of the summary, without regard to case. */
  search?: string;
  behind?: number;
  limit: number;
}): Promise<ChangeRow[]> {
  const query = options
    .knex<ChangeRow>('salesforce_changes')
    .where({
      request_id: options.requestId,
      plan_version: options.planVersion,
    })
    .orderBy('position')
    .limit(options.limit);
  if (options.outcome) query.where('outcome', options.outcome);
  if (options.behind !== undefined)
    query.where('position', '>', options.behind);
  if (options.search) {
    const pattern = options.search
      .toLocaleLowerCase('en-US')
      .replace(/[\\%_]/g, character => `\\${character}`);
    query.whereRaw(`lower(summary) like ? escape '\\'`, [`%${pattern}%`]);
  }
  return query;
}
