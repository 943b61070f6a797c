import type { Knex } from 'knex';
import type { InventoryStateRow } from '../../tables';

/** What is known of each object of an org. */
export async function readState(options: {
  knex: Knex | Knex.Transaction;
  orgId: string;
}): Promise<InventoryStateRow[]> {
  return options
    .knex<InventoryStateRow>('salesforce_inventory_state')
    .where({ org_id: options.orgId })
    .orderBy('object');
}

/** Writes what is known of one object; the caller holds the sync. */
export async function writeState(options: {
  transaction: Knex.Transaction;
  row: InventoryStateRow;
}): Promise<void> {
  await options
    .transaction<InventoryStateRow>('salesforce_inventory_state')
    .insert(options.row)
    .onConflict(['org_id', 'object'])
    .merge();
}
