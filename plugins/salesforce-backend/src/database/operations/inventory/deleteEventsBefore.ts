import type { Knex } from 'knex';
import type { InventoryObject } from '../../../inventory/model';

/** Forgets events of an org that happened before a moment. */
export async function deleteEventsBefore(options: {
  knex: Knex;
  object: InventoryObject;
  orgId: string;
  column: string;
  before: string;
}): Promise<void> {
  const { knex, object, orgId, column, before } = options;
  await knex(object.table)
    .where({ org_id: orgId })
    .where(column, '<', before)
    .delete();
}
