import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { repositoryRoot } from './repository.mjs';

/**
 * Runs a program to its end.
 *
 * Without `log`, the program writes to our own output. With `log`, everything
 * it writes goes to that file, and nowhere else.
 *
 * @returns the exit code, when `check` is false
 * @throws when the program fails, unless `check` is false
 */
export async function run({
  command,
  args = [],
  cwd = repositoryRoot,
  env = process.env,
  log,
  check = true,
}) {
  const file = log && createWriteStream(log, { flags: 'a' });
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: file ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  if (file) {
    child.stdout.pipe(file, { end: false });
    child.stderr.pipe(file, { end: false });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve(exitCode ?? signal));
  });
  if (file) {
    file.end();
    await finished(file);
  }
  if (check && code !== 0) {
    throw new Error(
      `"${[command, ...args].join(' ')}" ended with ${code}${
        log ? `: see ${log}` : ''
      }`,
    );
  }
  return code;
}
