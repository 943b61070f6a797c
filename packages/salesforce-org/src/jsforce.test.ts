import { generateKeyPairSync } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { Connection, OAuth2 } from 'jsforce';
import { demoApps } from './data/connectedApps';
import { minimalUsers } from './data/minimal/minimalData';
import { DEFAULT_PASSWORD } from './oauth/PasswordStore';
import type { SalesforceOrgServer } from './SalesforceOrgServer';
import { startSalesforceOrg } from './startSalesforceOrg';

/** The client that Salesdesk talks through, unchanged, against the org. */

const { administrator, integration } = minimalUsers;
const version = '63.0';

let server: SalesforceOrgServer;
let connection: Connection;

beforeAll(async () => {
  server = await startSalesforceOrg();
});
afterAll(async () => {
  await server.stop();
});
beforeEach(() => {
  server.reset();
  connection = new Connection({
    instanceUrl: server.url,
    accessToken: server.mintToken(administrator),
    version,
  });
});

function oauth2(app: { consumerKey: string; consumerSecret?: string }): OAuth2 {
  return new OAuth2({
    loginUrl: server.url,
    clientId: app.consumerKey,
    clientSecret: app.consumerSecret,
  });
}

describe('jsforce logs in', () => {
  it('with username and password', async () => {
    const conn = new Connection({
      oauth2: oauth2(demoApps.password),
      version,
    });
    await conn.login(integration, DEFAULT_PASSWORD);
    expect((await conn.identity()).username).toBe(integration);
    expect(conn.limitInfo.apiUsage).toBeUndefined();
    await conn.limits();
    expect(conn.limitInfo.apiUsage).toEqual({ used: 1, limit: 230_000 });
  });

  it('again when the session has ended, by itself', async () => {
    const conn = new Connection({
      oauth2: oauth2(demoApps.password),
      version,
    });
    await conn.login(integration, DEFAULT_PASSWORD);
    const before = conn.accessToken;
    server.faults.add({ effect: { type: 'expireSession' } });
    await conn.limits();
    expect(conn.accessToken).not.toBe(before);
  });

  it('with client credentials, which cannot be refreshed', async () => {
    const conn = new Connection({
      oauth2: oauth2(demoApps.clientCredentials),
      version,
    });
    await conn.authorize({ grant_type: 'client_credentials' });
    expect((await conn.identity()).username).toBe(integration);
    server.org.clock.advance(7_200_001);
    await expect(conn.limits()).rejects.toThrow(
      'No refresh token found in the connection',
    );
  });

  it('with a JWT', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    server.connectedApps.register({
      clientId: 'jwt',
      name: 'JWT',
      certificate: publicKey,
      approvedBy: [administrator],
    });
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer('jwt')
      .setSubject(administrator)
      .setAudience(server.url)
      .setExpirationTime('3m')
      .sign(await importPKCS8(privateKey, 'RS256'));
    const conn = new Connection({
      oauth2: new OAuth2({ loginUrl: server.url }),
      version,
    });
    await conn.authorize({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
    });
    expect((await conn.identity()).username).toBe(administrator);
  });

  it('as a person with PKCE, refreshes, and logs out', async () => {
    server.connectedApps.register({
      clientId: 'web',
      name: 'Web',
      redirectUris: ['http://localhost:9/cb'],
      requireProofKey: true,
    });
    const flow = new OAuth2({
      loginUrl: server.url,
      clientId: 'web',
      redirectUri: 'http://localhost:9/cb',
      useVerifier: true,
    });
    const url = new URL(
      flow.getAuthorizationUrl({ scope: 'api refresh_token', state: 's' }),
    );
    url.searchParams.set('username', administrator);
    url.searchParams.set('password', DEFAULT_PASSWORD);
    url.searchParams.set('decision', 'allow');
    const response = await fetch(`${server.url}/services/oauth2/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: url.searchParams,
    });
    const back = new URL(response.headers.get('location') ?? '');
    const conn = new Connection({ oauth2: flow, version });
    await conn.authorize(back.searchParams.get('code') ?? '');
    expect((await conn.identity()).username).toBe(administrator);
    const { refreshToken } = conn;
    server.org.clock.advance(7_200_001);
    await conn.limits();
    await conn.logout(true);
    await expect(flow.refreshToken(refreshToken ?? '')).rejects.toMatchObject({
      name: 'invalid_grant',
      message: 'expired access/refresh token',
    });
  });

  it('and does not ask for ever when the refresh token is dead', async () => {
    const conn = new Connection({
      oauth2: oauth2(demoApps.webServer),
      instanceUrl: server.url,
      accessToken: 'dead',
      refreshToken: 'dead too',
      version,
    });
    await expect(conn.limits()).rejects.toThrow('expired access/refresh token');
    expect(server.requestLog.entries()).toHaveLength(2);
  });
});

describe('jsforce reads and writes', () => {
  it('one record', async () => {
    const accounts = connection.sobject('Account');
    const created = await accounts.create({ Name: "Seán O'Brien" });
    const id = created.id ?? '';
    await accounts.update({ Id: id, Industry: 'Energy' });
    expect(await accounts.retrieve(id)).toMatchObject({
      Name: "Seán O'Brien",
      Industry: 'Energy',
    });
    expect(await accounts.destroy(id)).toMatchObject({ success: true });
    await expect(accounts.retrieve(id)).rejects.toMatchObject({
      errorCode: expect.stringMatching(/NOT_FOUND|ENTITY_IS_DELETED/),
    });
  });

  it('many records at once', async () => {
    const accounts = connection.sobject('Account');
    const created = await accounts.create([{ Name: 'A' }, {}]);
    expect(created[0].success).toBe(true);
    expect(created[1]).toMatchObject({
      success: false,
      errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }],
    });
    const id = created[0].id ?? '';
    const [updated] = await accounts.update([{ Id: id, Name: 'B' }]);
    expect(updated).toMatchObject({ id, success: true });
    const [read, missing] = await accounts.retrieve(
      [id, '0015g00000ZZZZZAAA'],
      { fields: ['Name'] },
    );
    expect(read).toMatchObject({ Name: 'B' });
    expect(missing).toBeNull();
    const [destroyed] = await accounts.destroy([id]);
    expect(destroyed.success).toBe(true);
  });

  it('all pages of a query, and of the children in it', async () => {
    server.switches.queryPageLimit = 100;
    const [parent] = server.org.store.load('Account', [{ Name: 'Parent' }]);
    server.org.store.load(
      'Contact',
      Array.from({ length: 250 }, (_, index) => ({
        LastName: `C${index}`,
        AccountId: parent,
      })),
    );
    const contacts = await connection
      .query('SELECT LastName FROM Contact')
      .execute({ autoFetch: true, maxFetch: 1000 });
    expect(contacts.records).toHaveLength(250);
    const accounts = await connection
      .query<{ Contacts: { records: unknown[] } }>(
        'SELECT Name, (SELECT LastName FROM Contacts) FROM Account',
      )
      .execute({ autoFetch: true, maxFetch: 1000 });
    expect(accounts.records[0].Contacts.records).toHaveLength(250);
  });

  it('describe', async () => {
    const global = await connection.describeGlobal();
    expect(global.sobjects.map(({ name }) => name)).toContain('Account');
    const user = await connection.sobject('User').describe();
    expect(user.deletable).toBe(false);
    expect(
      user.fields.find(({ name }) => name === 'ProfileId')?.referenceTo,
    ).toEqual(['Profile']);
  });

  it('several errors of one call', async () => {
    server.faults.add({
      effect: {
        type: 'answer',
        status: 400,
        body: [
          { errorCode: 'A', message: 'a', fields: [] },
          { errorCode: 'B', message: 'b', fields: [] },
        ],
      },
    });
    await expect(
      connection.sobject('Account').create({ Name: 'x' }),
    ).rejects.toMatchObject({
      errorCode: 'MULTIPLE_API_ERRORS',
      data: [{ errorCode: 'A' }, { errorCode: 'B' }],
    });
  });

  it('in bulk', async () => {
    connection.bulk2.pollInterval = 1;
    const results = await connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input: Array.from({ length: 450 }, (_, index) => ({
        Name: index === 7 ? '' : `Bulk ${index}`,
        Industry: 'Energy',
      })),
    });
    expect(results.successfulResults).toHaveLength(449);
    expect(results.failedResults).toEqual([
      expect.objectContaining({
        sf__Error: expect.stringMatching(/^REQUIRED_FIELD_MISSING:/),
      }),
    ]);
    const stream = await connection.bulk2.query('SELECT Name FROM Account');
    expect(await stream.toArray()).toHaveLength(449);
  });

  it('and never retries a write that failed', async () => {
    server.faults.add({ effect: { type: 'html', status: 503 }, times: null });
    await expect(
      connection.sobject('Account').create({ Name: 'x' }),
    ).rejects.toThrow();
    expect(server.requestLog.entries()).toHaveLength(1);
  });
});
