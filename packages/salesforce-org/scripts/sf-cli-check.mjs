#!/usr/bin/env node
/*
 * The acceptance drill: Salesforce's own command line, unchanged, against the
 * local org. It is no dependency of the workspace (300 MB, 700 packages);
 * this script installs it below .tools/ once and runs the drill.
 *
 *   node packages/salesforce-org/scripts/sf-cli-check.mjs
 *
 * SF_CLI_BIN names a `sf` that is there already.
 */
import { execFile, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SF_CLI_VERSION = '2.146.3';

const packageRoot = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);
const toolRoot = path.resolve(packageRoot, '../../.tools/sf-cli');

const failures = [];
let steps = 0;

/** Runs a program to its end. */
function run(command, args, options = {}) {
  return new Promise(resolve => {
    execFile(
      command,
      args,
      { maxBuffer: 64 * 1024 * 1024, ...options },
      (error, stdout, stderr) =>
        resolve({ code: error ? error.code ?? 1 : 0, stdout, stderr }),
    );
  });
}

function check(name, condition, evidence) {
  steps += 1;
  process.stdout.write(`${condition ? 'ok    ' : 'FAILED'} ${name}\n`);
  if (!condition) {
    failures.push(name);
    process.stdout.write(`${JSON.stringify(evidence, null, 2)}\n`);
  }
}

async function installCli() {
  if (process.env.SF_CLI_BIN) {
    return process.env.SF_CLI_BIN;
  }
  const bin = path.join(toolRoot, 'node_modules/.bin/sf');
  if (!existsSync(bin)) {
    await mkdir(toolRoot, { recursive: true });
    process.stdout.write('Installing @salesforce/cli, about half a minute\n');
    const { code, stderr } = await run('npm', [
      'install',
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--prefix',
      toolRoot,
      `@salesforce/cli@${SF_CLI_VERSION}`,
    ]);
    if (code !== 0) {
      throw new Error(`Could not install the sf CLI: ${stderr}`);
    }
  }
  return bin;
}

/** Starts the org as a user would, on a free port. */
function startOrg() {
  const child = spawn(
    process.execPath,
    [
      path.join(packageRoot, 'bin/salesforce-org'),
      '--port',
      '0',
      '--data',
      'minimal',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('exit', code => reject(new Error(`The org ended: ${code}`)));
    child.stdout.on('data', chunk => {
      output += chunk;
      const url = /http:\/\/\S+/.exec(output)?.[0];
      if (url && output.includes('control API')) {
        resolve({ child, url });
      }
    });
  });
}

async function control(url, method, resource, body) {
  const response = await fetch(`${url}/__org/${resource}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${resource}: ${text}`);
  }
  return text === '' ? undefined : JSON.parse(text);
}

async function main() {
  if (Number(process.versions.node.split('.')[0]) < 22) {
    throw new Error(
      `The sf CLI needs Node 22 or newer, this is ${process.version}. The workspace carries one: npm run yarn -- node packages/salesforce-org/scripts/sf-cli-check.mjs`,
    );
  }
  const sf = await installCli();
  const home = await mkdtemp(path.join(tmpdir(), 'sf-drill-'));
  const { child, url } = await startOrg();
  try {
    await drill({ sf, home, url });
  } finally {
    child.removeAllListeners('exit');
    child.kill('SIGTERM');
    await rm(home, { recursive: true, force: true });
  }
  process.stdout.write(
    failures.length === 0
      ? `All ${steps} checks passed\n`
      : `${failures.length} of ${steps} checks failed\n`,
  );
  process.exitCode = failures.length === 0 ? 0 : 1;
}

