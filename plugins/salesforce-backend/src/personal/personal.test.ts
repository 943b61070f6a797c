import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { GENESIS_HASH } from '@salesdesk/audit-verify';
import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import { demoApps, type SalesforceOrgServer } from '@salesdesk/salesforce-org';
import type { Knex } from 'knex';
import { emptyTables } from '../__testUtils__/emptyTables';
import { logInWithBrowser } from '../__testUtils__/logInWithBrowser';
import { personEntity } from '../__testUtils__/startTestPlugin';
import { testDatabases } from '../__testUtils__/testDatabases';
import {
  startTestOrg,
  stopTestOrgs,
  testCredentials,
} from '../__testUtils__/testOrg';
import { DatabaseAuditLog } from '../audit';
import { applyMigrations } from '../database/applyMigrations';
import { ensureHead } from '../database/operations/audit/readEntries';
import {
  CredentialSealer,
  DefaultGatewayProvider,
  OrgObserver,
  type ConfiguredOrg,
} from '../orgs';
import { syncConfiguredOrgs } from '../orgs/syncConfiguredOrgs';
import {
  CatalogPersonService,
  DefaultSalesforceUserService,
  readLinkTable,
} from '../people';
import { createBrowserLogins } from '../oauth';
import { createPersonal } from './createPersonal';
import { LinkClaims } from './LinkClaims';
import { PersonalTokens } from './PersonalTokens';

const databases = testDatabases();

const erin = 'user:default/erin.walsh';
const sam = 'user:default/sam.okafor';
const ines = 'user:default/ines.duarte';
const oldKey = { id: 'old', secret: 'x'.repeat(32) };
const newKey = { id: 'new', secret: 'y'.repeat(32) };
const callback = 'https://portal.example/salesforce/oauth/callback';

let server: SalesforceOrgServer;

beforeAll(async () => {
  server = await startTestOrg();
}, 60_000);

afterAll(stopTestOrgs);

beforeEach(async () => {
  server.faults.clear();
  register({});
  await revokeAtSalesforce('erin.walsh@acme.com');
  await revokeAtSalesforce('sam.okafor@acme.com');
});

function register(app: { refreshTokenRotation?: boolean }) {
  server.connectedApps.register({
    clientId: demoApps.webServer.consumerKey,
    clientSecret: demoApps.webServer.consumerSecret,
    name: demoApps.webServer.name,
    flows: ['authorizationCode', 'refreshToken'],
    redirectUris: [callback],
    requireProofKey: true,
    ...app,
  });
}

/** The person's tokens of our app, as Salesforce lists them. */
function tokensOf(username: string) {
  const { store } = server.org;
  const [user] = store.findBy('User', 'Username', username);
  return store
    .findBy('OauthToken', 'UserId', user.Id)
    .filter(({ AppName }) => AppName === demoApps.webServer.name);
}

