import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Brings the tables to the newest version. */
export async function applyMigrations(knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@salesdesk/backstage-plugin-salesforce-backend',
      'migrations',
    ),
  });
}
