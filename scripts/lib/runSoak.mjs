import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundlePrograms } from './bundlePrograms.mjs';
import { run } from './run.mjs';
import { inRepository } from './repository.mjs';
import { startPostgres } from './startPostgres.mjs';

const SOURCES = 'plugins/salesforce-backend/src/__testUtils__/soak';

/**
 * Ends processes and injects troubles, on SQLite and on a PostgreSQL of its own.
 *
 * @param {object} options
 * @param {boolean} options.isShort
 * @param {number} options.seed
 * @param {number} options.schedules at most
 * @param {number} options.minutes for the schedules
 * @param {string} options.log where everything goes that is not a figure
 * @param {(line: string) => void} [options.report] called with each line
 * @returns the figures
 */
export async function runSoak({ log, report = () => {}, ...options }) {
  const artifacts = inRepository('artifacts');
  mkdirSync(artifacts, { recursive: true });
  const directory = mkdtempSync(join(artifacts, 'soak-'));
  const programs = join(directory, 'programs');
  await bundlePrograms({
    entryPoints: ['soak', 'worker'].map(name => `${SOURCES}/${name}.ts`),
    directory: programs,
  });
  const postgres = await startPostgres({
    log: join(directory, 'postgres.log'),
  });
  try {
    await createDatabase(postgres.url);
    let last;
    const code = await run({
      command: process.execPath,
      args: [
        '--no-deprecation',
        join(programs, 'soak.js'),
        JSON.stringify({
          ...options,
          directory,
          worker: join(programs, 'worker.js'),
          postgresUrl: postgres.url.replace(/\/postgres$/, '/soak'),
        }),
      ],
      log,
      check: false,
      onLine: line => {
        if (line.startsWith('{')) last = line;
        report(line);
      },
    });
    if (code !== 0) throw new Error(`The soak ended with ${code}: see ${log}`);
    return JSON.parse(last);
  } finally {
    await postgres.end();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function createDatabase(url) {
  const { Client } = createRequire(inRepository('package.json'))('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('create database soak');
  await client.end();
}