/** As an admin does on Connected Apps OAuth Usage. */
async function revokeAtSalesforce(username: string) {
  for (const { DeleteToken } of tokensOf(username)) {
    await fetch(`${server.url}/services/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token: String(DeleteToken) }),
    });
  }
}

describe.each(databases.eachSupportedId())('my Salesforce on %s', id => {
  let knex: Knex;
  let time: number;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations(knex);
  }, 60_000);

  beforeEach(async () => {
    await emptyTables(knex);
    await ensureHead({ knex, logId: 'log', genesisHash: GENESIS_HASH });
    time = Date.parse('2026-11-28T09:00:00Z');
  });

  /** One process of the backend; several share the database. */
  async function startReplica(keys = [oldKey]) {
    const now = () => new Date((time += 1));
    const logger = mockServices.logger.mock();
    const configured: ConfiguredOrg[] = [
      {
        id: 'acme',
        title: 'Acme',
        owners: [],
        isDefault: true,
        apiVersion: '63.0',
        credentials: testCredentials(server),
        loginApp: {
          loginUrl: server.url,
          clientId: demoApps.webServer.consumerKey,
          clientSecret: demoApps.webServer.consumerSecret,
        },
      },
    ];
    await syncConfiguredOrgs({ knex, configured, at: now().toISOString() });
    const sealer = CredentialSealer.create({ keys });
    const settings = { now, wait: async () => {}, timeout: 5_000 };
    const gateways = DefaultGatewayProvider.create({
      knex,
      configured,
      sealer,
      observer: new OrgObserver({ knex, logger, now }),
      settings,
    });
    const people = CatalogPersonService.create({
      catalog: catalogServiceMock({
        entities: ['erin.walsh', 'sam.okafor', 'ines.duarte'].map(name =>
          personEntity(name),
        ),
      }),
      auth: mockServices.auth(),
      byEmail: false,
      links: readLinkTable({ knex, now }),
      now,
    });
    const auditLog = DatabaseAuditLog.create({ knex, now, signer: undefined });
    const logins = createBrowserLogins({
      config: new ConfigReader({ app: { baseUrl: 'https://portal.example/' } }),
      knex,
      sealer,
      settings,
    });
    const personal = createPersonal({
      logins,
      knex,
      auditLog,
      sealer,
      configured,
      gateways,
      people,
      users: DefaultSalesforceUserService.create({
        people,
        gateways,
        listOrgs: async () => [],
        frozenUntil: async () => undefined,
        byEmail: false,
        now,
      }),
      settings,
    });
    const begin = (personRef: string) =>
      personal.connections.start({ personRef, orgId: 'acme' });
    return {
      ...personal,
      auditLog,
      begin,
      async finish(
        personRef: string,
        back: { state: string; code?: string; error?: string },
      ) {
        const flow = await logins.complete({ personRef, ...back });
        return personal.connections.complete({ personRef, flow });
      },
      async connect(personRef: string, username: string) {
        const { url } = await begin(personRef);
        return this.finish(
          personRef,
          await logInWithBrowser(url, { username }),
        );
      },
      stateOf: async (personRef: string) =>
        (await personal.connections.list({ personRef }))[0],
      readerOf: (personRef: string) =>
        personal.personalReaders.find({ personRef, orgId: 'acme' }),
    };
  }

  async function auditOf(replica: Awaited<ReturnType<typeof startReplica>>) {
    const { items } = await replica.auditLog.list({
      filter: {},
      order: 'newest',
      limit: 50,
    });
    return items;
  }

  it('reads as the person, whichever replica began, finished and reads', async () => {
    const [one, two, three] = await Promise.all([
      startReplica(),
      startReplica(),
      startReplica(),
    ]);
    const { url } = await one.begin(erin);
    const back = await logInWithBrowser(url, {
      username: 'erin.walsh@acme.com',
    });
    expect(back.page).toBe(callback);
    await expect(two.finish(erin, back)).resolves.toMatchObject({
      org: 'acme',
      state: 'connected',
      username: 'erin.walsh@acme.com',
    });

    const reader = await three.readerOf(erin);
    const query = soql.select({
      from: 'Opportunity',
      fields: ['Id', 'OwnerId'],
    });
    const rows = await reader!.queryAll(query);
    const everything = [...server.org.store.all('Opportunity')].length;
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(everything);
    expect(reader).not.toHaveProperty('update');
    await expect(three.readerOf(sam)).resolves.toBeUndefined();
  });

  it('keeps no secret where one could read it', async () => {
    const replica = await startReplica();
    const { url } = await replica.begin(erin);
    const state = new URL(url).searchParams.get('state')!;
    const underWay = JSON.stringify(await knex('salesforce_oauth_flows'));
    expect(underWay).not.toContain(state);
    expect(underWay).not.toContain(demoApps.webServer.consumerSecret);
    const back = await logInWithBrowser(url, {
      username: 'erin.walsh@acme.com',
    });
    const shown = await replica.finish(erin, back);
    const stored = JSON.stringify([
      await knex('salesforce_personal_connections'),
      await auditOf(replica),
      shown,
    ]);
    expect(stored).not.toMatch(/5Aep861|00D\w{12,15}!/);
    expect(stored).not.toContain(demoApps.webServer.consumerSecret);
    await expect(knex('salesforce_oauth_flows')).resolves.toEqual([]);
  });

  it('asks for a proof of SHA-256, the configured way back, and few scopes', async () => {
    const replica = await startReplica();
    const { url } = await replica.begin(erin);
    const asked = new URL(url);
    expect(asked.origin).toBe(server.url);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: callback,
      code_challenge_method: 'S256',
      scope: 'id api refresh_token',
      login_hint: 'erin.walsh@acme.com',
    });
    expect(asked.searchParams.get('state')!.length).toBeGreaterThanOrEqual(43);
  });

  describe('attacks', () => {
    it('takes a state once, also when two replicas get it at once', async () => {
      const [one, two] = await Promise.all([startReplica(), startReplica()]);
      const { url } = await one.begin(erin);
      const back = await logInWithBrowser(url, {
        username: 'erin.walsh@acme.com',
      });
      const results = await Promise.allSettled([
        one.finish(erin, back),
        two.finish(erin, back),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      await expect(one.finish(erin, back)).rejects.toMatchObject({
        code: 'login_expired',
      });
    });

    it('does not give a colleague’s user to whoever sent them the link', async () => {
      const replica = await startReplica();
      const { url } = await replica.begin(erin);
      const back = await logInWithBrowser(url, {
        username: 'sam.okafor@acme.com',
      });
      // Sam's browser comes back to Sam's session
      await expect(replica.finish(sam, back)).rejects.toMatchObject({
        code: 'login_expired',
      });
      await expect(replica.stateOf(sam)).resolves.toMatchObject({
        state: 'not_connected',
      });
      // and even with the code in hand, Erin cannot become Sam
      await expect(replica.finish(erin, back)).rejects.toMatchObject({
        code: 'link_conflict',
      });
      await expect(replica.stateOf(erin)).resolves.toMatchObject({
        state: 'not_connected',
      });
      expect(tokensOf('sam.okafor@acme.com')).toEqual([]);
    });

    it('takes no code that another login brought', async () => {
      const replica = await startReplica();
      const stolen = await logInWithBrowser((await replica.begin(sam)).url, {
        username: 'sam.okafor@acme.com',
      });
      const { url } = await replica.begin(ines);
      const state = new URL(url).searchParams.get('state')!;
      await expect(
        replica.finish(ines, { state, code: stolen.code }),
      ).rejects.toMatchObject({
        code: 'org_credentials_refused',
      });
      await expect(replica.stateOf(ines)).resolves.toMatchObject({
        state: 'not_connected',
      });
    });

    it('takes no state that is too old, or that a newer login replaced', async () => {
      const replica = await startReplica();
      const first = await logInWithBrowser((await replica.begin(erin)).url, {
        username: 'erin.walsh@acme.com',
      });
      const second = await logInWithBrowser((await replica.begin(erin)).url, {
        username: 'erin.walsh@acme.com',
      });
      await expect(replica.finish(erin, first)).rejects.toMatchObject({
        code: 'login_expired',
      });
      time += 10 * 60_000;
      await expect(replica.finish(erin, second)).rejects.toMatchObject({
        code: 'login_expired',
      });
    });

    it('does not let a person take over another one’s user by its password', async () => {
      const replica = await startReplica();
      await replica.connect(ines, 'svc.billing@acme.com');
      await expect(
        replica.connect(erin, 'svc.billing@acme.com'),
      ).rejects.toMatchObject({ code: 'link_conflict' });
      await expect(replica.stateOf(ines)).resolves.toMatchObject({
        state: 'connected',
        username: 'svc.billing@acme.com',
      });
      await expect(knex('salesforce_link_conflicts')).resolves.toMatchObject([
        { person_ref: erin, kind: 'user_linked_to_other', state: 'open' },
      ]);
      expect((await auditOf(replica))[0]).toMatchObject({
        type: 'personal.refused',
        actor: erin,
      });
    });
  });

  it('says in words that the person pressed Deny', async () => {
    const replica = await startReplica();
    const { url } = await replica.begin(erin);
    const back = await logInWithBrowser(url, {
      username: 'erin.walsh@acme.com',
      decision: 'deny',
    });
    await expect(replica.finish(erin, back)).rejects.toMatchObject({
      code: 'login_refused',
      message: 'You pressed Deny in Salesforce, so nothing was connected',
    });
  });

  it('stays connected while Salesforce replaces the token with each use', async () => {
    register({ refreshTokenRotation: true });
    const [one, two] = await Promise.all([startReplica(), startReplica()]);
    await one.connect(erin, 'erin.walsh@acme.com');
    // each replica needs a session of its own, and so a refresh
    await expect(one.readerOf(erin)).resolves.toBeDefined();
    await expect(two.readerOf(erin)).resolves.toBeDefined();
    const three = await startReplica();
    await expect(three.readerOf(erin)).resolves.toBeDefined();
    await expect(three.stateOf(erin)).resolves.toMatchObject({
      state: 'connected',
    });
  });

  it('revokes and forgets the token when the person disconnects', async () => {
    const replica = await startReplica();
    await replica.connect(erin, 'erin.walsh@acme.com');
    await replica.readerOf(erin);
    expect(tokensOf('erin.walsh@acme.com')).toHaveLength(1);
    await expect(
      replica.connections.disconnect({
        personRef: erin,
        orgId: 'acme',
        actor: erin,
      }),
    ).resolves.toMatchObject({ state: 'not_connected', revoked: true });
    expect(tokensOf('erin.walsh@acme.com')).toEqual([]);
    await expect(replica.readerOf(erin)).resolves.toBeUndefined();
    expect((await auditOf(replica)).map(({ type }) => type)).toEqual([
      'personal.disconnected',
      'personal.connected',
    ]);
  });

  it('keeps no login to an org that was disconnected meanwhile', async () => {
    const replica = await startReplica();
    const disconnect = () =>
      knex('salesforce_orgs').update({ status: 'disconnected' });
    const demand = LinkClaims.prototype.demand;
    jest
      .spyOn(LinkClaims.prototype, 'demand')
      .mockImplementationOnce(async function late(this: LinkClaims, options) {
        const claim = await demand.call(this, options);
        await disconnect();
        return claim;
      });
    await expect(
      replica.connect(erin, 'erin.walsh@acme.com'),
    ).rejects.toMatchObject({ code: 'org_not_found' });
    expect(tokensOf('erin.walsh@acme.com')).toEqual([]);
    expect(await knex('salesforce_personal_connections')).toEqual([]);
    expect(await auditOf(replica)).toEqual([]);

    // Whoever was faster by a moment is disconnected after the org.
    await knex('salesforce_orgs').update({ status: 'connected' });
    await replica.connect(erin, 'erin.walsh@acme.com');
    await disconnect();
    await expect(
      replica.connections.disconnectOrg({ orgId: 'acme', actor: sam }),
    ).resolves.toEqual({ ended: 1, unconfirmed: 0 });
    expect(tokensOf('erin.walsh@acme.com')).toEqual([]);
    expect(await knex('salesforce_personal_connections')).toEqual([]);
  });

  it('seals with the newest key the tokens of people who do not come by', async () => {
    const before = await startReplica();
    await before.connect(erin, 'erin.walsh@acme.com');
    await (await startReplica([newKey, oldKey])).rotateKeys();
    const without = await startReplica([newKey]);
    await expect(without.readerOf(erin)).resolves.toBeDefined();
  });

  it('keeps the token that Salesforce gave while another process sealed the last one anew', async () => {
    const replica = await startReplica();
    await replica.connect(erin, 'erin.walsh@acme.com');
    const key = { orgId: 'acme', personRef: erin };
    const sealer = CredentialSealer.create({ keys: [oldKey] });
    const keeper = new PersonalTokens({ knex, sealer }).keeperOf(key);
    const from = await keeper.current();
    const sealValue = sealer.sealValue.bind(sealer);
    jest.spyOn(sealer, 'sealValue').mockImplementationOnce(async options => {
      await knex('salesforce_personal_connections').increment('revision', 1);
      return sealValue(options);
    });
    await keeper.replaced({ from, to: 'the next' });
    expect(await keeper.current()).toBe('the next');
  });

  it('revokes the token of before when the person connects again', async () => {
    const replica = await startReplica();
    await replica.connect(erin, 'erin.walsh@acme.com');
    await replica.connect(erin, 'erin.walsh@acme.com');
    expect(tokensOf('erin.walsh@acme.com')).toHaveLength(1);
    await expect(replica.readerOf(erin)).resolves.toBeDefined();
  });

  it('notices that Salesforce takes the token no longer, and says so', async () => {
    const replica = await startReplica();
    await replica.connect(erin, 'erin.walsh@acme.com');
    await revokeAtSalesforce('erin.walsh@acme.com');
    const other = await startReplica();
    await expect(other.readerOf(erin)).resolves.toBeUndefined();
    await expect(replica.stateOf(erin)).resolves.toMatchObject({
      state: 'expired',
      reason: 'Salesforce takes its token no longer',
    });
    expect((await auditOf(replica))[0]).toMatchObject({
      type: 'personal.expired',
    });
  });

  it('does not take an outage for the end of a token', async () => {
    const replica = await startReplica();
    await replica.connect(erin, 'erin.walsh@acme.com');
    const other = await startReplica();
    server.faults.add({
      match: { path: '/services/oauth2/token' },
      effect: { type: 'html', status: 503 },
    });
    await expect(other.readerOf(erin)).rejects.toMatchObject({
      failure: 'unavailable',
    });
    await expect(other.readerOf(erin)).resolves.toBeDefined();
  });
});
