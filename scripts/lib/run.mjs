import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { repositoryRoot } from './repository.mjs';

/**
 * Runs a program to its end.
 *
 * `onLine` is called with each line that goes to the log.
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
  onLine,
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
    if (onLine) {
      for (const input of [child.stdout, child.stderr]) {
        createInterface({ input }).on('line', onLine);
      }
    }
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
