import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
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
  await bundle(programs);
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

/** One file for each kind of process, so that it starts in a second. */
async function bundle(directory) {
  await build({
    absWorkingDir: inRepository(),
    entryPoints: ['soak', 'worker'].map(name => `${SOURCES}/${name}.ts`),
    outdir: directory,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    keepNames: true,
    logLevel: 'error',
    external: [
      // has a part that is no JavaScript
      'better-sqlite3',
      // databases that are not used, and what only tests in Jest need
      'mariadb',
      'mariadb/callback',
      'mysql',
      'mysql2',
      'oracledb',
      'pg-native',
      'pg-query-stream',
      'sqlite3',
      'tedious',
      '@backstage/backend-test-utils',
    ],
  });
}

async function createDatabase(url) {
  const { Client } = createRequire(inRepository('package.json'))('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('create database soak');
  await client.end();
}
