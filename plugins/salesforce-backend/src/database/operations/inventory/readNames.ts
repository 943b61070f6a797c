import type { Knex } from 'knex';

/** A record with the columns that name it. */
export interface NameRow {
  id: string;
  label: string | null;
  value: string | null;
  detail: string | null;
  status: string | null;
}

/** Names of the records of one table; `columns` are ours, never a caller's. */
export async function readNames(options: {
  knex: Knex;
  orgId: string;
  table: string;
  columns: { label: string; value: string; detail?: string; status?: string };
  where?: Record<string, string | boolean>;
}): Promise<NameRow[]> {
  const { knex, orgId, table, columns, where = {} } = options;
  const column = (name: string | undefined) =>
    name ? knex.ref(name) : knex.raw('null');
  return knex(table)
    .where({ org_id: orgId, ...where })
    .select({
      id: knex.ref('id'),
      label: column(columns.label),
      value: column(columns.value),
      detail: column(columns.detail),
      status: column(columns.status),
    });
}
