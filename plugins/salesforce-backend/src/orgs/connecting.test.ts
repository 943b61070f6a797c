import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { demoApps } from '@salesdesk/salesforce-org';
import { createPublicKey, X509Certificate } from 'node:crypto';
import {
  logInWithBrowser,
  type BroughtBack,
} from '../__testUtils__/logInWithBrowser';
import { TestPlugin } from '../__testUtils__/startTestPlugin';

/** Only Sam looks after orgs. */
const onlySam: Partial<PermissionsService> = {
  authorize: async (queries, options) => {
    const { principal } = options.credentials as unknown as {
      principal: { userEntityRef?: string };
    };
    const isSam = principal.userEntityRef === 'user:default/sam.okafor';
    return queries.map(({ permission }) => ({
      result:
        permission.name === 'salesforce.org.manage' && !isSam
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }));
  },
  authorizeConditional: async queries =>
    queries.map(() => ({ result: AuthorizeResult.ALLOW })),
};

let plugin: TestPlugin;
const sam = { as: 'sam.okafor' };

beforeAll(async () => {
  plugin = await TestPlugin.start({ permissions: onlySam });
}, 60_000);

afterAll(() => plugin.stop());

/** An org that is noted and waits for its login. */
async function addOrg(id: string, owners: string[] = []) {
  const answer = await plugin
    .call('post', '/orgs', sam)
    .send({ id, title: `Org ${id}`, owners });
  expect(answer).toMatchObject({
    status: 201,
    body: { status: 'not_connected' },
  });
}

const app = () => ({
  loginUrl: plugin.org.url,
  clientId: demoApps.webServer.consumerKey,
  clientSecret: demoApps.webServer.consumerSecret,
});

async function startLogin(id: string): Promise<string> {
  const { body } = await plugin
    .call('post', `/orgs/${id}/login/start`, sam)
    .send(app());
  return body.url;
}

const complete = (person: { as: string }, back: BroughtBack) => {
  const { page: _page, ...brought } = back;
  return plugin.call('post', '/personal/complete', person).send(brought);
};

const get = async (id: string) =>
  (await plugin.call('get', `/orgs/${id}`, sam)).body;

const logOf = async (id: string): Promise<string[]> =>
  (await plugin.call('get', `/orgs/${id}/log`, sam)).body.items.map(
    ({ message }: { message: string }) => message,
  );

