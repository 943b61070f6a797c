import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { inRepository } from '../../lib/repository.mjs';

const require = createRequire(import.meta.url);

/** Runs a TypeScript program of the repository: the JSON of its last line. */
export async function runSource(path) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      inRepository(path),
    ],
    { maxBuffer: 10_000_000 },
  );
  return JSON.parse(stdout.trim().split('\n').pop() ?? '{}');
}
