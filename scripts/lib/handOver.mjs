import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environmentWith } from './environmentWith.mjs';
import { inRepository } from './repository.mjs';

/**
 * Runs scripts/commands/<command>.mjs under the right Node, and ends with it.
 *
 * The channel between the two is never spoken on. It is there so that the
 * command notices when this process is gone, however it went.
 *
 * @returns the exit code of the command
 */
export function handOver({ nodeBin, command, args }) {
  const child = spawn(
    join(nodeBin, 'node'),
    [inRepository('scripts/commands', `${command}.mjs`), ...args],
    {
      env: environmentWith(nodeBin),
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  // npm starts us through a shell that passes no signal on: when npm is told to
  // end, all we see is that our parent is another one.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      child.kill('SIGTERM');
    }
  }, 500).unref();

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
