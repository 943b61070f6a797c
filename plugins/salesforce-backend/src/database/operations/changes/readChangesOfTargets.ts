import type { Knex } from 'knex';
import { inBatches } from '../../inBatches';
import type { ChangeRow } from '../../tables';

/** A change, with the number of its request. */
export type NumberedChange = ChangeRow & { number: number };

/**
 * Every change that other requests applied to these targets, in the plans that
 * ran. Requests that were undone, and those that undid them, count for nothing.
 */
export async function readChangesOfTargets(options: {
  knex: Knex;
  orgId: string;
  exceptRequestId: string;
  recordIds: string[];
}): Promise<NumberedChange[]> {
  const { knex, orgId, exceptRequestId, recordIds } = options;
  const found: NumberedChange[] = [];
  await inBatches(recordIds, async ids => {
    const rows: NumberedChange[] = await knex('salesforce_changes as change')
      .join('salesforce_requests as request', join =>
        join
          .on('request.id', 'change.request_id')
          .andOn('request.plan_version', 'change.plan_version'),
      )
      .where({ 'request.org_id': orgId, 'change.outcome': 'applied' })
      .whereNot('request.id', exceptRequestId)
      .whereNull('request.undone_by')
      .whereNull('request.undo_of')
      .whereIn(
        'request.id',
        knex('salesforce_request_targets')
          .whereIn('record_id', ids)
          .select('request_id'),
      )
      .select('change.*', 'request.number');
    found.push(...rows);
  });
  return found;
}
