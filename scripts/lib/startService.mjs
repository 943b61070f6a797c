import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const GRACE_MILLISECONDS = 3000;
const running = new Set();

// Whatever happens to us, nothing that we started keeps its port.
process.on('exit', () => {
  for (const child of running) {
    signalGroup(child, 'SIGKILL');
  }
});

/**
 * Starts a program that runs until it is ended, in a process group of its own:
 * ending only the wrapper (yarn, a watcher) would leave the real server behind.
 *
 * @param options.print called with each line that the program writes
 * @returns `pid`, `exited`, a promise of the reason in words; `lastLines()`, what it
 *   wrote last; `end()`, which ends the whole group
 */
export function startService({
  name,
  command,
  args,
  cwd,
  env,
  log,
  print,
  uid,
  gid,
}) {
  const child = spawn(command, args, {
    cwd,
    env,
    uid,
    gid,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);

  const file = createWriteStream(log, { flags: 'a' });
  const recent = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      file.write(`${line}\n`);
      recent.push(line);
      recent.splice(0, recent.length - 30);
      print?.(line);
    });
  }

  const exited = new Promise(resolve => {
    child.once('error', error => resolve(`could not start: ${error.message}`));
    child.once('exit', (code, signal) =>
      resolve(signal ? `ended by ${signal}` : `ended with code ${code}`),
    );
  }).then(reason => {
    // The leader is gone; what it left behind goes too.
    signalGroup(child, 'SIGKILL');
    running.delete(child);
    return reason;
  });

  return {
    name,
    pid: child.pid,
    log,
    pid: child.pid,
    exited,
    lastLines: () => [...recent],
    async end({ signal = 'SIGTERM' } = {}) {
      signalGroup(child, signal);
      const ended = await Promise.race([
        exited.then(() => true),
        delay(GRACE_MILLISECONDS, false, { ref: false }),
      ]);
      if (!ended) {
        signalGroup(child, 'SIGKILL');
        await exited;
      }
    },
  };
}

function signalGroup(child, signal) {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}
