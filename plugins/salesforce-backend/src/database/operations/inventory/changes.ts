import type { Knex } from 'knex';
import { inBatches } from '../../inBatches';
import type { InventoryChangeRow } from '../../tables';

type NewChange = Omit<InventoryChangeRow, 'number'>;

/** Records what a sync found changed, with the records themselves. */
export async function insertChanges(options: {
  transaction: Knex.Transaction;
  changes: NewChange[];
}): Promise<void> {
  await inBatches(options.changes, rows =>
    options
      .transaction<InventoryChangeRow>('salesforce_inventory_changes')
      .insert(rows),
  );
}

/** What syncs found, newest first. */
export async function listChanges(options: {
  knex: Knex;
  orgId: string;
  syncId?: string;
  object?: string;
  recordId?: string;
  before?: number;
  limit: number;
}): Promise<InventoryChangeRow[]> {
  const { knex, orgId, syncId, object, recordId, before, limit } = options;
  return knex<InventoryChangeRow>('salesforce_inventory_changes')
    .where({ org_id: orgId })
    .modify(query => {
      if (syncId) query.where({ sync_id: syncId });
      if (object) query.where({ object });
      if (recordId) query.where({ record_id: recordId });
      if (before !== undefined) query.where('number', '<', before);
    })
    .orderBy('number', 'desc')
    .limit(limit);
}

/** Forgets changes that were found long ago. */
export async function deleteChangesBefore(options: {
  knex: Knex;
  before: string;
}): Promise<void> {
  await options
    .knex<InventoryChangeRow>('salesforce_inventory_changes')
    .where('at', '<', options.before)
    .delete();
}
