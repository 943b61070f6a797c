import type { Knex } from 'knex';
import { inBatches } from '../../inBatches';
import type { ChangeRow } from '../../tables';

/**
 * Of these records of an org, those that some change of any request is known to
 * have made. A sandbox has the ids of the org that it was copied from.
 */
export async function readClaimedRecords(options: {
  knex: Knex;
  orgId: string;
  recordIds: string[];
}): Promise<Set<string>> {
  const { knex, orgId, recordIds } = options;
  const claimed = new Set<string>();
  await inBatches(recordIds, async ids => {
    const rows = await knex('salesforce_changes as change')
      .join('salesforce_requests as request', 'request.id', 'change.request_id')
      .whereIn('change.applied_record_id', ids)
      .where({ 'change.operation': 'create', 'request.org_id': orgId })
      .select<Array<Pick<ChangeRow, 'applied_record_id'>>>(
        'change.applied_record_id',
      );
    for (const { applied_record_id: id } of rows) if (id) claimed.add(id);
  });
  return claimed;
}
