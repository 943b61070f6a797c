import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import type { DataChoice } from './data/dataSets';
import { DEFAULT_PASSWORD } from './oauth/PasswordStore';
import { startSalesforceOrg } from './startSalesforceOrg';
import type { SalesforceOrgServer } from './SalesforceOrgServer';

interface CliOptions {
  readonly port: number;
  readonly host: string;
  readonly data: DataChoice;
  readonly schema?: string;
  readonly seed: number;
  readonly publicUrl?: string;
  readonly clock?: string;
  readonly redirectUri?: string[];
}

/** `salesforce-org`: starts an org and stays until it is told to stop. */
export function runCli(argv: readonly string[]): void {
  new Command('salesforce-org')
    .description('A local Salesforce org for demos, development and tests')
    .option('--port <number>', 'port to listen on', parsePort, 7071)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--data <set>',
      'demo, minimal, none, or generate:<number of users>',
      parseData,
      'demo',
    )
    .option('--schema <file>', 'more objects and fields, as JSON')
    .option(
      '--seed <number>',
      'another company from the same mould',
      parseCount,
      1,
    )
    .option('--public-url <url>', 'how callers reach the org, if not directly')
    .option(
      '--redirect-uri <url...>',
      'more callback URLs for logins with a browser',
    )
    .option('--clock <time>', "where the org's clock stands still (ISO 8601)")
    .action(async (options: CliOptions) => {
      try {
        const server = await start(options);
        introduce(server, options);
        stopOnSignal(server);
      } catch (error) {
        process.stderr.write(
          `${error instanceof Error ? error.message : String(error)}\n`,
        );
        process.exitCode = 1;
      }
    })
    .parse([...argv]);
}

async function start(options: CliOptions): Promise<SalesforceOrgServer> {
  const { schema, redirectUri, ...rest } = options;
  return startSalesforceOrg({
    ...rest,
    redirectUris: redirectUri,
    schema: schema && JSON.parse(await readFile(schema, 'utf8')),
  });
}

function introduce(server: SalesforceOrgServer, options: CliOptions): void {
  const lines = [
    `Local Salesforce org: ${server.url}`,
    '',
    `  data          ${describeData(options.data)}`,
    `  control API   ${server.url}/__org/`,
    ...loginLines(server),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function loginLines(server: SalesforceOrgServer): string[] {
  const users = server.suggestedUsers();
  if (users.length === 0) {
    return [];
  }
  return [
    '',
    'Users (password of all: ' + `${DEFAULT_PASSWORD})`,
    ...users.map(
      ({ username, profile }) => `  ${username.padEnd(28)} ${profile}`,
    ),
    '',
    'Connected apps',
    ...server.connectedApps
      .all()
      .filter(app => app.clientSecret !== null)
      .map(
        app =>
          `  ${app.name}: client id ${app.clientId}, secret ${app.clientSecret}`,
      ),
    '',
    'An access token without a login:',
    `  curl -X POST ${server.url}/__org/tokens -d '{"username":"${server.data.administratorUsername}"}'`,
    'With the sf CLI:',
    `  SF_ACCESS_TOKEN=<token> sf org login access-token --no-prompt --instance-url ${server.url}`,
  ];
}

function describeData(data: DataChoice): string {
  return typeof data === 'string' ? data : `generated: ${JSON.stringify(data)}`;
}

function stopOnSignal(server: SalesforceOrgServer): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function parsePort(text: string): number {
  const port = parseCount(text);
  if (port > 65535) {
    throw new InvalidArgumentError('A port is a number up to 65535.');
  }
  return port;
}

function parseCount(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new InvalidArgumentError('This is not a number.');
  }
  return Number(text);
}

function parseData(text: string): DataChoice {
  const generated = /^generate:(\d+)$/.exec(text);
  if (generated) {
    return { generate: Number(generated[1]) };
  }
  if (text === 'demo' || text === 'minimal' || text === 'none') {
    return text;
  }
  throw new InvalidArgumentError(
    'Choose demo, minimal, none or generate:<number of users>.',
  );
}
