import type { SalesforceOrgServer } from '@salesdesk/salesforce-org';
import {
  startTestOrg,
  stopTestOrgs,
  testCredentials,
  testGateway,
  type EnteredCredentials,
} from '../__testUtils__/testOrg';
import { checkConnection } from './checkConnection';
import { neededBy } from './integrationPermissions';

const needed = neededBy([
  'salesforce_create_user',
  'salesforce_freeze_user',
  'salesforce_reset_password',
  'salesforce_assign_permission_set',
]);

let server: SalesforceOrgServer;

beforeAll(async () => {
  server = await startTestOrg();
}, 60_000);

afterAll(stopTestOrgs);

beforeEach(() => server.faults.clear());

async function check(
  credentials = testCredentials(server),
  apiVersion = '63.0',
) {
  const gateway = testGateway(server, {
    credentials,
    apiVersion,
    timeout: 2_000,
  });
  const { validation } = await checkConnection({
    gateway,
    credentials,
    needed,
    org: undefined,
    orgs: [],
  });
  return validation;
}

async function failedLogin(credentials = testCredentials(server)) {
  const validation = await check(credentials);
  expect(validation.ok).toBe(false);
  const [login, ...others] = validation.checks;
  expect(others.every(({ state }) => state === 'skipped')).toBe(true);
  return login;
}

/** Every error of section 1.4 of the contract, as Salesforce words it. */
const refusals: Array<
  [
    error: string,
    description: string,
    cause: RegExp,
    kind?: EnteredCredentials['kind'],
  ]
> = [
  [
    'invalid_client_id',
    'client identifier invalid',
    /does not know this consumer key/,
  ],
  [
    'invalid_client',
    'invalid client credentials',
    /consumer secret does not belong/,
  ],
  ['invalid_client', 'app must be installed into org', /not installed/],
  [
    'invalid_grant',
    'authentication failure',
    /does not say which/,
    'username_password',
  ],
  [
    'invalid_grant',
    'authentication failure - Invalid Password',
    /security token/,
    'username_password',
  ],
  [
    'invalid_grant',
    'authentication failure',
    /username is wrong/,
    'jwt_bearer',
  ],
  ['invalid_grant', 'authentication failure', /locked out/],
  ['invalid_grant', 'ip restricted', /address of this server/],
  ['invalid_grant', 'expired access/refresh token', /withdrawn or has expired/],
  ['invalid_grant', 'expired authorization code', /code was used before/],
  ['invalid_grant', 'invalid code verifier', /PKCE/],
  ['invalid_grant', 'missing required code challenge', /PKCE/],
  [
    'invalid_grant',
    "user hasn't approved this consumer",
    /never approved/,
    'jwt_bearer',
  ],
  ['invalid_grant', 'request not supported on this domain', /My Domain/],
  ['invalid_grant', 'no client credentials user enabled', /no user to run as/],
  ['invalid_grant', 'no valid scopes defined', /scopes/],
  [
    'invalid_grant',
    'Audience validation failed',
    /signed assertion/,
    'jwt_bearer',
  ],
  ['invalid_grant', 'audience is invalid', /signed assertion/, 'jwt_bearer'],
  ['invalid_grant', 'invalid assertion', /private key/, 'jwt_bearer'],
  ['invalid_grant', 'user is frozen', /frozen or inactive/],
  [
    'invalid_app_access',
    'user is not admin approved to access this app',
    /admin has approved/,
  ],
  [
    'app_not_found',
    'External client app is not installed in this org',
    /does not exist in this org/,
  ],
  [
    'unsupported_grant_type',
    'grant type not supported',
    /does not allow client credentials/,
  ],
  [
    'unsupported_grant_type',
    'grant type not supported',
    /this kind of login/,
    'username_password',
  ],
  ['invalid_request', 'missing required parameter: username', /is missing/],
  ['inactive_user', 'user is inactive', /integration user is inactive/],
  ['inactive_org', 'org locked', /locked, closed or suspended/],
  [
    'redirect_uri_mismatch',
    'redirect_uri must match configuration',
    /address to return to/,
  ],
  ['rate_limit_exceeded', 'login rate exceeded', /3,600 logins/],
  ['server_error', 'try again', /problem of its own/],
  ['unknown_error', 'retry your request', /problem of its own/],
  ['an_error_of_the_future', 'who knows', /does not know/],
];