async function drill({ sf, home, url }) {
  const env = {
    PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`,
    HOME: home,
    SF_DISABLE_TELEMETRY: 'true',
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    SF_DISABLE_DNS_CHECK: 'true',
    SFDX_DISABLE_DNS_CHECK: 'true',
    SF_DOMAIN_RETRY: '0',
  };
  const cli = (args, extra = {}) =>
    run(sf, args, { env: { ...env, ...extra }, cwd: home });
  const json = async (args, extra) => {
    const result = await cli([...args, '--json'], extra);
    let parsed = {};
    try {
      parsed = JSON.parse(result.stdout);
    } catch {
      // the check below shows what came instead
    }
    return { ...result, ...parsed };
  };

  const [admin] = await control(
    url,
    'GET',
    'rows/User?Username=admin@minimal.test',
  );
  const username = admin.Username;
  const accounts = await control(url, 'POST', 'rows', {
    object: 'Account',
    raw: true,
    rows: [{ Name: "Seán O'Brien & Söhne", OwnerId: admin.Id }],
  });
  await control(url, 'POST', 'rows', {
    object: 'Contact',
    raw: true,
    rows: Array.from({ length: 2500 }, (_, index) => ({
      LastName: `Drill ${index}`,
      AccountId: accounts.ids[0],
      OwnerId: admin.Id,
    })),
  });
  await control(url, 'POST', 'rows', {
    object: 'PermissionSet',
    rows: [{ Name: 'Drill_Set', Label: 'Drill Set' }],
  });

  // 1. log in with an access token
  const token = await control(url, 'POST', 'tokens', { username });
  const tokenLogin = await json(
    [
      'org',
      'login',
      'access-token',
      '--instance-url',
      url,
      '--no-prompt',
      '--alias',
      'drill',
    ],
    { SF_ACCESS_TOKEN: token.access_token },
  );
  check(
    'logs in with an access token',
    tokenLogin.code === 0 && tokenLogin.result?.username === username,
    tokenLogin,
  );
  if (failures.length > 0) {
    return;
  }

  // 2. log in with a JWT
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const keyFile = path.join(home, 'drill.key');
  await writeFile(keyFile, privateKey, { mode: 0o600 });
  await control(url, 'POST', 'connected-apps', {
    clientId: 'drill-client',
    name: 'Drill',
    certificate: publicKey,
    approvedBy: [username],
  });
  const jwtLogin = await json([
    'org',
    'login',
    'jwt',
    '--username',
    username,
    '--jwt-key-file',
    keyFile,
    '--client-id',
    'drill-client',
    '--instance-url',
    url,
    '--alias',
    'drill-jwt',
  ]);
  check(
    'logs in with a JWT',
    jwtLogin.code === 0 && jwtLogin.result?.username === username,
    jwtLogin,
  );

  // 3. queries, for people and as JSON
  const target = ['--target-org', 'drill-jwt'];
  const query = soql => json(['data', 'query', ...target, '--query', soql]);
  const many = await query('SELECT Id, LastName FROM Contact');
  check('reads more than 2,000 rows', many.result?.records?.length === 2500, {
    code: many.code,
    stderr: many.stderr,
    length: many.result?.records?.length,
  });
  const parent = await query(
    'SELECT LastName, Account.Name, Account.Owner.Username FROM Contact LIMIT 3',
  );
  check(
    'follows parents',
    parent.result?.records?.[0]?.Account?.Owner?.Username === username,
    parent,
  );
  const children = await query(
    "SELECT Name, (SELECT LastName FROM Contacts LIMIT 5) FROM Account WHERE Name LIKE 'Seán O\\'Brien%'",
  );
  check(
    'reads children',
    children.result?.records?.[0]?.Contacts?.records?.length === 5,
    children,
  );
  const aggregate = await query(
    'SELECT AccountId, COUNT(Id) total FROM Contact GROUP BY AccountId',
  );
  check(
    'counts groups',
    aggregate.result?.records?.some(record => record.total === 2500),
    aggregate,
  );
  const human = async (name, soql, expected) => {
    const result = await cli(['data', 'query', ...target, '--query', soql]);
    check(
      `prints a table: ${name}`,
      result.code === 0 && expected.every(text => result.stdout.includes(text)),
      { ...result, stdout: result.stdout.slice(0, 2000) },
    );
  };
  await human('many rows', 'SELECT LastName FROM Contact', ['2500']);
  await human('parents', 'SELECT LastName, Account.Name FROM Contact LIMIT 2', [
    'ACCOUNT.NAME',
    "Seán O'Brien & Söhne",
  ]);
  await human(
    'children',
    "SELECT Name, (SELECT LastName FROM Contacts LIMIT 2) FROM Account WHERE Name LIKE 'Se%'",
    ['CONTACTS.LASTNAME', 'Drill 1'],
  );
  await human(
    'groups',
    'SELECT AccountId, COUNT(Id) FROM Contact GROUP BY AccountId',
    ['2500'],
  );

  // 4. a permission set twice
  const assign = () =>
    json(['org', 'assign', 'permset', '--name', 'Drill_Set', ...target]);
  const first = await assign();
  check('assigns a permission set', first.code === 0, first);
  const second = await assign();
  check(
    'reports the second assignment as a duplicate',
    second.code === 1 && /Duplicate/.test(second.stdout),
    second,
  );

  // 5. one record, from beginning to end
  const created = await json([
    'data',
    'create',
    'record',
    ...target,
    '--sobject',
    'Account',
    '--values',
    "Name='Drill Inc' Industry='Energy'",
  ]);
  check('creates a record', created.result?.success === true, created);
  const recordId = created.result?.id;
  const updated = await json([
    'data',
    'update',
    'record',
    ...target,
    '--sobject',
    'Account',
    '--record-id',
    recordId,
    '--values',
    "Name='Drill Ltd'",
  ]);
  check('updates it', updated.result?.success === true, updated);
  const read = await json([
    'data',
    'get',
    'record',
    ...target,
    '--sobject',
    'Account',
    '--record-id',
    recordId,
  ]);
  check('reads it', read.result?.Name === 'Drill Ltd', read);
  const deleted = await json([
    'data',
    'delete',
    'record',
    ...target,
    '--sobject',
    'Account',
    '--record-id',
    recordId,
  ]);
  check('deletes it', deleted.result?.success === true, deleted);

  // 6. in bulk
  const csvFile = path.join(home, 'accounts.csv');
  await writeFile(
    csvFile,
    [
      'Name,Industry',
      ...Array.from({ length: 300 }, (_, i) => `Bulk ${i},Energy`),
      '',
    ].join('\n'),
  );
  const imported = await json([
    'data',
    'import',
    'bulk',
    ...target,
    '--sobject',
    'Account',
    '--file',
    csvFile,
    '--wait',
    '2',
    '--line-ending',
    'LF',
  ]);
  check(
    'imports in bulk',
    imported.code === 0 && Number(imported.result?.processedRecords) === 300,
    imported,
  );
  const exportFile = path.join(home, 'export.csv');
  const exported = await json([
    'data',
    'export',
    'bulk',
    ...target,
    '--query',
    "SELECT Id, Name, Owner.Username FROM Account WHERE Name LIKE 'Bulk %'",
    '--output-file',
    exportFile,
    '--result-format',
    'csv',
    '--wait',
    '2',
  ]);
  const lines = existsSync(exportFile)
    ? (await readFile(exportFile, 'utf8')).trim().split('\n')
    : [];
  check(
    'exports in bulk',
    exported.code === 0 && lines.length === 301 && lines[1].includes(username),
    { exported, head: lines.slice(0, 3) },
  );

  // 7. limits, and the state of the connection
  const limits = await json(['org', 'list', 'limits', ...target]);
  check(
    'lists limits',
    limits.result?.some(
      ({ name, remaining }) => name === 'DailyApiRequests' && remaining > 0,
    ),
    limits,
  );
  const display = await json(['org', 'display', ...target]);
  check(
    'sees a live connection',
    display.result?.connectedStatus === 'Connected',
    display,
  );
}

await main();
