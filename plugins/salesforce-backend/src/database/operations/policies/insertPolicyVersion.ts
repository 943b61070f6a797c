import type { Knex } from 'knex';
import type { PolicyRow } from '../../tables';

/**
 * Adds a version. Two writers who both saw version n both want to write n + 1;
 * the key lets one of them, the other gets `'conflict'` and has written nothing.
 */
export async function insertPolicyVersion(options: {
  transaction: Knex.Transaction;
  row: PolicyRow;
}): Promise<'inserted' | 'conflict'> {
  const inserted = await options
    .transaction<PolicyRow>('salesforce_policies')
    .insert(options.row)
    .onConflict(['action', 'version'])
    .ignore()
    .returning('version');
  return inserted.length === 1 ? 'inserted' : 'conflict';
}