describe('setting up an org in steps', () => {
  it('notes it first, and asks its other owners for help', async () => {
    await addOrg('helped', [
      'user:default/sam.okafor',
      'user:default/tom.becker',
    ]);
    await expect(get('helped')).resolves.toMatchObject({
      statusReason: 'Its login has not been set up yet',
      callbackUrl: 'http://localhost:3000/salesforce/oauth/callback',
      allowedActions: expect.arrayContaining(['update', 'disconnect']),
    });
    await plugin.untilNotified('Your help is needed to connect "Org helped"');
  });

  it('takes owners whom the catalog knows, by their whole ref', async () => {
    const create = (owners: string[]) =>
      plugin
        .call('post', '/orgs', sam)
        .send({ id: 'owned', title: 'Owned', owners });
    const refused = await create([
      'tom.becker',
      'group:default/tpyo',
      'nobody',
    ]);
    expect([refused.status, refused.body.error.fields]).toEqual([
      400,
      [
        expect.objectContaining({ path: 'owners.1' }),
        expect.objectContaining({ path: 'owners.2' }),
      ],
    ]);
    const { body } = await create(['tom.becker', 'User:default/Tom.Becker']);
    expect(body.owners).toMatchObject([{ ref: 'user:default/tom.becker' }]);
    const update = (owners: string[]) =>
      plugin.call('patch', '/orgs/owned', sam).send({ owners });
    expect((await update(['user:default/tpyo'])).status).toBe(400);
    expect(
      (await update(['user:default/tom.becker', 'sam.okafor'])).body.owners,
    ).toMatchObject([
      { ref: 'user:default/tom.becker' },
      { ref: 'user:default/sam.okafor' },
    ]);
  });

  it('logs in with Salesforce, checks, and survives a disconnect', async () => {
    await addOrg('web');
    const back = await logInWithBrowser(await startLogin('web'), {
      username: 'sam.okafor@acme.com',
    });
    const answer = await complete(sam, back);
    expect(answer).toMatchObject({
      status: 200,
      body: { purpose: 'org', org: 'web', orgTitle: 'Org web' },
    });
    const org = await get('web');
    expect(org).toMatchObject({
      status: 'connected',
      credentials: { kind: 'web_server', clientId: app().clientId },
    });
    expect(JSON.stringify(org)).not.toMatch(/5Aep861|DEMO-WEB-SERVER/);
    // the token is used, and another check needs no person
    await expect(
      plugin.call('post', '/orgs/web/validate', sam),
    ).resolves.toMatchObject({ body: { ok: true } });

    const tokens = () =>
      [...plugin.org.org.store.all('OauthToken')].filter(
        ({ AppName }) => AppName === demoApps.webServer.name,
      );
    expect(tokens()).toHaveLength(1);
    const gone = await plugin.call('delete', '/orgs/web', sam);
    expect(gone.body).toMatchObject({ status: 'disconnected' });
    expect(gone.body.kept.length).toBeGreaterThan(2);
    expect(tokens()).toEqual([]);
    await expect(logOf('web')).resolves.toContainEqual(
      expect.stringContaining('the credentials are removed'),
    );
    // there is nothing to read with, now or in an hour
    await expect(
      plugin.call('post', '/inventory/web/syncs', sam).send({}),
    ).resolves.toMatchObject({
      status: 409,
      body: { error: { code: 'org_not_connected' } },
    });
  });

  it('takes a login from whoever began it alone, while they may', async () => {
    await addOrg('mine');
    const back = await logInWithBrowser(await startLogin('mine'), {
      username: 'sam.okafor@acme.com',
    });
    await expect(complete({ as: 'erin.walsh' }, back)).resolves.toMatchObject({
      status: 409,
      body: { error: { code: 'login_expired' } },
    });
    await expect(get('mine')).resolves.toMatchObject({
      status: 'not_connected',
    });
    await expect(complete(sam, back)).resolves.toMatchObject({ status: 200 });
    await expect(complete(sam, back)).resolves.toMatchObject({ status: 409 });
  });

  it('says in its log what a login could not do', async () => {
    await addOrg('denied');
    const registered = plugin.org.connectedApps.get(
      demoApps.webServer.consumerKey,
    )!;
    plugin.org.connectedApps.register({
      ...registered,
      flows: ['authorizationCode'],
    });
    const back = await logInWithBrowser(await startLogin('denied'), {
      username: 'sam.okafor@acme.com',
    });
    await expect(complete(sam, back)).resolves.toMatchObject({
      status: 400,
      body: {
        error: { message: expect.stringContaining('refresh_token') },
      },
    });
    await expect(logOf('denied')).resolves.toContainEqual(
      expect.stringContaining('it was not kept'),
    );
    plugin.org.connectedApps.register(registered);
  });

  it('makes a key pair, of which only the certificate comes out', async () => {
    await addOrg('jwt');
    const { body: certificate } = await plugin.call(
      'post',
      '/orgs/jwt/key-pair',
      sam,
    );
    expect(certificate).toHaveProperty('pem');
    const x509 = new X509Certificate(certificate.pem);
    expect(x509.subject).toContain('Salesdesk Org jwt');
    expect(certificate.fingerprint).toBe(x509.fingerprint256);
    plugin.org.connectedApps.register({
      clientId: '3MVG9ours',
      name: 'Ours',
      flows: ['jwtBearer'],
      certificate: createPublicKey(certificate.pem).export({
        type: 'spki',
        format: 'pem',
      }) as string,
      approvedBy: ['integration@acme.com'],
    });
    const answer = await plugin.call('patch', '/orgs/jwt', sam).send({
      credentials: {
        kind: 'jwt_bearer',
        loginUrl: plugin.org.url,
        clientId: '3MVG9ours',
        username: 'integration@acme.com',
      },
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { status: 'connected', certificate: { pem: certificate.pem } },
    });
    expect(JSON.stringify(answer.body)).not.toContain('PRIVATE KEY');
  });

  it('asks for a key pair where there is none and no key is given', async () => {
    await addOrg('keyless');
    await expect(
      plugin.call('patch', '/orgs/keyless', sam).send({
        credentials: {
          kind: 'jwt_bearer',
          loginUrl: plugin.org.url,
          clientId: 'x',
          username: 'integration@acme.com',
        },
      }),
    ).resolves.toMatchObject({
      status: 400,
      body: {
        error: { fields: [{ path: 'credentials.privateKey' }] },
      },
    });
  });

  it('describes the permission set for the actions that are switched on', async () => {
    const { body } = await plugin.call('get', '/orgs/permission-set', sam);
    const names = body.permissions.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['ApiEnabled', 'FreezeUsers', 'ViewSetup']),
    );
    expect(names).not.toContain('ModifyAllData');
    const [manifest, set] = body.files;
    expect(manifest.content).toContain('<members>Salesdesk_Integration<');
    for (const name of names) expect(set.content).toContain(`<name>${name}<`);
  });

  it('asks for nothing that only actions need which are switched off', async () => {
    const freezing = [
      'salesforce_freeze_user',
      'salesforce_unfreeze_user',
      'salesforce_offboard_user',
    ];
    const named = async () => {
      const { body } = await plugin.call('get', '/orgs/permission-set', sam);
      return body.permissions.map(({ name }: { name: string }) => name);
    };
    for (const action of freezing) {
      const { body } = await plugin.call('get', `/policies/${action}`, sam);
      await plugin.call('put', `/policies/${action}`, sam).send({
        policy: { ...body.policy, enabled: false },
        expectedVersion: body.version,
      });
    }
    expect(await named()).not.toContain('FreezeUsers');
    for (const action of freezing) {
      await plugin.call('delete', `/policies/${action}?expectedVersion=1`, sam);
    }
    expect(await named()).toContain('FreezeUsers');
  });
});

