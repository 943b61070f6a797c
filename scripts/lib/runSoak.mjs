import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { bundlePrograms } from './bundlePrograms.mjs';
import { run } from './run.mjs';
import { inRepository } from './repository.mjs';
import { startPostgres } from './startPostgres.mjs';

const SOURCES = 'plugins/salesforce-backend/src/__testUtils__/soak';

/** What a soak consists of. */
export const soakParts = ['schedules', 'grants', 'lifecycles', 'undo'];

/**
 * Ends processes and injects troubles, on SQLite and on a PostgreSQL of its own.
 *
 * @param {object} options
 * @param {boolean} options.isShort
 * @param {number} options.seed
 * @param {number} options.schedules at most
 * @param {number} options.minutes for the schedules
 * @param {string[]} [options.parts] default: all of `soakParts`
 * @param {string} options.log where everything goes that is not a figure
 * @param {(line: string) => void} [options.report] called with each line
 * @returns the figures
 */
export async function runSoak({
  log,
  report = () => {},
  parts = soakParts,
  ...options
}) {
  const artifacts = inRepository('artifacts');
  mkdirSync(artifacts, { recursive: true });
  const directory = mkdtempSync(join(artifacts, 'soak-'));
  const programs = join(directory, 'programs');
  await bundlePrograms({
    entryPoints: ['soak', 'worker', 'undo'].map(
      name => `${SOURCES}/${name}.ts`,
    ),
    directory: programs,
  });
  const program = async (name, settings) => {
    let last;
    const code = await run({
      command: process.execPath,
      args: [
        '--no-deprecation',
        join(programs, `${name}.js`),
        JSON.stringify(settings),
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
  };
  const postgres = await startPostgres({
    log: join(directory, 'postgres.log'),
  });
  try {
    await createDatabase(postgres.url);
    const figures = await program('soak', {
      ...options,
      parts,
      directory,
      worker: join(programs, 'worker.js'),
      postgresUrl: postgres.url.replace(/\/postgres$/, '/soak'),
    });
    const undone = await undoSequences({ ...options, parts, program });
    return {
      ...figures,
      lost: figures.lost + undone.undo_wrong,
      ...undone,
    };
  } finally {
    await postgres.end();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Sequences of actions that are taken back, some in each of several processes. */
async function undoSequences({ parts, isShort, seed, program }) {
  // `npm test` has some of its own: requests/undo.test.ts
  const sequences = parts.includes('undo') && !isShort ? 10_000 : 0;
  const shards = sequences === 0 ? 0 : availableParallelism();
  const results = await Promise.all(
    Array.from({ length: shards }, (_, shard) =>
      program('undo', {
        seed: seed + shard,
        sequences: Math.ceil(sequences / shards),
      }),
    ),
  );
  const sum = name =>
    results.reduce((total, result) => total + result[name], 0);
  return {
    undo_sequences: sum('sequences'),
    undo_wrong: sum('wrong'),
    undo_refused: sum('refused'),
  };
}

async function createDatabase(url) {
  const { Client } = createRequire(inRepository('package.json'))('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('create database soak');
  await client.end();
}
