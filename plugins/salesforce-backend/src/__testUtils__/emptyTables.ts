import type { Knex } from 'knex';

/** Empties the plugin's tables: much faster than a database for each test. */
export async function emptyTables(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'pg') {
    const { rows } = await knex.raw<{ rows: Array<{ name: string }> }>(
      `select tablename as name from pg_tables
        where schemaname = current_schema() and tablename like 'salesforce\\_%'`,
    );
    const names = rows.map(({ name }) => `"${name}"`);
    // The head of the audit log first, as whoever gives entries their place does.
    await knex.raw(
      `lock table salesforce_audit_head; truncate ${names.join(', ')}`,
    );
    return;
  }
  const tables = await knex('sqlite_master')
    .where({ type: 'table' })
    .whereLike('name', 'salesforce_%')
    .pluck<string[]>('name');
  await knex.transaction(async transaction => {
    // in whatever order: what refers to what is looked at when it commits
    await transaction.raw('pragma defer_foreign_keys = on');
    for (const table of tables) await transaction(table).delete();
  });
}
