import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { GENESIS_HASH } from '@salesdesk/audit-verify';
import type { Credentials } from '@salesdesk/backstage-plugin-salesforce-common';
import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import {
  DEFAULT_PASSWORD,
  demoApps,
  type SalesforceOrgServer,
} from '@salesdesk/salesforce-org';
import type { Knex } from 'knex';
import {
  startTestOrg,
  stopTestOrgs,
  testCredentials,
} from '../__testUtils__/testOrg';
import { testDatabases } from '../__testUtils__/testDatabases';
import { DatabaseAuditLog } from '../audit';
import { applyMigrations } from '../database/applyMigrations';
import { ensureHead } from '../database/operations/audit/readEntries';
import { findOrg } from '../database/operations/orgs/findOrg';
import type { JobRow } from '../database/tables';
import { requestRow } from '../requests/__testUtils__/requestRow';
import { createBrowserLogins } from '../oauth';
import type { OutboxMessage } from '../outbox';
import { CredentialSealer, type EncryptionKey } from './CredentialSealer';
import { DefaultGatewayProvider } from './DefaultGatewayProvider';
import { DefaultOrgService } from './DefaultOrgService';
import { OrgObserver, type OnLimitWarning } from './OrgObserver';
import { orgTokenKeeper } from './orgTokenKeeper';
import type { ConfiguredOrg } from './readOrgsConfig';
import { SealedCredentials } from './SealedCredentials';

const databases = testDatabases();

let server: SalesforceOrgServer;

beforeAll(async () => {
  server = await startTestOrg();
}, 60_000);

afterAll(stopTestOrgs);

beforeEach(() => server.faults.clear());

const oldKey = { id: '2025', secret: 'an old secret of thirty-two letters' };
const newKey = { id: '2026', secret: 'a new secret, also of 32 characters' };
const actor = 'user:default/sam.okafor';

const secrets = () => [
  demoApps.clientCredentials.consumerSecret,
  demoApps.password.consumerSecret,
  DEFAULT_PASSWORD,
  'WRONG-SECRET',
];

const credentials = (): Credentials => testCredentials(server);

const body = (id: string) => ({
  id,
  title: `Org ${id}`,
  owners: ['group:default/Salesforce-Admins'],
  credentials: credentials(),
});

