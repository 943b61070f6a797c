import type { Knex } from 'knex';
import type { ChangeRow } from '../../tables';

/** An IN list stays below the limits of all databases. */
const idsPerStatement = 500;

/** Of these records, those that some change of any request is known to have made. */
export async function readClaimedRecords(options: {
  knex: Knex;
  recordIds: string[];
}): Promise<Set<string>> {
  const { knex, recordIds } = options;
  const claimed = new Set<string>();
  for (let start = 0; start < recordIds.length; start += idsPerStatement) {
    const rows = await knex<ChangeRow>('salesforce_changes')
      .whereIn(
        'applied_record_id',
        recordIds.slice(start, start + idsPerStatement),
      )
      .where({ operation: 'create' })
      .select('applied_record_id');
    for (const { applied_record_id: id } of rows) if (id) claimed.add(id);
  }
  return claimed;
}
