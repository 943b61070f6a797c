import type { Knex } from 'knex';
import {
  storedColumns,
  type InventoryObject,
  type InventoryRow,
} from '../../../inventory/model';
import { inBatches } from '../../inBatches';
import type { IdRange } from './stretches';

/** Which records: between two ids, by id, or by the value of a column. */
export type RecordSelection =
  | IdRange
  | { ids: string[] }
  | { column: string; values: string[] };

interface Reading {
  knex: Knex | Knex.Transaction;
  object: InventoryObject;
  orgId: string;
  selection: RecordSelection;
}

/** Records as they are stored, by id. */
export async function readRecords(
  reading: Reading,
): Promise<Map<string, InventoryRow>> {
  const columns = storedColumns(reading.object);
  const flags = columns.filter(({ type }) => type === 'boolean');
  const found = new Map<string, InventoryRow>();
  const names = ['id', ...columns.map(({ column }) => column)];
  await select(reading, names, row => {
    for (const { column } of flags) {
      // SQLite answers 0 and 1
      if (typeof row[column] === 'number') row[column] = row[column] === 1;
    }
    found.set(row.id, row);
  });
  return found;
}

/** What the stored records looked like when they were read, by id. */
export async function readFingerprints(
  reading: Reading,
): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>();
  await select(reading, ['id', 'fingerprint'], ({ id, fingerprint }) =>
    found.set(id, typeof fingerprint === 'string' ? fingerprint : null),
  );
  return found;
}

async function select(
  { knex, object, orgId, selection }: Reading,
  columns: string[],
  take: (row: InventoryRow) => void,
): Promise<void> {
  const query = () =>
    knex(object.table).where({ org_id: orgId }).select(columns);
  const takeAll = (rows: InventoryRow[]) => rows.forEach(take);
  if ('ids' in selection) {
    await inBatches(selection.ids, async ids =>
      takeAll(await query().whereIn('id', ids)),
    );
  } else if ('column' in selection) {
    await inBatches(selection.values, async values =>
      takeAll(await query().whereIn(selection.column, values)),
    );
  } else {
    const { after, upTo } = selection;
    takeAll(
      await query().modify(builder => {
        if (after !== undefined) builder.where('id', '>', after);
        if (upTo !== undefined) builder.where('id', '<=', upTo);
      }),
    );
  }
}
