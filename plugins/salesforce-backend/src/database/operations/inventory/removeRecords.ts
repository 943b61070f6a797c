import type { Knex } from 'knex';
import type { InventoryObject } from '../../../inventory/model';
import { inBatches } from '../../inBatches';

/** Takes records out that the org has no more. */
export async function removeRecords(options: {
  transaction: Knex.Transaction;
  object: InventoryObject;
  orgId: string;
  ids: string[];
}): Promise<void> {
  const { transaction, object, orgId } = options;
  await inBatches(options.ids, ids =>
    transaction(object.table)
      .where({ org_id: orgId })
      .whereIn('id', ids)
      .delete(),
  );
}
