import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import { createPublicKey } from 'node:crypto';
import { importPKCS8, jwtVerify, SignJWT } from 'jose';
import { minimalUsers } from '../data/minimal/minimalData';
import type { SalesforceOrgServer } from '../SalesforceOrgServer';
import { startSalesforceOrg } from '../startSalesforceOrg';
import { TestCaller } from '../__testUtils__/TestCaller';
import type { ConnectedAppInput } from './ConnectedApp';
import { DEFAULT_PASSWORD, DEFAULT_SECURITY_TOKEN } from './PasswordStore';

const { administrator, integration } = minimalUsers;
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const REDIRECT = 'http://localhost:1234/callback?x=1';
const TOKEN = '/services/oauth2/token';

const app: ConnectedAppInput = {
  clientId: 'everything',
  clientSecret: 'secret',
  name: 'Everything',
  certificate: publicKey,
  runAs: integration,
  redirectUris: [REDIRECT],
};

let server: SalesforceOrgServer;
let nobody: TestCaller;

beforeAll(async () => {
  server = await startSalesforceOrg({ connectedApps: [app] });
});
afterAll(async () => {
  await server.stop();
});
beforeEach(() => {
  server.reset();
  nobody = new TestCaller({ server, username: null });
});

/** Registers the app anew with other settings. */
function configure(changes: Partial<ConnectedAppInput>): void {
  server.connectedApps.register({ ...app, ...changes });
}

function password(fields: Record<string, string> = {}) {
  return nobody.form(TOKEN, {
    grant_type: 'password',
    client_id: 'everything',
    client_secret: 'secret',
    username: integration,
    password: DEFAULT_PASSWORD,
    ...fields,
  });
}

function clientCredentials(headers?: Record<string, string>) {
  return nobody.form(
    TOKEN,
    {
      grant_type: 'client_credentials',
      client_id: 'everything',
      client_secret: 'secret',
    },
    headers,
  );
}

