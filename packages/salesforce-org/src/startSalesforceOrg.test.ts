import { spawn } from 'node:child_process';
import path from 'node:path';
import { Connection } from 'jsforce';
import { minimalUsers } from './data/minimal/minimalData';
import { DEFAULT_PASSWORD } from './oauth/PasswordStore';
import { startSalesforceOrg } from './startSalesforceOrg';

describe('startSalesforceOrg', () => {
  it('starts orgs that share nothing', async () => {
    const [one, two] = await Promise.all([
      startSalesforceOrg(),
      startSalesforceOrg({ data: 'none' }),
    ]);
    try {
      expect(one.url).not.toBe(two.url);
      one.org.store.load('Account', [{ Name: 'Acme' }]);
      expect(two.org.store.count('Account')).toBe(0);
      expect(two.org.store.count('User')).toBe(0);
      expect(() => two.mintToken(minimalUsers.administrator)).toThrow(
        'no user',
      );
    } finally {
      await Promise.all([one.stop(), two.stop()]);
    }
  });

  it('says which port is taken', async () => {
    const server = await startSalesforceOrg({ data: 'none' });
    const port = Number(new URL(server.url).port);
    await expect(startSalesforceOrg({ data: 'none', port })).rejects.toThrow(
      `Port ${port} is taken`,
    );
    await server.stop();
  });

  it('brings a schema, a clock, switches and apps of the test', async () => {
    const server = await startSalesforceOrg({
      clock: '2027-01-01T00:00:00Z',
      switches: { orgStatus: 'closed' },
      schema: {
        objects: [
          {
            name: 'Account',
            fields: [{ name: 'Tier__c', type: 'string', length: 5 }],
          },
        ],
      },
      connectedApps: [{ clientId: 'mine', name: 'Mine' }],
    });
    expect(server.org.schema.require('Account').field('tier__c')).toBeDefined();
    server.org.clock.advance(1000);
    server.switches.orgStatus = 'open';
    server.reset();
    expect(server.org.clock.timestamp()).toBe('2027-01-01T00:00:00.000+0000');
    expect(server.switches).toMatchObject({
      orgStatus: 'closed',
      passwordFlow: true,
    });
    expect(server.connectedApps.get('mine')?.name).toBe('Mine');
    await server.stop();
  });

  it('stops at once, with requests open', async () => {
    const server = await startSalesforceOrg();
    server.faults.add({ effect: { type: 'hold' } });
    const failure = fetch(`${server.url}/services/data/v63.0/limits`).then(
      () => 'answered',
      () => 'cut',
    );
    while (server.faults.held('fault-1') === 0) {
      await new Promise(resolve => {
        setImmediate(resolve);
      });
    }
    await server.stop();
    expect(await failure).toBe('cut');
  });
});

describe('the command', () => {
  const bin = path.resolve(__dirname, '../bin/salesforce-org');

  async function run(args: readonly string[]) {
    const child = spawn(process.execPath, [bin, ...args]);
    let output = '';
    const ended = new Promise<number | null>(resolve => {
      child.once('exit', resolve);
    });
    const introduced = new Promise<void>(resolve => {
      const collect = (chunk: Buffer) => {
        output += String(chunk);
        if (/--instance-url|taken/.test(output)) {
          resolve();
        }
      };
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      child.once('exit', () => resolve());
    });
    await introduced;
    return { child, ended, output: () => output };
  }

  it('tells where the org is and how to log in, and ends when told to', async () => {
    const { child, ended, output } = await run([
      '--port',
      '0',
      '--data',
      'minimal',
    ]);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0] ?? '';
    expect(output()).toContain(minimalUsers.administrator);
    expect(output()).toContain(DEFAULT_PASSWORD);
    const connection = new Connection({ loginUrl: url, version: '63.0' });
    await connection.login(minimalUsers.administrator, DEFAULT_PASSWORD);
    const second = await run(['--port', new URL(url).port, '--data', 'none']);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('is taken');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 60_000);

  it('refuses nonsense', async () => {
    const { ended, output } = await run(['--data', 'nonsense']);
    expect(await ended).toBe(1);
    expect(output()).toContain('Choose demo, minimal, none');
  }, 30_000);
});
