import type { Knex } from 'knex';
import type { RequestRow } from '../../tables';

/** Requests by id, in no particular order; unknown ids are left out. */
export async function readRequestsById(options: {
  knex: Knex;
  ids: readonly string[];
}): Promise<RequestRow[]> {
  return options
    .knex<RequestRow>('salesforce_requests')
    .whereIn('id', options.ids);
}
