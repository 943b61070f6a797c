import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Brings the tables to the newest version. */
export async function applyMigrations(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'better-sqlite3') {
    // A commit then costs one write to the disk instead of several, and is as
    // durable. The file remembers it; a database in memory lets it pass.
    await knex.raw('PRAGMA journal_mode = WAL');
  }
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@salesdesk/backstage-plugin-salesforce-backend',
      'migrations',
    ),
  });
}
