import type { Knex } from 'knex';

/** Whether a statement goes to PostgreSQL; otherwise it goes to SQLite. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