async function jwt(claims: object = {}, key = privateKey) {
  const assertion = await new SignJWT({
    iss: 'everything',
    sub: integration,
    aud: 'https://login.salesforce.com',
    exp: Math.floor(Date.now() / 1000) + 180,
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(await importPKCS8(key, 'RS256'));
  return nobody.form(TOKEN, {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion,
  });
}

function authorize(fields: Record<string, string>) {
  return nobody.form('/services/oauth2/authorize', {
    response_type: 'code',
    client_id: 'everything',
    redirect_uri: REDIRECT,
    scope: 'api refresh_token',
    ...fields,
  });
}

const signedIn = {
  username: administrator,
  password: DEFAULT_PASSWORD,
  decision: 'allow',
};

function redirected(location: string | null): URLSearchParams {
  expect(location).toMatch(/^http:\/\/localhost:1234\/callback\?x=1&/);
  return new URL(location ?? '').searchParams;
}

async function code(fields: Record<string, string> = {}): Promise<string> {
  const { headers } = await authorize({ ...signedIn, ...fields });
  return redirected(headers.get('location')).get('code') ?? '';
}

function redeem(fields: Record<string, string>) {
  return nobody.form(TOKEN, {
    grant_type: 'authorization_code',
    client_id: 'everything',
    client_secret: 'secret',
    redirect_uri: REDIRECT,
    ...fields,
  });
}

function refresh(token: string) {
  return nobody.form(TOKEN, {
    grant_type: 'refresh_token',
    client_id: 'everything',
    refresh_token: token,
  });
}

function as(token: string): TestCaller {
  return new TestCaller({ server, username: null, token });
}

function refused(error: string, description: string) {
  return {
    status: 400,
    json: { error, error_description: description },
  };
}

function freeze(username: string): void {
  const { org } = server;
  const [user] = org.store.findBy('User', 'Username', username);
  const [login] = org.store.findBy('UserLogin', 'UserId', user.Id);
  org.dml.update(org.systemContext(), 'UserLogin', login.Id, {
    IsFrozen: true,
  });
}

function loginStatuses(username: string): unknown[] {
  const [user] = server.org.store.findBy('User', 'Username', username);
  return server.org.store
    .findBy('LoginHistory', 'UserId', user.Id)
    .map(row => row.Status);
}

describe('what each flow answers with', () => {
  const base = ['access_token', 'id', 'instance_url', 'token_type'];
  const keys = (json: object) => Object.keys(json).sort();

  it('password: signed, without scope and refresh token', async () => {
    const { status, json } = await password();
    expect(status).toBe(200);
    expect(keys(json)).toEqual([...base, 'issued_at', 'signature'].sort());
    expect(json.access_token).toMatch(/^(00D\w{12,15})![.\w]*$/);
    expect(json.instance_url).toBe(server.url);
    expect(json.id).toMatch(/\/id\/00D\w{15}\/005\w{15}$/);
    expect(json.signature).toBe(
      createHmac('sha256', 'secret')
        .update(json.id + json.issued_at)
        .digest('base64'),
    );
  });

  it('JWT: scope, and neither issued_at nor signature', async () => {
    configure({ approvedBy: [integration] });
    const { json } = await jwt();
    expect(keys(json)).toEqual([...base, 'scope'].sort());
    expect((await as(json.access_token).get('/limits')).status).toBe(200);
  });

  it('client credentials: acts as the Run As user, never refreshes', async () => {
    const { json } = await clientCredentials();
    expect(keys(json)).toEqual(
      [...base, 'api_instance_url', 'issued_at', 'scope', 'signature'].sort(),
    );
    const me = await as(json.access_token).get('/services/oauth2/userinfo');
    expect(me.json.preferred_username).toBe(integration);
  });

  it('web server: a refresh token for the scope, an id token for openid', async () => {
    const plain = await redeem({ code: await code({ scope: 'api' }) });
    expect(plain.json).not.toHaveProperty('refresh_token');
    expect(plain.json).not.toHaveProperty('id_token');
    const full = await redeem({
      code: await code({ scope: 'api openid refresh_token' }),
    });
    expect(keys(full.json)).toEqual(
      [
        ...base,
        'id_token',
        'issued_at',
        'refresh_token',
        'scope',
        'signature',
      ].sort(),
    );
    const { json: jwks } = await nobody.get('/id/keys');
    const { payload } = await jwtVerify(
      full.json.id_token,
      createPublicKey({ key: jwks.keys[0], format: 'jwk' }),
      { issuer: server.url, audience: 'everything' },
    );
    expect(payload.sub).toBe(full.json.id);
  });

  it('refresh: a new access token and no new refresh token, unless rotated', async () => {
    const first = await redeem({ code: await code() });
    const second = await refresh(first.json.refresh_token);
    expect(second.status).toBe(200);
    expect(second.json).not.toHaveProperty('refresh_token');
    expect(second.json.access_token).not.toBe(first.json.access_token);
    configure({ refreshTokenRotation: true });
    const third = await refresh(first.json.refresh_token);
    expect(third.json.refresh_token).toEqual(expect.any(String));
    expect(await refresh(first.json.refresh_token)).toMatchObject(
      refused('invalid_grant', 'expired access/refresh token'),
    );
    expect((await refresh(third.json.refresh_token)).status).toBe(200);
  });

  it('takes the client from HTTP Basic as well', async () => {
    const { status } = await nobody.form(
      TOKEN,
      { grant_type: 'client_credentials' },
      {
        authorization: `Basic ${Buffer.from('everything:secret').toString(
          'base64',
        )}`,
      },
    );
    expect(status).toBe(200);
  });
});

describe('why the token endpoint refuses', () => {
  it('an unknown client, a wrong secret, a missing parameter', async () => {
    expect(await password({ client_id: 'nobody' })).toMatchObject(
      refused('invalid_client_id', 'client identifier invalid'),
    );
    expect(await password({ client_secret: 'wrong' })).toMatchObject(
      refused('invalid_client', 'invalid client credentials'),
    );
    expect(await password({ username: '' })).toMatchObject(
      refused('invalid_request', 'missing required parameter: username'),
    );
  });

  it('every password problem with the same words; LoginHistory tells them apart', async () => {
    const same = refused('invalid_grant', 'authentication failure');
    expect(await password({ password: 'wrong' })).toMatchObject(same);
    expect(await password({ username: 'nobody@x.test' })).toMatchObject(same);
    server.switches.securityTokenRequired = true;
    expect(await password()).toMatchObject(same);
    const withToken = { password: DEFAULT_PASSWORD + DEFAULT_SECURITY_TOKEN };
    expect((await password(withToken)).status).toBe(200);
    server.switches.passwordFlow = false;
    expect(await password(withToken)).toMatchObject(same);
    expect(loginStatuses(integration)).toEqual([
      'Invalid Password',
      'Failed: API security token required',
      'Success',
      'Failed: Username-Password Flow Disabled',
    ]);
  });

  it('locked users, after too many wrong passwords', async () => {
    server.switches.invalidLoginsUntilLockout = 2;
    await password({ password: 'wrong' });
    await password({ password: 'wrong' });
    expect(await password()).toMatchObject(
      refused('invalid_grant', 'authentication failure'),
    );
    expect(loginStatuses(integration).at(-1)).toBe('User Locked Out');
  });

  it('says why only where the switch makes it', async () => {
    server.switches.passwordFlowError = 'specific';
    expect(await password({ password: 'wrong' })).toMatchObject(
      refused('invalid_grant', 'authentication failure - Invalid Password'),
    );
  });

  it('frozen users, in the words of the switch', async () => {
    freeze(integration);
    expect(await password()).toMatchObject(
      refused('invalid_grant', 'authentication failure'),
    );
    server.switches.frozenUserOauthDescription = 'user is frozen';
    expect(await clientCredentials()).toMatchObject(
      refused('invalid_grant', 'user is frozen'),
    );
  });

  it('inactive users', async () => {
    const { org } = server;
    const [user] = org.store.findBy('User', 'Username', integration);
    org.dml.update(org.systemContext(), 'User', user.Id, { IsActive: false });
    expect(await password()).toMatchObject(
      refused('invalid_grant', 'authentication failure'),
    );
    expect(await clientCredentials()).toMatchObject(
      refused('inactive_user', 'user is inactive'),
    );
  });

  it('addresses that are not allowed', async () => {
    configure({ allowedAddresses: ['10.0.0.1'] });
    expect(await clientCredentials()).toMatchObject(
      refused('invalid_grant', 'ip restricted'),
    );
    expect(
      (await clientCredentials({ 'x-forwarded-for': '10.0.0.1' })).status,
    ).toBe(200);
  });

  it('client credentials at the login host, without a user, without scopes, unticked', async () => {
    server.switches.actAsLoginHost = true;
    expect(await clientCredentials()).toMatchObject(
      refused('invalid_grant', 'request not supported on this domain'),
    );
    server.switches.actAsLoginHost = false;
    configure({ runAs: null });
    expect(await clientCredentials()).toMatchObject(
      refused('invalid_grant', 'no client credentials user enabled'),
    );
    configure({ scopes: ['full', 'refresh_token'] });
    expect(await clientCredentials()).toMatchObject(
      refused('invalid_grant', 'no valid scopes defined'),
    );
    configure({ flows: ['password'] });
    expect(await clientCredentials()).toMatchObject(
      refused('unsupported_grant_type', 'grant type not supported'),
    );
  });

  it('users whom no admin approved', async () => {
    configure({ adminApprovedOnly: true });
    expect(await jwt()).toMatchObject(
      refused(
        'invalid_app_access',
        'user is not admin approved to access this app',
      ),
    );
    const { store } = server.org;
    const [row] = store.findBy('ConnectedApplication', 'Name', 'Everything');
    const [user] = store.findBy('User', 'Username', integration);
    const [assignment] = store.findBy(
      'PermissionSetAssignment',
      'AssigneeId',
      user.Id,
    );
    store.load('SetupEntityAccess', [
      {
        ParentId: assignment.PermissionSetId,
        SetupEntityId: row.Id,
        SetupEntityType: 'ConnectedApplication',
      },
    ]);
    expect((await jwt()).status).toBe(200);
  });

  it('apps that are not installed', async () => {
    configure({ installed: false });
    expect(await clientCredentials()).toMatchObject(
      refused('invalid_client', 'app must be installed into org'),
    );
    expect((await password({ username: administrator })).status).toBe(200);
    configure({ installed: false, kind: 'externalClientApp' });
    expect(await clientCredentials()).toMatchObject(
      refused(
        'app_not_found',
        'External client app is not installed in this org',
      ),
    );
  });

  it('an org that is closed, and too many logins', async () => {
    server.switches.loginsPerHour = 1;
    expect((await password()).status).toBe(200);
    expect(await password()).toMatchObject(
      refused('rate_limit_exceeded', 'login rate exceeded'),
    );
    server.org.clock.advance(3_600_001);
    expect((await password()).status).toBe(200);
    server.switches.orgStatus = 'closed';
    expect(await password()).toMatchObject(
      refused('inactive_org', 'org locked, closed or suspended'),
    );
  });
});

describe('JWT assertions', () => {
  beforeEach(() => configure({ approvedBy: [integration] }));

  it.each([
    ['the login host', { aud: 'https://login.salesforce.com' }],
    ['the sandbox login host', { aud: 'https://test.salesforce.com/' }],
    ['milliseconds, as the sf CLI sends them', { exp: Date.now() + 300_000 }],
  ])('are accepted with %s', async (_, claims) => {
    expect((await jwt(claims)).status).toBe(200);
  });

  it('are accepted with the own address and a slash behind it', async () => {
    expect((await jwt({ aud: `${server.url}/` })).status).toBe(200);
  });

  it('are refused for another audience, in the past, and with another key', async () => {
    expect(await jwt({ aud: 'https://example.com' })).toMatchObject(
      refused('invalid_grant', 'audience is invalid'),
    );
    expect(await jwt({ exp: 1000 })).toMatchObject(
      refused('invalid_grant', 'assertion has expired'),
    );
    const other = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    expect(await jwt({}, other.privateKey)).toMatchObject(
      refused('invalid_grant', 'invalid assertion'),
    );
  });

  it('are refused for users who never approved and users who are not there', async () => {
    const unapproved = refused(
      'invalid_grant',
      "user hasn't approved this consumer",
    );
    expect(await jwt({ sub: administrator })).toMatchObject(unapproved);
    expect(await jwt({ sub: 'nobody@x.test' })).toMatchObject(unapproved);
    expect(await jwt({ iss: 'nobody' })).toMatchObject(
      refused('invalid_client_id', 'client identifier invalid'),
    );
  });
});

describe('the authorize page', () => {
  it('asks who, then whether, then goes back with a code and the state', async () => {
    const login = await authorize({
      login_hint: '"><script>',
      state: 'a b',
    });
    expect(login.text).toContain('&quot;&gt;&lt;script&gt;');
    const consent = await authorize({
      username: administrator,
      password: DEFAULT_PASSWORD,
      state: 'a b',
    });
    expect(consent.text).toContain('Allow');
    expect(consent.text).not.toContain(`value="${DEFAULT_PASSWORD}"`);
    const ticket =
      /name="ticket"\s+value="([^"]+)"/.exec(consent.text)?.[1] ?? '';
    const back = await authorize({ ticket, decision: 'allow', state: 'a b' });
    expect(back.status).toBe(302);
    const parameters = redirected(back.headers.get('location'));
    expect(parameters.get('state')).toBe('a b');
    expect(parameters.get('code')).toMatch(/^aPrx.*==$/);
    expect((await authorize({ ticket, decision: 'allow' })).status).toBe(200);
  });

  it('lets those in at once who have approved before, unless asked for consent', async () => {
    await code();
    const { decision: _, ...again } = signedIn;
    expect((await authorize(again)).status).toBe(302);
    const consent = await authorize({ ...again, prompt: 'consent' });
    expect(consent.text).toContain('Allow Access?');
  });

  it('says no on the way back when the person does', async () => {
    const { headers } = await authorize({ decision: 'deny', state: 's' });
    const parameters = redirected(headers.get('location'));
    expect(Object.fromEntries(parameters)).toMatchObject({
      error: 'access_denied',
      error_description: 'end-user denied authorization',
      state: 's',
    });
  });

  it('goes nowhere that the app has not registered', async () => {
    const answer = await authorize({
      ...signedIn,
      redirect_uri: 'http://evil.example/',
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('redirect_uri_mismatch');
    expect(answer.headers.get('location')).toBeNull();
  });

  it('sends apps that nobody installed away', async () => {
    configure({ installed: false });
    const { headers } = await authorize({
      ...signedIn,
      username: integration,
    });
    expect(redirected(headers.get('location')).get('error_description')).toBe(
      'app must be installed into org',
    );
    const errorFor = async (changes: Partial<ConnectedAppInput>) => {
      configure(changes);
      const answer = await authorize({ ...signedIn, username: integration });
      return redirected(answer.headers.get('location')).get('error');
    };
    expect(await errorFor({ adminApprovedOnly: true })).toBe(
      'OAUTH_APP_ACCESS_DENIED',
    );
    expect(
      await errorFor({ installed: false, kind: 'externalClientApp' }),
    ).toBe('OAUTH_EC_APP_NOT_FOUND');
  });

  it('gives codes that count once, for a quarter of an hour', async () => {
    const once = await code();
    expect((await redeem({ code: once })).status).toBe(200);
    const expired = refused('invalid_grant', 'expired authorization code');
    expect(await redeem({ code: once })).toMatchObject(expired);
    const late = await code();
    server.org.clock.advance(15 * 60_000);
    expect(await redeem({ code: late })).toMatchObject(expired);
  });

  it('means S256 by a challenge without a method', async () => {
    const verifier = 'v'.repeat(171);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const wrong = await redeem({
      code: await code({ code_challenge: challenge }),
      code_verifier: 'other',
    });
    expect(wrong).toMatchObject(
      refused('invalid_grant', 'invalid code verifier'),
    );
    const right = await redeem({
      code: await code({ code_challenge: challenge }),
      code_verifier: verifier,
    });
    expect(right.status).toBe(200);
    configure({ requireProofKey: true });
    const { headers } = await authorize(signedIn);
    expect(redirected(headers.get('location')).get('error_description')).toBe(
      'missing required code challenge',
    );
  });
});

describe('tokens', () => {
  it('are described by introspection, dead ones as inactive', async () => {
    const { json } = await password();
    const introspect = (fields: Record<string, string>) =>
      nobody.form('/services/oauth2/introspect', {
        token: json.access_token,
        client_id: 'everything',
        client_secret: 'secret',
        ...fields,
      });
    const { json: facts } = await introspect({});
    expect(facts).toMatchObject({
      active: true,
      client_id: 'everything',
      username: integration,
      token_type: 'access_token',
    });
    expect(facts.exp - facts.iat).toBe(7200);
    expect((await introspect({ token: 'nonsense' })).json).toEqual({
      active: false,
    });
  });

  it('end after two hours of silence and are kept alive by calls', async () => {
    const { json } = await password();
    const caller = as(json.access_token);
    server.org.clock.advance(7_000_000);
    expect((await caller.get('/limits')).status).toBe(200);
    server.org.clock.advance(7_000_000);
    expect((await caller.get('/limits')).status).toBe(200);
    server.org.clock.advance(7_200_001);
    expect((await caller.get('/limits')).json).toEqual([
      {
        message: 'Session expired or invalid',
        errorCode: 'INVALID_SESSION_ID',
      },
    ]);
  });

  it('end when their AuthSession row is deleted', async () => {
    const { json } = await password();
    const admin = new TestCaller({ server, username: administrator });
    const sessions = await admin.query(
      `SELECT Id FROM AuthSession WHERE Users.Username = '${integration}'`,
    );
    await admin.delete(`/sobjects/AuthSession/${sessions.json.records[0].Id}`);
    expect((await as(json.access_token).get('/limits')).status).toBe(401);
  });

  it('outlive freezing or not, by the switches', async () => {
    configure({ approvedBy: [integration] });
    const web = await redeem({ code: await code() });
    const token = web.json.access_token;
    freeze(administrator);
    expect((await as(token).get('/limits')).status).toBe(200);
    server.switches.freezeEndsSessions = true;
    expect((await as(token).get('/limits')).status).toBe(401);
  });

  it('are revoked: an access token alone, a refresh token with its sessions', async () => {
    const first = await redeem({ code: await code() });
    const revoke = (token: string) =>
      nobody.form('/services/oauth2/revoke', { token });
    const done = await revoke(first.json.access_token);
    expect({ status: done.status, text: done.text }).toEqual({
      status: 200,
      text: '',
    });
    const second = await refresh(first.json.refresh_token);
    await revoke(first.json.refresh_token);
    expect((await as(second.json.access_token).get('/limits')).status).toBe(
      401,
    );
    expect(await refresh(first.json.refresh_token)).toMatchObject(
      refused('invalid_grant', 'expired access/refresh token'),
    );
    expect((await revoke('nonsense')).json.error).toBe('invalid_token');
  });

  it('are revoked by the DeleteToken that admins see', async () => {
    const web = await redeem({ code: await code() });
    const admin = new TestCaller({ server, username: administrator });
    const rows = await admin.query(
      "SELECT DeleteToken, UseCount FROM OauthToken WHERE AppName = 'Everything'",
    );
    expect(rows.json.totalSize).toBe(1);
    const revoked = await nobody.get(
      `/services/oauth2/revoke?token=${encodeURIComponent(
        rows.json.records[0].DeleteToken,
      )}`,
    );
    expect(revoked.status).toBe(200);
    expect((await as(web.json.access_token).get('/limits')).status).toBe(401);
    expect(
      server.journal.entries().filter(({ kind }) => kind === 'tokenRevoked'),
    ).toHaveLength(1);
  });

  it('are refused as text by the identity URL and userinfo', async () => {
    const { json } = await password();
    const { pathname } = new URL(json.id);
    const answer = async (path: string, token: string | null) => {
      const caller = token === null ? nobody : as(token);
      const { status, text } = await caller.get(path);
      return `${status} ${text}`;
    };
    expect(await answer(pathname, null)).toBe('403 Missing_OAuth_Token');
    expect(await answer(pathname, 'dead')).toBe('403 Bad_OAuth_Token');
    expect(await answer('/id/00D000000000001/005', json.access_token)).toBe(
      '403 Wrong_Org',
    );
    const identity = await as(json.access_token).get(
      `${pathname}?version=latest`,
    );
    expect(identity.json.urls.rest).toBe(`${server.url}/services/data/v68.0/`);
    expect(identity.json.user_id).toHaveLength(18);
  });

  it('do not work for apps that API Access Control does not list', async () => {
    configure({ allowListed: false });
    const { json } = await password();
    expect((await as(json.access_token).get('/limits')).status).toBe(200);
    server.switches.apiAccessControl = true;
    expect((await as(json.access_token).get('/limits')).json).toEqual([
      {
        message: 'This session is not valid for use with the REST API',
        errorCode: 'INVALID_SESSION_ID',
      },
    ]);
  });

  it('do not help where the org or the user has no API', async () => {
    const caller = new TestCaller({ server, username: integration });
    const refusal = async () => {
      const { status, json } = await caller.get('/limits');
      return { status, ...json[0] };
    };
    const forOrg = {
      status: 403,
      message: 'The REST API is not enabled for this Organization.',
      errorCode: 'API_DISABLED_FOR_ORG',
    };
    server.switches.apiEnabled = false;
    expect(await refusal()).toEqual(forOrg);
    server.switches.apiEnabled = true;
    const { access } = server.org;
    const asked = jest
      .spyOn(access, 'hasSystemPermission')
      .mockImplementation((_, permission) => permission !== 'ApiEnabled');
    expect(await refusal()).toEqual(forOrg);
    server.switches.userWithoutApiErrorCode = 'API_CURRENTLY_DISABLED';
    expect(await refusal()).toEqual({
      status: 403,
      message: 'API is disabled for this User',
      errorCode: 'API_CURRENTLY_DISABLED',
    });
    asked.mockRestore();
  });

  it('come in a header of the right form', async () => {
    const odd = await nobody.get('/limits', { authorization: 'Nonsense' });
    expect(odd.status).toBe(401);
    expect(odd.json[0]).toEqual({
      message: 'INVALID_HEADER_TYPE',
      errorCode: 'INVALID_AUTH_HEADER',
    });
  });

  it('open the org in a browser by a link of its own', async () => {
    const admin = new TestCaller({ server, username: administrator });
    const path = '/services/oauth2/singleaccess?redirect_uri=lightning%2Fpage';
    const { json } = await admin.get(path);
    const door = new URL(json.frontdoor_uri);
    expect(door.origin).toBe(server.url);
    const opened = (url: string) => fetch(url, { redirect: 'manual' });
    const { status, headers } = await opened(door.href);
    expect([status, headers.get('location')]).toEqual([302, '/lightning/page']);
    door.searchParams.set('startURL', '//elsewhere.example/');
    expect((await opened(door.href)).headers.get('location')).toBe('/');

    expect((await nobody.get(path)).status).toBe(403);
  });

  it('are found through the discovery document', async () => {
    const { json } = await nobody.get('/.well-known/openid-configuration');
    expect(json).toMatchObject({
      issuer: server.url,
      token_endpoint: `${server.url}/services/oauth2/token`,
    });
  });
});