describe('a refused login', () => {
  it.each(
    refusals.map(
      ([error, description, cause, kind = 'client_credentials']) =>
        [error, description, cause, kind] as const,
    ),
  )('%s: %s (%s, %s)', async (error, error_description, cause, kind) => {
    server.faults.add({
      match: { path: '/services/oauth2/token' },
      effect: {
        type: 'answer',
        status: 400,
        body: { error, error_description },
      },
    });
    const login = await failedLogin(testCredentials(server, kind));
    expect(login).toMatchObject({
      id: 'login',
      state: 'failed',
      cause: expect.stringMatching(cause),
      fix: expect.stringMatching(/\w/),
      details: `${error}: ${error_description}`,
    });
  });

  it.each<[string, () => EnteredCredentials, RegExp]>([
    [
      'a wrong consumer key',
      () => ({ ...testCredentials(server), clientId: 'nobody' }),
      /consumer key/,
    ],
    [
      'a wrong secret',
      () =>
        ({
          ...testCredentials(server),
          clientSecret: 'x',
        } as EnteredCredentials),
      /secret/,
    ],
    [
      'a wrong password',
      () =>
        ({
          ...testCredentials(server, 'username_password'),
          password: 'x',
        } as EnteredCredentials),
      /does not say which/,
    ],
    [
      'a wrong user',
      () =>
        ({
          ...testCredentials(server, 'jwt_bearer'),
          username: 'nobody@acme.com',
        } as EnteredCredentials),
      /\w/,
    ],
    [
      'an address where nobody listens',
      () => ({ ...testCredentials(server), loginUrl: 'http://127.0.0.1:1' }),
      /cannot be reached/,
    ],
    [
      'a key that is none',
      () =>
        ({
          ...testCredentials(server, 'jwt_bearer'),
          privateKey: 'x',
        } as EnteredCredentials),
      /private key cannot be read/,
    ],
  ])('names the cause of %s', async (_, credentials, cause) => {
    expect(await failedLogin(credentials())).toMatchObject({
      cause: expect.stringMatching(cause),
      fix: expect.stringMatching(/\w/),
    });
  });

  it('names the flow that is switched off', async () => {
    const before = server.switches.passwordFlow;
    Object.assign(server.switches, { passwordFlow: false });
    const login = await failedLogin(
      testCredentials(server, 'username_password'),
    );
    Object.assign(server.switches, { passwordFlow: before });
    expect(login).toMatchObject({
      cause: expect.stringContaining('flow is switched off'),
      fix: expect.stringContaining('Allow OAuth Username-Password Flows'),
    });
  });

  it('says when nobody answers, or somebody else does', async () => {
    server.faults.add({ effect: { type: 'html', status: 404 } });
    expect((await failedLogin()).cause).toContain('no Salesforce org');
    server.faults.add({ effect: { type: 'html', status: 503 } });
    expect((await failedLogin()).cause).toContain('problem of its own');
    const rule = server.faults.add({ effect: { type: 'hold' } });
    expect((await failedLogin()).cause).toContain('did not answer in time');
    server.faults.remove(rule.id);
  });
});

describe('access after the login', () => {
  it.each([
    [
      403,
      'API_DISABLED_FOR_ORG',
      'The REST API is not enabled for this Organization.',
      /API Enabled/,
    ],
    [
      403,
      'API_CURRENTLY_DISABLED',
      'API is disabled for this User',
      /API Enabled/,
    ],
    [
      401,
      'INVALID_SESSION_ID',
      'This session is not valid for use with the REST API',
      /API Access Control/,
    ],
    [
      403,
      'REQUEST_LIMIT_EXCEEDED',
      'TotalRequests Limit exceeded.',
      /used up its API calls/,
    ],
    [404, 'NOT_FOUND', 'The requested resource does not exist', /API version/],
    [410, 'UNSUPPORTED_API_VERSION', 'retired', /API version/],
    [403, 'SOMETHING_ELSE', 'no', /refused the first call/],
    [503, 'SERVER_UNAVAILABLE', 'down', /did not answer/],
  ])('%s %s: %s', async (status, errorCode, message, cause) => {
    server.faults.add({
      match: { path: '/services/data' },
      effect: { type: 'error', status, errorCode, message },
      times: null,
    });
    const { ok, checks } = await check();
    expect(ok).toBe(false);
    expect(checks.slice(0, 2)).toEqual([
      expect.objectContaining({ id: 'login', state: 'passed' }),
      expect.objectContaining({
        id: 'api',
        state: 'failed',
        cause: expect.stringMatching(cause),
        fix: expect.stringMatching(/\w/),
      }),
    ]);
  });

  it('passes every check of the demo org, and says whom it runs as', async () => {
    const validation = await check();
    expect(validation).toMatchObject({
      ok: true,
      runningAs: 'integration@acme.com',
      instanceUrl: server.url,
      organizationId: expect.stringMatching(/^00D/),
    });
    expect(validation.checks.map(({ id, state }) => [id, state])).toEqual(
      [
        'login',
        'api',
        'organization',
        'integration_user',
        'permission_view',
        'permission_manage_users',
        'permission_freeze',
        'permission_reset_password',
        'permission_assign',
        'limits',
      ].map(id => [id, 'passed']),
    );
  });

  it('says which actions will not work for want of a permission', async () => {
    const own = await startTestOrg();
    const sets = [...own.org.store.all('PermissionSet')];
    const [me] = own.org.store.findBy(
      'User',
      'Username',
      'integration@acme.com',
    );
    const held = own.org.store
      .findBy('PermissionSetAssignment', 'AssigneeId', me.Id)
      .map(({ PermissionSetId }) => PermissionSetId);
    for (const set of sets.filter(({ Id }) => held.includes(Id))) {
      own.org.dml.transaction(own.org.systemContext(), tx =>
        tx.update('PermissionSet', set.Id, {
          PermissionsManageUsers: false,
          PermissionsFreezeUsers: false,
          PermissionsResetPasswords: false,
        }),
      );
    }
    const credentials = testCredentials(own);
    const { validation } = await checkConnection({
      gateway: testGateway(own),
      credentials,
      needed,
      org: undefined,
      orgs: [],
    });
    expect(validation.ok).toBe(true);
    expect(
      validation.checks.find(({ id }) => id === 'permission_freeze'),
    ).toMatchObject({
      state: 'warning',
      message: 'Freezing and unfreezing will be refused',
      fix: expect.stringContaining('Freeze Users'),
    });
  });

  it('warns when few API calls are left', async () => {
    server.faults.add({
      match: { path: '/limits' },
      effect: {
        type: 'answer',
        status: 200,
        body: { DailyApiRequests: { Max: 1000, Remaining: 30 } },
      },
    });
    const { ok, checks } = await check();
    expect(ok).toBe(true);
    expect(checks.find(({ id }) => id === 'limits')).toMatchObject({
      state: 'warning',
      message: '30 of 1000 API calls are left for these 24 hours',
    });
  });
});
