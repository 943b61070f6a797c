import type { Knex } from 'knex';
import type { InventoryObject } from '../../../inventory/model';

/** Records of an object. */
export async function countRecords(options: {
  knex: Knex | Knex.Transaction;
  object: InventoryObject;
  orgId: string;
}): Promise<number> {
  const { knex, object, orgId } = options;
  const row = await knex(object.table)
    .where({ org_id: orgId })
    .count({ n: '*' })
    .first();
  return Number(row?.n ?? 0);
}

/** Records of an object by the value of a column; `''` for none. */
export async function countByColumn(options: {
  knex: Knex | Knex.Transaction;
  object: InventoryObject;
  orgId: string;
  column: string;
}): Promise<Map<string, number>> {
  const { knex, object, orgId, column } = options;
  const rows: Array<{ value: string | null; n: number | string }> = await knex(
    object.table,
  )
    .where({ org_id: orgId })
    .groupBy(column)
    .select({ value: column })
    .count({ n: '*' });
  return new Map(rows.map(({ value, n }) => [value ?? '', Number(n)]));
}
