import { build } from 'esbuild';
import { inRepository } from './repository.mjs';

/** Makes one file of each program, so that it starts in a second. */
export async function bundlePrograms({ entryPoints, directory }) {
  await build({
    absWorkingDir: inRepository(),
    entryPoints,
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