describe('who is who', () => {
  const people = async () =>
    (await plugin.call('get', '/orgs/acme/people?q=e', sam)).body;
  const userId = (username: string) =>
    String(plugin.org.org.store.findBy('User', 'Username', username)[0].Id);
  const ines = 'user:default/ines.duarte';

  it('proposes by e-mail alone, and takes nothing before it is confirmed', async () => {
    const id = userId('svc.billing@acme.com');
    await fetch(`${plugin.org.url}/__org/rows/User/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ Email: 'ines.duarte@acme.com' }),
    });
    const shown = async () =>
      (await people()).items.find(
        ({ person }: { person: { ref: string } }) => person.ref === ines,
      );
    await expect(shown()).resolves.toMatchObject({
      proposals: [{ id, username: 'svc.billing@acme.com' }],
    });
    expect(await shown()).not.toHaveProperty('user');

    const linked = await plugin
      .call('post', '/orgs/acme/people/links', sam)
      .send({ person: ines, userId: id });
    expect(linked.body).toMatchObject({
      user: { id },
      recognisedBy: 'link',
      settledBy: 'user:default/sam.okafor',
      proposals: [],
    });
    const audit = await plugin.call('get', '/audit/entries', sam);
    expect(audit.body.items[0]).toMatchObject({
      type: 'link.confirmed',
      actor: 'user:default/sam.okafor',
    });

    const unlinked = await plugin.call(
      'delete',
      `/orgs/acme/people/links?person=${ines}`,
      sam,
    );
    expect(unlinked.body.proposals).toHaveLength(1);
    const refused = await plugin
      .call('post', '/orgs/acme/people/refusals', sam)
      .send({ person: ines, userId: id });
    expect(refused.body.proposals).toEqual([]);
  });

  it('shows the claim of a login, and gives the user to whom it is settled for', async () => {
    const start = await plugin.call(
      'post',
      '/personal/connections/acme/start',
      { as: 'erin.walsh' },
    );
    const back = await logInWithBrowser(start.body.url, {
      username: 'tom.becker@acme.com',
    });
    await expect(complete({ as: 'erin.walsh' }, back)).resolves.toMatchObject({
      status: 409,
      body: { error: { code: 'link_conflict' } },
    });
    await expect(people()).resolves.toMatchObject({
      conflicts: [
        {
          person: { ref: 'user:default/erin.walsh' },
          user: { username: 'tom.becker@acme.com' },
          message:
            'tom.becker@acme.com is the Salesforce user of somebody else at the portal',
        },
      ],
    });
    await plugin.call('post', '/orgs/acme/people/links', sam).send({
      person: 'user:default/tom.becker',
      userId: userId('tom.becker@acme.com'),
    });
    await expect(people()).resolves.toMatchObject({ conflicts: [] });
  });
});
