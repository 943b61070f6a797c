import type { Knex } from 'knex';
import {
  storedColumns,
  type InventoryObject,
  type InventoryRow,
} from '../../../inventory/model';
import { inBatches } from '../../inBatches';

/** Which records: between two ids, by id, or by the value of a column. */
export type RecordSelection =
  | { after: string | undefined; upTo: string | undefined }
  | { ids: string[] }
  | { column: string; values: string[] };

/** Records as they are stored, by id. */
export async function readRecords(options: {
  knex: Knex | Knex.Transaction;
  object: InventoryObject;
  orgId: string;
  selection: RecordSelection;
}): Promise<Map<string, InventoryRow>> {
  const { knex, object, orgId, selection } = options;
  const columns = storedColumns(object);
  const found = new Map<string, InventoryRow>();
  const flags = columns.filter(({ type }) => type === 'boolean');
  const take = (rows: InventoryRow[]) => {
    for (const row of rows) {
      for (const { column } of flags) {
        // SQLite answers 0 and 1
        if (typeof row[column] === 'number') row[column] = row[column] === 1;
      }
      found.set(row.id, row);
    }
  };
  const query = () =>
    knex(object.table)
      .where({ org_id: orgId })
      .select('id', ...columns.map(({ column }) => column));
  if ('ids' in selection) {
    await inBatches(selection.ids, async ids =>
      take(await query().whereIn('id', ids)),
    );
  } else if ('column' in selection) {
    await inBatches(selection.values, async values =>
      take(await query().whereIn(selection.column, values)),
    );
  } else {
    const { after, upTo } = selection;
    take(
      await query().modify(builder => {
        if (after !== undefined) builder.where('id', '>', after);
        if (upTo !== undefined) builder.where('id', '<=', upTo);
      }),
    );
  }
  return found;
}
