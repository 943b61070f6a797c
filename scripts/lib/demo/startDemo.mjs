import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../repository.mjs';
import { startService } from '../startService.mjs';
import { waitUntil } from '../waitUntil.mjs';
import { demoDatabase } from './demoDatabase.mjs';
import { fetchToken } from './fetchToken.mjs';
import { readDemoPeople } from './readDemoConfig.mjs';
import { writeDemoConfig } from './writeDemoConfig.mjs';

const CLI = inRepository('node_modules/@backstage/cli/bin/backstage-cli');

// The backend as the development server runs it, and the same without it: then
// a crash is an end, and not something to wait for a change after.
const WATCHED = [CLI, 'package', 'start'];
const PLAIN = [
  '--enable-source-maps',
  '--require',
  '@backstage/cli-node/config/nodeTransform.cjs',
  'src/index',
];

/**
 * Starts the local org, the backend and the frontend, and waits until people
 * can sign in.
 *
 * @param {object} options
 * @param {{ org: number, backend: number, frontend: number }} options.ports
 * @param {'dev' | 'bundle' | 'none'} options.frontend the development server,
 *   on a port of its own; the built app, served by the backend; or none
 * @param {boolean} [options.watch] whether the backend restarts when its code
 *   changes
 * @param {string} [options.database] see demoDatabase
 * @param {string} [options.orgUrl] a local org that runs already, instead of one
 *   of its own
 * @param {string} [options.data] what the local org holds: `demo`, `generate:N`
 * @param {string} options.directory for database, configuration and logs
 * @param {string} [options.host] the address to listen on
 * @param {object} [options.config] more configuration, which wins
 * @param {(name: string, line: string) => void} [options.print] called with
 *   each line of output
 * @param {(step: string) => void} [options.announce] called with each step
 *   that has been reached
 * @returns the addresses, `services`, `tokenOf(userEntityRef)` and `end()`
 */
export async function startDemo({
  ports,
  frontend,
  watch = false,
  database = 'sqlite',
  data = 'demo',
  orgUrl = `http://localhost:${ports.org}`,
  directory,
  host = '127.0.0.1',
  config = {},
  print,
  announce = () => {},
}) {
  const logs = join(directory, 'logs');
  mkdirSync(logs, { recursive: true });

  const backendUrl = `http://localhost:${ports.backend}`;
  const appUrl =
    frontend === 'dev' ? `http://localhost:${ports.frontend}` : backendUrl;
  const configArgs = writeDemoConfig({
    directory,
    appUrl,
    backendUrl,
    orgUrl,
    host,
    database: demoDatabase({
      database,
      directory: join(directory, 'database'),
    }),
    more: config,
  });

  const services = [];
  const start = ({ name, args, cwd, env = {} }) => {
    const service = startService({
      name,
      command: process.execPath,
      args,
      cwd: inRepository(cwd),
      env: { ...process.env, NODE_ENV: 'development', ...env },
      log: join(logs, `${name}.log`),
      print: print && (line => print(name, line)),
    });
    services.push(service);
    return service;
  };
  const end = async options => {
    await Promise.all(services.map(service => service.end(options)));
  };
  const tokenOf = userEntityRef => fetchToken({ backendUrl, userEntityRef });

  try {
    const org =
      new URL(orgUrl).port === `${ports.org}` &&
      start({
        name: 'org',
        cwd: 'packages/salesforce-org',
        args: [
          'bin/salesforce-org',
          ...['--port', `${ports.org}`, '--data', data],
          ...['--redirect-uri', `${appUrl}/salesforce/oauth/callback`],
        ],
      });
    const backend = start({
      name: 'backend',
      cwd: 'packages/backend',
      args: [...(watch ? WATCHED : PLAIN), ...configArgs],
    });
    const app =
      frontend === 'dev' &&
      start({
        name: 'frontend',
        cwd: 'packages/app',
        args: [CLI, 'package', 'start', ...configArgs],
        env: { BROWSER: 'none' },
      });

    if (org) {
      await waitUntil({
        what: 'the local org answers',
        service: org,
        timeoutSeconds: 60,
        ready: async () => (await fetch(`${orgUrl}/services/data`)).ok,
      });
      announce(`The local org answers at ${orgUrl}`);
    }

    await waitUntil({
      what: 'the backend lets people sign in',
      service: backend,
      timeoutSeconds: 120,
      // The catalog takes people in one after the other.
      ready: () =>
        Promise.all(
          readDemoPeople().map(person => tokenOf(person.userEntityRef)),
        ),
    });
    announce(`The backend answers at ${backendUrl}`);

    if (app) {
      await waitUntil({
        what: 'the frontend answers',
        service: app,
        timeoutSeconds: 180,
        ready: async () => (await fetch(appUrl)).ok,
      });
      announce(`The frontend answers at ${appUrl}`);
    }
  } catch (error) {
    await end({ signal: 'SIGKILL' });
    throw error;
  }

  return { appUrl, backendUrl, orgUrl, logs, services, tokenOf, end };
}
