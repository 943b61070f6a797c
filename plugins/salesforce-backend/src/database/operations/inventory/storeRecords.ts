import type { Knex } from 'knex';
import type {
  InventoryObject,
  InventoryRow,
  StoredColumn,
} from '../../../inventory/model';
import { storedColumns } from '../../../inventory/model';

const postgresTypes = {
  id: 'text',
  text: 'text',
  time: 'text',
  boolean: 'boolean',
  number: 'double precision',
} as const;

/**
 * Stores records, whether they were there or not. The rows travel as one JSON
 * value: a page of 2,000 records is one statement with two bound values.
 */
export async function storeRecords(options: {
  transaction: Knex | Knex.Transaction;
  object: InventoryObject;
  orgId: string;
  rows: InventoryRow[];
}): Promise<void> {
  const { transaction, object, orgId, rows } = options;
  if (rows.length === 0) return;
  const columns = storedColumns(object);
  const given =
    transaction.client.config.client === 'pg'
      ? fromPostgres(columns)
      : fromSqlite(columns);
  const changed = columns
    .map(({ column }) => `"${column}" = excluded."${column}"`)
    .join(', ');
  await transaction.raw(
    `insert into ${object.table} (org_id, id, ${names(columns)}) ${given}
     on conflict (org_id, id) do update set ${changed}`,
    [orgId, JSON.stringify(rows)],
  );
}

function names(columns: StoredColumn[]): string {
  return columns.map(({ column }) => `"${column}"`).join(', ');
}

function fromPostgres(columns: StoredColumn[]): string {
  const typed = columns
    .map(({ column, type }) => `"${column}" ${postgresTypes[type]}`)
    .join(', ');
  return `select ?, id, ${names(
    columns,
  )} from json_to_recordset(cast(? as json)) as given(id text, ${typed})`;
}

function fromSqlite(columns: StoredColumn[]): string {
  const values = columns
    .map(({ column }) => `json_extract(value, '$.${column}')`)
    .join(', ');
  return `select ?, json_extract(value, '$.id'), ${values} from json_each(?) where true`;
}
