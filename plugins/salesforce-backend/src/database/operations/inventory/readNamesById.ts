import type { Knex } from 'knex';
import type { InventoryObject } from '../../../inventory/model';
import { inBatches } from '../../inBatches';

/** What records are called, by id; those without a name are left out. */
export async function readNamesById(options: {
  knex: Knex;
  orgId: string;
  object: InventoryObject;
  ids: string[];
}): Promise<Map<string, string>> {
  const { knex, orgId, object, ids } = options;
  const [column] = object.names;
  const names = new Map<string, string>();
  if (column === undefined) return names;
  await inBatches(ids, async batch => {
    const rows: Array<{ id: string; name: string | null }> = await knex(
      object.table,
    )
      .where({ org_id: orgId })
      .whereIn('id', batch)
      .select({ id: 'id', name: column });
    for (const { id, name } of rows) if (name) names.set(id, name);
  });
  return names;
}
