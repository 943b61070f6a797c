import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundlePrograms } from '../../lib/bundlePrograms.mjs';
import { inRepository } from '../../lib/repository.mjs';
import { startPostgres } from '../../lib/startPostgres.mjs';

const require = createRequire(inRepository('plugins/salesforce-backend/'));

/**
 * Hands a measurement the plugin's tables in a PostgreSQL of its own, which
 * waits for the disk at each commit, and the plugin's own parts to work on them.
 */
export async function withPostgres(measure) {
  // inside the repository, so that programs find their packages
  const artifacts = inRepository('artifacts');
  mkdirSync(artifacts, { recursive: true });
  const directory = mkdtempSync(join(artifacts, 'bench-'));
  const postgres = await startPostgres({
    log: join(directory, 'postgres.log'),
    durable: true,
  });
  const knex = require('knex')({
    client: 'pg',
    connection: postgres.url,
    // as the host opens its databases
    pool: { min: 0, max: 10 },
  });
  try {
    await knex.migrate.latest({
      directory: inRepository('plugins/salesforce-backend/migrations'),
    });
    await bundlePrograms({
      entryPoints: [
        'plugins/salesforce-backend/src/__testUtils__/bench/parts.ts',
      ],
      directory,
    });
    return await measure({
      knex,
      parts: require(join(directory, 'parts.js')),
      directory,
    });
  } finally {
    await knex.destroy();
    await postgres.end();
    rmSync(directory, { recursive: true, force: true });
  }
}