describe.each(databases.eachSupportedId())('orgs on %s', id => {
  async function setUp(
    options: {
      knex?: Knex;
      keys?: EncryptionKey[];
      configured?: ConfiguredOrg[];
      onLimitWarning?: OnLimitWarning;
    } = {},
  ) {
    const { keys = [newKey], configured = [], onLimitWarning } = options;
    const knex = options.knex ?? (await databases.init(id));
    await applyMigrations(knex);
    await ensureHead({ knex, logId: 'log', genesisHash: GENESIS_HASH });
    const lines: string[] = [];
    const logger = mockServices.logger.mock();
    for (const level of ['debug', 'info', 'warn', 'error'] as const) {
      logger[level].mockImplementation((message, meta) => {
        lines.push(`${message} ${JSON.stringify(meta)}`);
      });
    }
    // the org's own clock is the machine's, and assertions expire
    let tick = Date.now();
    const now = () => {
      tick += 1;
      return new Date(tick);
    };
    const sealer = CredentialSealer.create({ keys });
    const observer = new OrgObserver({ knex, logger, now, onLimitWarning });
    const provider = DefaultGatewayProvider.create({
      knex,
      configured,
      sealer,
      observer,
      settings: { now, wait: async () => {}, timeout: 5_000 },
    });
    const told: OutboxMessage[] = [];
    const peopleEndedWhile: string[] = [];
    const logins = createBrowserLogins({
      config: new ConfigReader({ app: { baseUrl: 'http://localhost:3000' } }),
      knex,
      sealer,
      settings: { now, timeout: 5_000 },
    });
    const auditLog = DatabaseAuditLog.create({ knex, now, signer: undefined });
    const orgs = DefaultOrgService.create({
      knex,
      auditLog,
      sealer,
      provider,
      observer,
      configured,
      logger,
      now,
      describePeople: async refs =>
        refs.map(ref => ({ ref, displayName: ref })),
      findOwner: async ref => ({ ref: ref.toLowerCase() }),
      countWaitingRequests: async () => 3,
      outbox: {
        enqueue: async (_, messages) => {
          told.push(...messages);
        },
      },
      actionIds: async () => ['salesforce_freeze_user'],
      logins,
      endPersonalConnections: async ({ orgId }) => {
        const row = await findOrg({ knex, orgId });
        peopleEndedWhile.push(row?.status ?? 'gone');
        return { ended: 0, unconfirmed: 0 };
      },
    });
    await orgs.start();
    return {
      knex,
      orgs,
      provider,
      observer,
      auditLog,
      lines,
      told,
      logins,
      peopleEndedWhile,
    };
  }

  const query = soql.select({ from: 'User', fields: ['Id'], limit: 1 });

  it('connects, shows, checks, pauses, resumes and disconnects an org', async () => {
    const { orgs, provider, auditLog } = await setUp();
    const created = await orgs.create({ body: body('acme'), actor });
    expect(created).toMatchObject({
      id: 'acme',
      status: 'connected',
      isDefault: false,
      isSandbox: false,
      source: 'database',
      owners: [{ ref: 'group:default/salesforce-admins' }],
      instanceUrl: server.url,
      credentials: { kind: 'client_credentials', keyId: '2026' },
      limits: { level: 'ok', max: expect.any(Number) },
      licenses: expect.arrayContaining([
        { name: 'Salesforce Platform', used: 20, total: 20 },
      ]),
      waitingRequests: 3,
      allowedActions: ['validate', 'update', 'disconnect', 'pause'],
    });
    expect(await orgs.defaultOrgId()).toBe('acme');
    expect(await orgs.ownersOf('acme')).toEqual([
      'group:default/salesforce-admins',
    ]);

    const gateway = await provider.forOrg('acme');
    await gateway.query(query);
    expect(await provider.forOrg('acme')).toBe(gateway);

    const paused = await orgs.update({
      orgId: 'acme',
      body: { paused: true },
      actor,
    });
    expect(paused).toMatchObject({
      status: 'paused',
      allowedActions: ['validate', 'update', 'disconnect', 'resume'],
    });
    await expect(provider.forOrg('acme')).rejects.toMatchObject({
      code: 'org_paused',
    });
    await orgs.update({
      orgId: 'acme',
      body: { paused: false, title: 'Acme' },
      actor,
    });
    expect((await orgs.list())[0]).toMatchObject({
      title: 'Acme',
      status: 'connected',
    });

    const { ok } = await orgs.validate({ orgId: 'acme' });
    expect(ok).toBe(true);

    await (await provider.forOrg('acme')).query(query);
    const sessions = [...server.org.store.all('AuthSession')].length;
    const gone = await orgs.disconnect({ orgId: 'acme', actor });
    expect(gone).toMatchObject({
      status: 'disconnected',
      allowedActions: ['update'],
      kept: expect.arrayContaining(['The audit log']),
    });
    expect(gone.credentials).toBeUndefined();
    expect([...server.org.store.all('AuthSession')].length).toBeLessThan(
      sessions,
    );
    await expect(provider.forOrg('acme')).rejects.toMatchObject({
      code: 'org_not_connected',
    });
    await expect(
      orgs.disconnect({ orgId: 'acme', actor }),
    ).rejects.toMatchObject({
      code: 'wrong_state',
    });
    const again = await orgs.update({
      orgId: 'acme',
      body: { credentials: credentials() },
      actor,
    });
    expect(again.status).toBe('connected');

    const { items } = await auditLog.list({
      filter: { org: 'acme' },
      order: 'oldest',
      limit: 50,
    });
    expect(items.map(({ type, actor: who }) => [type, who])).toEqual(
      [
        'org.connected',
        'org.paused',
        'org.resumed',
        'org.disconnected',
        'org.updated',
      ].map(type => [type, actor]),
    );
    const log = await orgs.listLog({ orgId: 'acme', limit: 2 });
    expect(log.items).toHaveLength(2);
    const more = await orgs.listLog({ orgId: 'acme', cursor: log.nextCursor });
    expect(more.items.map(({ message }) => message)).toContain(
      'Paused: nothing is read or changed until it is resumed',
    );
    expect(more.nextCursor).toBeUndefined();
  });

  it('takes no login to another Salesforce org for that of this one', async () => {
    const { orgs, knex } = await setUp();
    await orgs.create({ body: body('acme'), actor });
    await knex('salesforce_orgs').update({
      organization_id: '00D000000000001AAA',
    });
    const connect = () =>
      orgs.update({
        orgId: 'acme',
        body: { credentials: credentials() },
        actor,
      });
    await expect(connect()).rejects.toMatchObject({
      code: 'org_credentials_refused',
      message: expect.stringMatching(/another Salesforce org.*00D000000000001/),
    });
    expect(await orgs.get({ orgId: 'acme' })).toMatchObject({
      status: 'connected',
      organizationId: '00D000000000001AAA',
    });
    // what is kept is kept for the same org
    const { kept } = await orgs.disconnect({ orgId: 'acme', actor });
    expect(kept).toContainEqual(expect.stringContaining('inventory'));
    await expect(connect()).rejects.toThrow('another Salesforce org');
  });

  it('works with no other Salesforce org than before, such as a sandbox that was refreshed', async () => {
    const { orgs, knex, provider } = await setUp();
    await orgs.create({ body: body('acme'), actor });
    const { organizationId: now } = await orgs.get({ orgId: 'acme' });
    const before = '00D000000000001AAA';
    const setBefore = (organization_id: string) =>
      knex('salesforce_orgs').update({ organization_id });
    await setBefore(before);

    for (let times = 0; times < 2; times += 1) {
      await expect(provider.connect('acme')).rejects.toMatchObject({
        name: 'ConflictError',
        code: 'org_not_connected',
        message: expect.stringMatching(
          `another Salesforce org \\(${now}\\) than before \\(${before}\\)`,
        ),
      });
      await expect(provider.forOrg('acme')).rejects.toMatchObject({
        code: 'org_not_connected',
      });
    }
    const { items } = await orgs.listLog({ orgId: 'acme' });
    expect(
      items.filter(({ message }) => /leads to another/.test(message)),
    ).toMatchObject([{ level: 'error' }]);

    // nor does a check take the other one for it
    const { ok, checks } = await orgs.validate({ orgId: 'acme' });
    expect(ok).toBe(false);
    expect(checks.find(({ state }) => state === 'failed')).toMatchObject({
      id: 'same_organization',
      fix: expect.stringContaining('under an id of its own'),
    });
    expect(
      await orgs.validateCredentials({
        credentials: credentials(),
        org: 'acme',
      }),
    ).toMatchObject({ ok: false });
    expect(await orgs.get({ orgId: 'acme' })).toMatchObject({
      status: 'not_connected',
      statusReason: expect.stringContaining('another Salesforce org'),
      organizationId: before,
    });

    // the same org, as some tools shorten its id
    await setBefore(String(now).slice(0, 15));
    await (await provider.connect('acme')).gateway.query(query);
    await (await provider.forOrg('acme')).query(query);
    expect(await orgs.validate({ orgId: 'acme' })).toMatchObject({ ok: true });
    expect(await orgs.get({ orgId: 'acme' })).toMatchObject({
      status: 'connected',
    });
  });

  it('says that a Salesforce org is connected already, and as what', async () => {
    const { orgs } = await setUp({
      configured: [
        {
          id: 'first',
          title: 'Sales',
          owners: [],
          isDefault: true,
          apiVersion: '63.0',
          credentials: testCredentials(server, 'jwt_bearer'),
        },
      ],
    });
    const tried = async (org?: string) => {
      const { ok, checks } = await orgs.validateCredentials({
        credentials: credentials(),
        org,
      });
      return { ok, twin: checks.find(({ id: it }) => it === 'connected_once') };
    };
    // also of an org of the configuration that nobody has used yet
    expect(await tried()).toMatchObject({
      ok: true,
      twin: {
        state: 'warning',
        message: 'This Salesforce org is connected already, as "Sales" (first)',
        cause: expect.stringContaining('know nothing of'),
        fix: expect.stringContaining('disconnect it first'),
      },
    });
    expect(await orgs.validate({ orgId: 'first' })).toMatchObject({ ok: true });
    // new credentials of the same org are no second one
    expect(await tried('first')).toEqual({ ok: true, twin: undefined });

    await orgs.create({ body: body('second'), actor });
    const { items } = await orgs.listLog({ orgId: 'second' });
    expect(items[0]).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('connected already, as "Sales" (first)'),
    });
    await orgs.update({
      orgId: 'second',
      body: { credentials: credentials() },
      actor,
    });
    expect((await tried('first')).twin).toMatchObject({
      message: expect.stringMatching(/"\w.*" \(second\)/),
    });
    await orgs.disconnect({ orgId: 'second', actor });
    expect((await tried('first')).twin).toMatchObject({
      message: expect.stringMatching(/connected before as .*\(second\)$/),
      fix: expect.stringContaining('again'),
    });
  });

  it('stores nothing when the credentials do not work, and says why', async () => {
    const { orgs, knex } = await setUp();
    await expect(
      orgs.create({
        body: {
          ...body('acme'),
          credentials: { ...credentials(), clientSecret: 'WRONG-SECRET' },
        },
        actor,
      }),
    ).rejects.toMatchObject({
      name: 'InputError',
      code: 'org_credentials_refused',
      message: expect.stringContaining('consumer secret does not belong'),
    });
    expect(await orgs.list()).toEqual([]);
    expect(await knex('salesforce_org_log').select()).toEqual([]);
    await expect(orgs.defaultOrgId()).rejects.toMatchObject({
      code: 'org_not_found',
    });
  });

  it('keeps secrets out of the database, logs, errors, audit log and answers', async () => {
    const { orgs, knex, provider, auditLog, lines, observer } = await setUp();
    const answers: unknown[] = [];
    const attempt = async (call: Promise<unknown>) =>
      answers.push(
        await call.catch(error => [
          error.message,
          error.stack,
          JSON.stringify(error),
        ]),
      );
    await attempt(orgs.create({ body: body('acme'), actor }));
    await attempt(
      orgs.create({
        body: {
          ...body('second'),
          credentials: testCredentials(server, 'username_password'),
        },
        actor,
      }),
    );
    await attempt(
      orgs.update({
        orgId: 'acme',
        body: {
          credentials: { ...credentials(), clientSecret: 'WRONG-SECRET' },
        },
        actor,
      }),
    );
    await attempt(orgs.validate({ orgId: 'second' }));
    await attempt(orgs.get({ orgId: 'second' }));
    await attempt(orgs.listLog({ orgId: 'acme' }));
    server.faults.add({ effect: { type: 'expireSession' } });
    await attempt((await provider.forOrg('acme')).query(query));
    const gateway = await provider.forOrg('acme');
    await attempt(gateway.query(query));
    await observer.settled();
    const tables = await Promise.all(
      [
        'salesforce_orgs',
        'salesforce_org_log',
        'salesforce_audit_waiting',
        'salesforce_audit_entries',
      ].map(table => knex(table).select()),
    );
    const { items } = await auditLog.list({
      filter: {},
      order: 'oldest',
      limit: 50,
    });
    const everything = JSON.stringify([answers, tables, items, lines]);
    for (const secret of secrets()) expect(everything).not.toContain(secret);
    expect(everything).not.toMatch(/00D\w{12,15}![\w.]/);
    expect(everything).not.toMatch(/eyJhbGciOiJSUzI1NiJ9/);
  });

  it('opens what an older key sealed, and seals it with the newest', async () => {
    const first = await setUp({ keys: [oldKey] });
    await first.orgs.create({ body: body('acme'), actor });
    const second = await setUp({ knex: first.knex, keys: [newKey, oldKey] });
    expect((await second.orgs.get({ orgId: 'acme' })).credentials?.keyId).toBe(
      '2026',
    );
    const third = await setUp({ knex: first.knex, keys: [newKey] });
    await expect(
      (await third.provider.forOrg('acme')).query(query),
    ).resolves.toBeDefined();
    const fourth = await setUp({ knex: first.knex, keys: [oldKey] });
    expect(await fourth.orgs.rotateKeys()).toEqual(['acme']);
    await expect(fourth.provider.forOrg('acme')).rejects.toMatchObject({
      code: 'org_not_connected',
      message: expect.stringContaining('Enter them again'),
    });
    const without = await setUp({ knex: first.knex, keys: [] });
    await expect(
      without.orgs.create({ body: body('other'), actor }),
    ).rejects.toThrow(/salesforce.encryption.keys/);
  });

  it('seals with the newest key all that an older one sealed, and opens the rest where one cannot be opened', async () => {
    const first = await setUp({ keys: [oldKey] });
    await first.orgs.create({ body: body('acme'), actor });
    await first.orgs.update({
      orgId: 'acme',
      body: {
        personalLogin: {
          loginUrl: server.url,
          clientId: demoApps.webServer.consumerKey,
          clientSecret: demoApps.webServer.consumerSecret,
        },
      },
      actor,
    });
    await first.orgs.createKeyPair({ orgId: 'acme', actor });
    const { knex } = first;
    const broken = await knex('salesforce_orgs')
      .where({ id: 'acme' })
      .first('sealed_credentials');
    await knex('salesforce_orgs')
      .where({ id: 'acme' })
      .update({ sealed_credentials: 'no sealed text' });
    const second = await setUp({ knex, keys: [newKey, oldKey] });
    expect(await second.orgs.rotateKeys()).toEqual(['acme']);
    await knex('salesforce_orgs').where({ id: 'acme' }).update(broken);
    expect(await second.orgs.rotateKeys()).toEqual([]);
    const row = await findOrg({ knex, orgId: 'acme' });
    // The older key is taken away.
    const newest = CredentialSealer.create({ keys: [newKey] });
    for (const [place, sealed] of [
      ['acme', row?.sealed_credentials],
      ['login-app acme', row?.sealed_login_app],
      ['key-pair acme', row?.sealed_key_pair],
    ] as const) {
      await expect(
        newest.openValue({ place, sealed: sealed ?? '' }),
      ).resolves.toBeDefined();
    }
  });

  it('keeps the newest refresh token while keys are rotated', async () => {
    const { knex, orgs } = await setUp({ keys: [oldKey] });
    await orgs.create({ body: body('acme'), actor });
    const orgId = 'acme';
    const older = CredentialSealer.create({ keys: [oldKey] });
    const newest = CredentialSealer.create({ keys: [newKey, oldKey] });
    const credentialsWith = (refreshToken: string) => ({
      kind: 'web_server' as const,
      loginUrl: server.url,
      clientId: 'app',
      refreshToken,
    });
    const { sealed } = await older.seal({
      orgId,
      credentials: credentialsWith('first'),
    });
    await knex('salesforce_orgs').update({ sealed_credentials: sealed });
    const rotation = new SealedCredentials({
      knex,
      sealer: newest,
      logger: mockServices.logger.mock(),
      now: () => new Date(),
    });
    const keeper = orgTokenKeeper({ knex, sealer: older, orgId });

    // The keys are rotated between reading and storing the token.
    const seal = older.seal.bind(older);
    jest.spyOn(older, 'seal').mockImplementationOnce(async options => {
      await rotation.rotate();
      return seal(options);
    });
    const both = orgTokenKeeper({
      knex,
      orgId,
      sealer: Object.assign(newest, { seal: older.seal.bind(older) }),
    });
    await both.replaced({ from: 'first', to: 'second' });
    expect(await both.current()).toBe('second');

    // The token is replaced between reading and storing what is rotated.
    const open = newest.open.bind(newest);
    jest.spyOn(newest, 'open').mockImplementationOnce(async options => {
      const opened = await open(options);
      await keeper.replaced({ from: 'second', to: 'third' });
      return opened;
    });
    await rotation.rotate();
    expect(await both.current()).toBe('third');
  });

  it('ends the logins of people again once the org is disconnected', async () => {
    const { orgs, peopleEndedWhile } = await setUp();
    await orgs.create({ body: body('acme'), actor });
    await orgs.disconnect({ orgId: 'acme', actor });
    expect(peopleEndedWhile).toEqual(['connected', 'disconnected']);
  });

  it('does not open credentials that somebody moved to another org or changed', async () => {
    const { orgs, knex, provider } = await setUp();
    await orgs.create({ body: body('acme'), actor });
    await orgs.create({ body: body('other'), actor });
    const { sealed_credentials: sealed } = await knex('salesforce_orgs')
      .where({ id: 'acme' })
      .first('sealed_credentials');
    const change = async (text: string) => {
      await knex('salesforce_orgs')
        .where({ id: 'other' })
        .update({
          sealed_credentials: text,
          revision: knex.raw('revision + 1'),
        });
      await expect(provider.forOrg('other')).rejects.toMatchObject({
        code: 'org_not_connected',
      });
    };
    await change(sealed);
    await change(`${sealed.slice(0, -4)}AAAA`);
  });

  it('sees in every process that an org was paused or got new credentials', async () => {
    const first = await setUp();
    const second = await setUp({ knex: first.knex });
    await first.orgs.create({ body: body('acme'), actor });
    const before = await second.provider.forOrg('acme');
    await first.orgs.update({ orgId: 'acme', body: { paused: true }, actor });
    await expect(second.provider.forOrg('acme')).rejects.toMatchObject({
      code: 'org_paused',
    });
    await first.orgs.update({ orgId: 'acme', body: { paused: false }, actor });
    expect(await second.provider.forOrg('acme')).not.toBe(before);
  });

  it('tells work under way that its org was paused, connected anew or disconnected', async () => {
    const first = await setUp();
    const second = await setUp({ knex: first.knex });
    await first.orgs.create({ body: body('acme'), actor });
    const open = () => second.provider.connect('acme');
    const connection = await open();
    expect(await connection.isCurrent()).toBe(true);
    await first.orgs.update({ orgId: 'acme', body: { paused: true }, actor });
    await expect(connection.isCurrent()).rejects.toMatchObject({
      code: 'org_paused',
    });
    await first.orgs.update({ orgId: 'acme', body: { paused: false }, actor });
    expect(await connection.isCurrent()).toBe(false);
    const again = await open();
    await first.orgs.update({
      orgId: 'acme',
      body: { credentials: testCredentials(server, 'jwt_bearer') },
      actor,
    });
    expect(await again.isCurrent()).toBe(false);
    const anew = await open();
    expect(await anew.isCurrent()).toBe(true);
    await first.orgs.disconnect({ orgId: 'acme', actor });
    expect(await anew.isCurrent()).toBe(false);
    await expect(open()).rejects.toMatchObject({ code: 'org_not_connected' });
  });

  it('goes on at once with what waited for a paused org, and with nothing else', async () => {
    const { orgs, knex } = await setUp();
    await orgs.create({ body: body('acme'), actor });
    await orgs.update({ orgId: 'acme', body: { paused: true }, actor });
    const later = '2099-01-01T00:00:00.000Z';
    const job = (request_id: string, code: string): JobRow => ({
      request_id,
      org_id: 'acme',
      state: 'waiting',
      run_at: later,
      lease_owner: null,
      lease_until: null,
      ticket: 40,
      attempts: 40,
      repeat_unknown: false,
      last_problem: JSON.stringify({ message: 'It waits', code }),
      created_at: later,
      updated_at: later,
    });
    const waiting = [job('paused', 'org_paused'), job('away', 'timeout')];
    await knex('salesforce_requests').insert(
      waiting.map(({ request_id }) => requestRow({ id: request_id })),
    );
    await knex<JobRow>('salesforce_jobs').insert(waiting);
    await orgs.update({ orgId: 'acme', body: { title: 'Acme' }, actor });
    const due = () =>
      knex<JobRow>('salesforce_jobs')
        .where('run_at', '<', later)
        .select('request_id', 'attempts');
    expect(await due()).toEqual([]);
    await orgs.update({ orgId: 'acme', body: { paused: false }, actor });
    expect(await due()).toEqual([{ request_id: 'paused', attempts: 0 }]);
  });

  it('lets one of two who change the same org at once win', async () => {
    const first = await setUp();
    await first.orgs.create({ body: body('acme'), actor });
    const outcomes = await Promise.allSettled(
      ['One', 'Two', 'Three'].map(title =>
        first.orgs.update({ orgId: 'acme', body: { title }, actor }),
      ),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    for (const outcome of refused) {
      expect(outcome).toMatchObject({ reason: { code: 'version_conflict' } });
    }
    expect(refused.length).toBeLessThan(3);
    await expect(
      first.orgs.create({ body: body('acme'), actor }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('has one default org', async () => {
    const { orgs } = await setUp();
    await orgs.create({ body: { ...body('one'), isDefault: true }, actor });
    await orgs.create({ body: body('two'), actor });
    expect(await orgs.defaultOrgId()).toBe('one');
    await orgs.update({ orgId: 'two', body: { isDefault: true }, actor });
    expect((await orgs.list()).map(org => [org.id, org.isDefault])).toEqual([
      ['two', true],
      ['one', false],
    ]);
    await orgs.update({ orgId: 'two', body: { isDefault: false }, actor });
    await expect(orgs.defaultOrgId()).rejects.toThrow(/name the org/);
  });

  it('takes orgs of the configuration over, without their secrets', async () => {
    const configured = (): ConfiguredOrg => ({
      id: 'acme',
      title: 'Acme',
      owners: ['group:default/salesforce-admins'],
      isDefault: true,
      apiVersion: '62.0',
      credentials: testCredentials(server, 'jwt_bearer'),
    });
    const first = await setUp({ keys: [], configured: [configured()] });
    expect(await first.orgs.get({ orgId: 'acme' })).toMatchObject({
      source: 'config',
      isDefault: true,
      apiVersion: '62.0',
      status: 'not_connected',
      credentials: { kind: 'jwt_bearer', username: 'integration@acme.com' },
      allowedActions: ['validate', 'pause'],
    });
    await (await first.provider.forOrg('acme')).query(query);
    await first.orgs.validate({ orgId: 'acme' });
    expect((await first.orgs.get({ orgId: 'acme' })).status).toBe('connected');
    for (const call of [
      () => first.orgs.disconnect({ orgId: 'acme', actor }),
      () => first.orgs.update({ orgId: 'acme', body: { title: 'X' }, actor }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'wrong_state' });
    }
    await first.orgs.update({ orgId: 'acme', body: { paused: true }, actor });
    // starting again with the same configuration changes nothing
    const second = await setUp({
      knex: first.knex,
      configured: [configured()],
    });
    expect((await second.orgs.get({ orgId: 'acme' })).status).toBe('paused');
    const renamed = { ...configured(), title: 'Acme Inc' };
    const third = await setUp({ knex: first.knex, configured: [renamed] });
    expect((await third.orgs.list())[0].title).toBe('Acme Inc');
    const fourth = await setUp({ knex: first.knex, configured: [] });
    expect((await fourth.orgs.list())[0]).toMatchObject({
      status: 'disconnected',
      statusReason: expect.stringContaining('configuration'),
    });
  });

  it('shows when the org is out of reach, and when it answers again', async () => {
    const { orgs, provider, observer } = await setUp();
    await orgs.create({ body: body('acme'), actor });
    const gateway = await provider.forOrg('acme');
    await gateway.query(query);
    server.faults.add({ effect: { type: 'html', status: 503 }, times: null });
    await gateway.query(query).catch(() => {});
    await gateway.query(query).catch(() => {});
    await observer.settled();
    server.faults.clear();
    expect((await orgs.list())[0]).toMatchObject({
      status: 'degraded',
      statusReason: 'Salesforce is not available at the moment',
    });
    await gateway.query(query);
    await observer.settled();
    expect((await orgs.list())[0].status).toBe('connected');
    const { items } = await orgs.listLog({ orgId: 'acme' });
    expect(
      items.slice(0, 2).map(({ level, message }) => [level, message]),
    ).toEqual([
      ['info', 'Salesforce answers again'],
      ['warning', 'Salesforce is not available at the moment'],
    ]);
  });

  it('warns at 80 and 95 percent of the API calls, once each', async () => {
    const warnings: string[] = [];
    const { orgs, provider, observer } = await setUp({
      onLimitWarning: ({ orgId, level, used, max }) =>
        warnings.push(`${orgId} ${level} ${used}/${max}`),
    });
    await orgs.create({ body: body('acme'), actor });
    const gateway = await provider.forOrg('acme');
    for (const used of [10, 81, 82, 96, 97]) {
      server.faults.add({
        match: { path: '/query' },
        effect: {
          type: 'answer',
          status: 200,
          body: { totalSize: 0, done: true, records: [] },
          headers: { 'Sforce-Limit-Info': `api-usage=${used}/100` },
        },
      });
      await gateway.query(query);
    }
    await observer.settled();
    expect(warnings).toEqual(['acme warning 81/100', 'acme critical 96/100']);
    const { limits } = await orgs.get({ orgId: 'acme' });
    expect(limits).toMatchObject({
      level: expect.any(String),
      max: expect.any(Number),
    });
    const { items } = await orgs.listLog({ orgId: 'acme' });
    expect(items.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        '81 of 100 API calls of the last 24 hours are used; that is over 80 %',
        '96 of 100 API calls of the last 24 hours are used; that is over 95 %',
      ]),
    );
  });
});
