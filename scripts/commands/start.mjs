// `npm start`: the demo, with the development servers.

import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { failWith } from '../lib/failWith.mjs';
import { readDemoPeople } from '../lib/demo/readDemoConfig.mjs';
import { startDemo } from '../lib/demo/startDemo.mjs';
import { isTrouble } from '../lib/isTrouble.mjs';
import { whenAskedToStop } from '../lib/whenAskedToStop.mjs';
import { requireFreePort } from '../lib/ports.mjs';
import { inRepository } from '../lib/repository.mjs';

const HELP = `
npm start -- [flags]

  --port-frontend PORT   where the portal answers            (3000)
  --port-backend PORT    where the API answers               (7007)
  --port-org PORT        where the local Salesforce answers  (7071)
  --host ADDRESS         the address to listen on            (127.0.0.1)
  --database URL         sqlite, or postgresql://...         (sqlite)
  --data NAME            demo, or generate:20000             (demo)
  --no-frontend          only the local org and the backend
  --watch                restart the backend when its code changes
  --keep                 keep what the last run recorded; without it the
                         portal starts anew, as the local org always does
  --verbose              show everything that the servers write

Each flag has an environment variable: --port-org is SALESDESK_PORT_ORG.
`;

try {
  await start();
} catch (error) {
  failWith(error.message);
}

async function start() {
  const flags = readFlags();
  if (flags.help) {
    console.log(HELP);
    return;
  }

  const ports = {
    frontend: readPort(flags, 'port-frontend'),
    backend: readPort(flags, 'port-backend'),
    org: readPort(flags, 'port-org'),
  };
  const withFrontend = !flags['no-frontend'];
  for (const [name, what] of [
    ['org', 'the local Salesforce org'],
    ['backend', 'the API'],
    ...(withFrontend ? [['frontend', 'the portal']] : []),
  ]) {
    await requireFreePort({ port: ports[name], what, flag: `--port-${name}` });
  }

  // Demos on other ports are other demos, with data of their own.
  const directory = inRepository('.salesdesk', `demo-${ports.backend}`);
  if (!flags.keep) {
    rmSync(directory, { recursive: true, force: true });
  }

  const stop = whenAskedToStop();
  console.log('Starting ...');
  const demo = await Promise.race([
    startDemo({
      ports,
      frontend: withFrontend ? 'dev' : 'none',
      watch: flags.watch,
      host: flags.host,
      database: flags.database,
      data: flags.data,
      directory,
      announce: step => console.log(`  ${step}`),
      print: (name, line) => {
        if (flags.verbose || isTrouble(line)) {
          console.log(`${name.padEnd(8)} | ${line}`);
        }
      },
    }),
    stop,
  ]);
  if (!demo) {
    return;
  }

  console.log(welcome({ demo, withFrontend }));
  const ended = await Promise.race([
    stop,
    ...demo.services.map(async service => {
      const reason = await service.exited;
      return { service, reason };
    }),
  ]);
  await demo.end();
  if (ended) {
    throw new Error(
      `The ${ended.service.name} ${ended.reason}, so everything was stopped. Its log: ${ended.service.log}`,
    );
  }
}

function readFlags() {
  const options = {
    'port-frontend': { type: 'string', default: '3000' },
    'port-backend': { type: 'string', default: '7007' },
    'port-org': { type: 'string', default: '7071' },
    host: { type: 'string', default: '127.0.0.1' },
    database: { type: 'string', default: 'sqlite' },
    data: { type: 'string', default: 'demo' },
    'no-frontend': { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  };
  for (const [name, option] of Object.entries(options)) {
    const value =
      process.env[`SALESDESK_${name.toUpperCase().replaceAll('-', '_')}`];
    if (value !== undefined) {
      option.default = option.type === 'boolean' ? value === 'true' : value;
    }
  }
  return parseArgs({ options }).values;
}

function readPort(flags, name) {
  const port = Number(flags[name]);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`--${name} must be a port number, not "${flags[name]}"`);
  }
  return port;
}

function welcome({ demo, withFrontend }) {
  const people = readDemoPeople();
  const width = key => Math.max(...people.map(person => person[key].length));
  return [
    '',
    withFrontend
      ? `Salesdesk is ready: open ${demo.appUrl} and sign in as one of`
      : 'Salesdesk is ready, without its frontend. The people are',
    '',
    ...people.map(person =>
      [
        `  ${person.name.padEnd(width('name'))}`,
        person.role.padEnd(width('role')),
        person.description,
      ].join('  '),
    ),
    '',
    `API            ${demo.backendUrl}/api/salesforce`,
    `Local org      ${demo.orgUrl}`,
    `A token        curl -s -H 'x-demo-user: ${people[0].userEntityRef}' ${demo.backendUrl}/api/auth/demo/refresh`,
    `Logs           ${relative(process.cwd(), demo.logs)}`,
    'Stop           Ctrl-C',
    '',
  ].join('\n');
}
