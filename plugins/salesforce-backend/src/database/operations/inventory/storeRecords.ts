import type { Knex } from 'knex';
import { isPostgres } from '../../isPostgres';
import type {
  InventoryObject,
  InventoryRow,
  StoredColumn,
} from '../../../inventory/model';
import { storedColumns } from '../../../inventory/model';
import { inBatches } from '../../inBatches';

const postgresTypes = {
  id: 'text',
  text: 'text',
  time: 'text',
  boolean: 'boolean',
  number: 'double precision',
} as const;

/**
 * Texts beyond 128 KB live where V8 cleans up last: a sync of many new records
 * would hold a hundred megabytes of them.
 */
const rowsPerStatement = 250;

/**
 * Stores records, whether they were there or not. The rows travel as JSON: a
 * statement of many rows has two bound values.
 */
export async function storeRecords(options: {
  transaction: Knex | Knex.Transaction;
  object: InventoryObject;
  orgId: string;
  rows: InventoryRow[];
}): Promise<void> {
  const { transaction, object, orgId, rows } = options;
  const columns = storedColumns(object);
  const given = isPostgres(transaction)
    ? fromPostgres(columns)
    : fromSqlite(columns);
  const changed = columns
    .map(({ column }) => `"${column}" = excluded."${column}"`)
    .join(', ');
  const statement = `insert into ${object.table} (org_id, id, ${names(
    columns,
  )}) ${given}
     on conflict (org_id, id) do update set ${changed}`;
  await inBatches(
    rows,
    batch => transaction.raw(statement, [orgId, JSON.stringify(batch)]),
    rowsPerStatement,
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
