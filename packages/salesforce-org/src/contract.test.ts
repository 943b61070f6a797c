import { Connection } from 'jsforce';
import { minimalUsers } from './data/minimal/minimalData';
import type { SalesforceOrgServer } from './SalesforceOrgServer';
import { startSalesforceOrg } from './startSalesforceOrg';
import { TestCaller } from './__testUtils__/TestCaller';

/*
 * What naive emulators get wrong: one test per point of that list, with plain
 * HTTP where clients would hide the difference.
 */

let server: SalesforceOrgServer;
let admin: TestCaller;

beforeAll(async () => {
  server = await startSalesforceOrg({ data: 'minimal' });
});
afterAll(async () => {
  await server.stop();
});
beforeEach(() => {
  server.reset();
  admin = new TestCaller({ server, username: minimalUsers.administrator });
});

async function create(object: string, fields: object): Promise<string> {
  const { status, json } = await admin.post(`/sobjects/${object}`, fields);
  expect({ status, json }).toMatchObject({ status: 201 });
  return json.id;
}

function jsforce(token = admin.token): Connection {
  return new Connection({
    instanceUrl: server.url,
    accessToken: token,
    version: '63.0',
  });
}

async function profileId(name = 'Standard User'): Promise<string> {
  const { json } = await admin.query(
    `SELECT Id FROM Profile WHERE Name = '${name}'`,
  );
  return json.records[0].Id;
}

async function newUser(fields: object = {}): Promise<string> {
  return create('User', {
    Username: 'erin@minimal.test',
    LastName: 'Walsh',
    Email: 'erin@minimal.test',
    Alias: 'erin',
    ProfileId: await profileId(),
    TimeZoneSidKey: 'America/New_York',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
    ...fields,
  });
}

describe('what naive emulators get wrong', () => {
  it('1. REST errors are an array, OAuth errors an object', async () => {
    const rest = await admin.get('/sobjects/Nothing/describe');
    expect(rest.status).toBe(404);
    expect(rest.text).toBe(
      '[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]',
    );
    const oauth = await admin.form('/services/oauth2/token', {
      grant_type: 'nonsense',
    });
    expect(oauth.status).toBe(400);
    expect(oauth.json).toEqual({
      error: 'unsupported_grant_type',
      error_description: 'grant type not supported',
    });
  });

  it('2. JSON says application/json, a semicolon and the character set', async () => {
    for (const path of ['/limits', '/sobjects/Nothing', '/services/data']) {
      const { headers } = await admin.get(path);
      expect(headers.get('content-type')).toBe(
        'application/json;charset=UTF-8',
      );
    }
    await expect(jsforce().request('/nothing')).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
    });
  });

  it('3. PATCH and DELETE answer 204 and nothing', async () => {
    const id = await create('Account', { Name: 'Acme' });
    for (const answer of [
      await admin.patch(`/sobjects/Account/${id}`, { Name: 'Acme 2' }),
      await admin.delete(`/sobjects/Account/${id}`),
    ]) {
      expect(answer.status).toBe(204);
      expect(answer.text).toBe('');
      expect(answer.headers.get('content-type')).toBeNull();
    }
  });

  it('4. POST answers 201 with an empty list of errors and a location', async () => {
    const { status, json, headers } = await admin.post('/sobjects/account', {
      name: 'Acme',
    });
    expect(status).toBe(201);
    expect(json).toEqual({ id: expect.any(String), success: true, errors: [] });
    expect(headers.get('location')).toBe(
      `/services/data/v63.0/sobjects/Account/${json.id}`,
    );
  });

  it('5. an upsert says whether it created, and 300 when several match', async () => {
    server.org.addSchema({
      name: 'Account',
      fields: [
        { name: 'Ext__c', type: 'string', length: 40, externalId: true },
      ],
    });
    const upsert = (caller: TestCaller, key: string, fields: object) =>
      caller.patch(`/sobjects/Account/Ext__c/${key}`, fields);
    const first = await upsert(admin, 'a%2Fb%20c', { Name: 'One' });
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({ success: true, created: true });
    const second = await upsert(admin, 'a%2Fb%20c', { Name: 'Two' });
    expect(second.status).toBe(200);
    expect(second.json).toEqual({
      id: first.json.id,
      success: true,
      errors: [],
      created: false,
    });
    const old = new TestCaller({
      server,
      username: minimalUsers.administrator,
      version: '45.0',
    });
    expect((await upsert(old, 'a%2Fb%20c', { Name: 'Three' })).status).toBe(
      204,
    );

    const twin = await create('Account', { Name: 'Twin', Ext__c: 'a/b c' });
    const several = await upsert(admin, 'a%2Fb%20c', { Name: 'Four' });
    expect(several.status).toBe(300);
    expect(several.json).toEqual(
      [first.json.id, twin].map(
        id => `/services/data/v63.0/sobjects/Account/${id}`,
      ),
    );
  });

  it('6. collections answer 200 with a statusCode per row, and roll back all or none', async () => {
    const records = [
      { attributes: { type: 'Account' }, Name: 'Good' },
      { attributes: { type: 'Account' } },
    ];
    const some = await admin.post('/composite/sobjects', { records });
    expect(some.status).toBe(200);
    expect(some.json).toEqual([
      { id: expect.any(String), success: true, errors: [] },
      {
        success: false,
        errors: [
          {
            statusCode: 'REQUIRED_FIELD_MISSING',
            message: 'Required fields are missing: [Name]',
            fields: ['Name'],
          },
        ],
      },
    ]);
    const none = await admin.post('/composite/sobjects', {
      records,
      allOrNone: true,
    });
    expect(none.status).toBe(200);
    expect(none.json[0]).toEqual({
      success: false,
      errors: [
        {
          statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
          message:
            'Record rolled back because not all records were valid and the request was using AllOrNone header',
          fields: [],
        },
      ],
    });
    expect(server.org.store.count('Account')).toBe(1);
  });

  it('7. what is refused for good does not look like a session that ran out', async () => {
    const narrow = new TestCaller({
      server,
      username: null,
      token: server.mintToken(minimalUsers.administrator, { scopes: ['id'] }),
    });
    const refused = await narrow.get('/limits');
    expect(refused.status).toBe(401);
    expect(refused.json).toEqual([
      {
        message: 'This session is not valid for use with the REST API',
        errorCode: 'INVALID_SESSION_ID',
      },
    ]);
    const refresh = jest.fn();
    const connection = new Connection({
      instanceUrl: server.url,
      accessToken: narrow.token,
      version: '63.0',
      refreshFn: (_connection, callback) => {
        refresh();
        callback(null, narrow.token);
      },
    });
    await expect(connection.limits()).rejects.toMatchObject({
      errorCode: 'INVALID_SESSION_ID',
    });
    expect(refresh).not.toHaveBeenCalled();
  });

  it('8. the daily limit is 403 without Retry-After', async () => {
    server.wire.apiUsage.set({ daily: 2, used: 1 });
    expect((await admin.get('/limits')).status).toBe(200);
    const refused = await admin.get('/limits');
    expect(refused.status).toBe(403);
    expect(refused.json).toEqual([
      {
        message: 'TotalRequests Limit exceeded.',
        errorCode: 'REQUEST_LIMIT_EXCEEDED',
      },
    ]);
    expect(refused.headers.get('retry-after')).toBeNull();
    expect(refused.headers.get('sforce-limit-info')).toBe('api-usage=2/2');
  });

  it('9. a fault of the server can be met once, so that retries are counted', async () => {
    server.faults.add({
      match: { path: '/limits' },
      effect: { type: 'html', status: 503 },
    });
    await jsforce().limits();
    expect(server.requestLog.entries().map(({ status }) => status)).toEqual([
      503, 200,
    ]);
  });

  it('10. nextRecordsUrl is relative, without slashes in the locator, and below /query', async () => {
    server.org.store.load(
      'Account',
      Array.from({ length: 450 }, (_, index) => ({ Name: `Row ${index}` })),
    );
    const options = { 'Sforce-Query-Options': 'batchSize=1' };
    const first = await admin.get(
      '/queryAll?q=SELECT+Name+FROM+Account',
      options,
    );
    expect(first.json).toMatchObject({ totalSize: 450, done: false });
    expect(first.json.records).toHaveLength(200);
    expect(first.json.nextRecordsUrl).toMatch(
      /^\/services\/data\/v63\.0\/query\/01g[A-Za-z0-9]{15}-200$/,
    );
    const second = await admin.get(first.json.nextRecordsUrl);
    const third = await admin.get(second.json.nextRecordsUrl);
    expect(third.json).toMatchObject({ totalSize: 450, done: true });
    expect(third.json.records).toHaveLength(50);
    expect(third.json).not.toHaveProperty('nextRecordsUrl');
    const strange = new TestCaller({
      server,
      username: minimalUsers.integration,
    });
    expect((await strange.get(first.json.nextRecordsUrl)).json).toEqual([
      { message: 'invalid query locator', errorCode: 'INVALID_QUERY_LOCATOR' },
    ]);
  });

  it('11. the last page of a bulk query says Sforce-Locator: null', async () => {
    await create('Account', { Name: 'Acme' });
    const job = await admin.post('/jobs/query', {
      operation: 'query',
      query: 'SELECT Name FROM Account',
    });
    await admin.get(`/jobs/query/${job.json.id}`);
    const { headers, text } = await admin.get(
      `/jobs/query/${job.json.id}/results`,
    );
    expect(headers.get('sforce-locator')).toBe('null');
    expect(headers.get('sforce-numberofrecords')).toBe('1');
    expect(text).toBe('"Name"\n"Acme"\n');
  });

  it('12. ids go out with 18 characters and come in with 15 or 18', async () => {
    const id = await create('Account', { Name: 'Acme' });
    expect(id).toHaveLength(18);
    const short = id.slice(0, 15);
    const { json } = await admin.get(`/sobjects/Account/${short}?fields=Id`);
    expect(json.Id).toBe(id);
    const found = await admin.query(
      `SELECT Id FROM Account WHERE Id = '${short}'`,
    );
    expect(found.json.records[0].Id).toBe(id);
    const updated = await admin.patch('/composite/sobjects', {
      records: [{ attributes: { type: 'Account' }, id: short, Name: 'New' }],
    });
    expect(updated.json[0].id).toBe(id);
  });

  it('13. keys of answers are canonical whatever the query says', async () => {
    const { json } = await admin.query(
      'SELECT id, username, profile.name FROM user LIMIT 1',
    );
    expect(Object.keys(json.records[0])).toEqual([
      'attributes',
      'Id',
      'Username',
      'Profile',
    ]);
    expect(json.records[0].attributes.type).toBe('User');
  });

  it('14. a parent that is not there is null, and so is an empty list of children', async () => {
    const parent = await create('Account', { Name: 'Parent' });
    await create('Contact', { LastName: 'Lone' });
    await create('Contact', { LastName: 'Child', AccountId: parent });
    const contacts = await admin.query(
      'SELECT LastName, Account.Name FROM Contact ORDER BY LastName',
    );
    expect(contacts.json.records).toEqual([
      expect.objectContaining({
        LastName: 'Child',
        Account: {
          attributes: {
            type: 'Account',
            url: `/services/data/v63.0/sobjects/Account/${parent}`,
          },
          Name: 'Parent',
        },
      }),
      expect.objectContaining({ LastName: 'Lone', Account: null }),
    ]);
    const accounts = await admin.query(
      'SELECT Name, (SELECT LastName FROM Contacts), (SELECT Name FROM Opportunities) FROM Account',
    );
    expect(accounts.json.records[0]).toMatchObject({
      Contacts: {
        totalSize: 1,
        done: true,
        records: [{ LastName: 'Child' }],
      },
      Opportunities: null,
    });
  });

  it('15. aggregates have no url, unnamed ones are expr0, COUNT() has no records', async () => {
    await create('Account', { Name: 'Acme', Industry: 'Energy' });
    const grouped = await admin.query(
      'SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry',
    );
    expect(grouped.json.records).toEqual([
      {
        attributes: { type: 'AggregateResult' },
        Industry: 'Energy',
        expr0: 1,
      },
    ]);
    const counted = await admin.query('SELECT COUNT() FROM Account');
    expect(counted.json).toEqual({ totalSize: 1, done: true, records: [] });
  });

  it('16. texts compare without regard to case, and != keeps null', async () => {
    await create('Account', { Name: 'ACME', Industry: 'Energy' });
    await create('Account', { Name: 'Other' });
    const names = async (where: string) =>
      (
        await admin.query(`SELECT Name FROM Account WHERE ${where}`)
      ).json.records.map((record: { Name: string }) => record.Name);
    expect(await names("Name = 'acme'")).toEqual(['ACME']);
    expect(await names("Name LIKE 'ac%'")).toEqual(['ACME']);
    expect(await names("Industry != 'energy'")).toEqual(['Other']);
  });

  it('17. datetimes end in +0000, issued_at is a text, and nothing expires_in', async () => {
    const { json } = await admin.query('SELECT CreatedDate FROM User LIMIT 1');
    expect(json.records[0].CreatedDate).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/,
    );
    const [app] = server.data.connectedApps.filter(({ flows }) =>
      flows?.includes('password'),
    );
    const token = await admin.form('/services/oauth2/token', {
      grant_type: 'password',
      client_id: app.clientId,
      client_secret: app.clientSecret ?? '',
      username: minimalUsers.integration,
      password: 'Salesdesk-2026',
    });
    expect(Object.keys(token.json).sort()).toEqual([
      'access_token',
      'id',
      'instance_url',
      'issued_at',
      'signature',
      'token_type',
    ]);
    expect(token.json.issued_at).toMatch(/^\d{13}$/);
  });

  it.each([
    [
      "SELECT Id FROM User WHERE CreatedDate = '2026-01-01T00:00:00Z'",
      'INVALID_FIELD',
    ],
    ["SELECT Id FROM Account WHERE Name NOT LIKE 'a%'", 'MALFORMED_QUERY'],
    ['SELECT * FROM Account', 'MALFORMED_QUERY'],
    ['SELECT Id FROM Account WHERE Name IS NULL', 'MALFORMED_QUERY'],
    ['SELECT Name, COUNT(Id) FROM Account', 'MALFORMED_QUERY'],
    ['SELECT FIELDS(ALL) FROM Account', 'MALFORMED_QUERY'],
    [
      "SELECT Id FROM Account WHERE Name = 'a' OR Id IN (SELECT AccountId FROM Contact)",
      'MALFORMED_QUERY',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Case) AND Id IN (SELECT AccountId FROM Opportunity)',
      'MALFORMED_QUERY',
    ],
  ])('18. refuses what SOQL refuses: %s', async (soql, errorCode) => {
    const { status, json } = await admin.query(soql);
    expect({ status, errorCode: json[0].errorCode }).toEqual({
      status: 400,
      errorCode,
    });
  });

  it('19. the rows are there that Salesforce keeps to itself', async () => {
    const count = async (from: string) =>
      (await admin.query(`SELECT COUNT() FROM ${from}`)).json.totalSize;
    expect(
      await count('PermissionSet WHERE IsOwnedByProfile = true'),
    ).toBeGreaterThan(0);
    expect(
      await count(
        'PermissionSetAssignment WHERE PermissionSet.IsOwnedByProfile = true',
      ),
    ).toBeGreaterThan(0);
    expect(
      await count("Group WHERE Type IN ('Role', 'Organization')"),
    ).toBeGreaterThan(0);
    expect(
      await count("User WHERE UserType = 'AutomatedProcess'"),
    ).toBeGreaterThan(0);
  });

  it('20. freezing leaves the user active; users cannot be deleted; names are unique for ever', async () => {
    const userId = await newUser();
    const login = await admin.query(
      `SELECT Id, IsFrozen FROM UserLogin WHERE UserId = '${userId}'`,
    );
    const used = async () =>
      (
        await admin.query(
          "SELECT UsedLicenses FROM UserLicense WHERE Name = 'Salesforce'",
        )
      ).json.records[0].UsedLicenses;
    const before = await used();
    const frozen = await admin.patch(
      `/sobjects/UserLogin/${login.json.records[0].Id}`,
      { IsFrozen: true },
    );
    expect(frozen.status).toBe(204);
    const { json } = await admin.get(`/sobjects/User/${userId}`);
    expect(json.IsActive).toBe(true);
    expect(await used()).toBe(before);
    expect((await admin.delete(`/sobjects/User/${userId}`)).status).not.toBe(
      204,
    );
    await admin.patch(`/sobjects/User/${userId}`, { IsActive: false });
    expect(await used()).toBe(before - 1);
    const again = await admin.post('/sobjects/User', {
      Username: 'ERIN@minimal.test',
      LastName: 'Other',
      Email: 'erin@minimal.test',
      Alias: 'other',
      ProfileId: await profileId(),
      TimeZoneSidKey: 'America/New_York',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US',
    });
    expect(again.json[0].errorCode).toBe('DUPLICATE_USERNAME');
  });

  it('21. a password reset answers 200 with a secret and sends one mail', async () => {
    const userId = await newUser();
    const { status, json } = await admin.delete(
      `/sobjects/User/${userId}/password`,
    );
    expect(status).toBe(200);
    expect(json).toEqual({ NewPassword: expect.any(String) });
    const mails = server.journal
      .entries()
      .filter(effect => effect.kind === 'email' && effect.id === userId);
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(server.journal.entries())).not.toContain(
      json.NewPassword,
    );
  });

  it('22. OauthToken has no ids and AuthSession says UsersId', async () => {
    const app = server.connectedApps.get('PlatformCLI')!;
    const user = server.org.store.findBy(
      'User',
      'Username',
      minimalUsers.administrator,
    )[0];
    server.wire.refreshTokens.issue({
      userId: user.Id,
      clientId: app.clientId,
      appName: app.name,
      scopes: app.scopes,
    });
    const tokens = await admin.query(
      'SELECT Id, AppName, DeleteToken FROM OauthToken',
    );
    expect(tokens.json.records[0]).toMatchObject({
      Id: null,
      AppName: 'Salesforce CLI',
      DeleteToken: expect.any(String),
    });
    const row = server.org.store.findBy('OauthToken', 'UserId', user.Id)[0];
    expect(
      (await admin.delete(`/sobjects/OauthToken/${row.Id}`)).status,
    ).toBeGreaterThanOrEqual(400);
    const sessions = await admin.query(
      'SELECT UsersId, IsCurrent FROM AuthSession WHERE IsCurrent = true',
    );
    expect(sessions.json.records).toEqual([
      expect.objectContaining({ UsersId: user.Id, IsCurrent: true }),
    ]);
  });

  it('23. what real servers accept is accepted', async () => {
    for (const path of [
      '//services/data/v63.0/limits',
      '/services/data/v63.0/query/?q=SELECT+Id+FROM+User+LIMIT+1',
      '/services/data/v63.0//limits/',
    ]) {
      expect((await admin.get(path)).status).toBe(200);
    }
    const { json } = await admin.get('/services/oauth2/userinfo');
    const identity = new URL(json.sub).pathname;
    const nobody = new TestCaller({ server, username: null });
    const answer = await nobody.get(
      `${identity}?format=json&oauth_token=${encodeURIComponent(admin.token)}`,
    );
    expect(answer.json.username).toBe(minimalUsers.administrator);
  });

  it('24. the versions need no session, and urls carry the version of the request', async () => {
    const nobody = new TestCaller({ server, username: null });
    const versions = await nobody.get('/services/data');
    expect(versions.json.at(-1)).toEqual({
      label: "Winter '27",
      url: '/services/data/v68.0',
      version: '68.0',
    });
    expect(versions.json).toContainEqual({
      label: "Spring '25",
      url: '/services/data/v63.0',
      version: '63.0',
    });
    for (const version of ['58.0', '67.0']) {
      const caller = new TestCaller({
        server,
        username: minimalUsers.administrator,
        version,
      });
      const answer = await caller.query('SELECT Id FROM User LIMIT 1');
      expect(answer.json.records[0].attributes.url).toContain(
        `/services/data/v${version}/`,
      );
      expect(answer.headers.get('sforce-limit-info')).toMatch(
        /^api-usage=\d+\/230000$/,
      );
    }
  });

  it('25. setup and other objects do not mix, and counts may lag behind', async () => {
    const mixed = await admin.post('/composite/sobjects', {
      records: [
        { attributes: { type: 'Account' }, Name: 'Acme' },
        { attributes: { type: 'Group' }, Name: 'Team', Type: 'Regular' },
      ],
    });
    expect(mixed.json[0].success).toBe(true);
    expect(mixed.json[1].errors[0].statusCode).toBe('MIXED_DML_OPERATION');

    server.switches.licenseCountLagMs = 60_000;
    const used = async () =>
      (
        await admin.query(
          "SELECT UsedLicenses FROM UserLicense WHERE Name = 'Salesforce'",
        )
      ).json.records[0].UsedLicenses;
    const before = await used();
    await newUser();
    expect(await used()).toBe(before);
    server.org.clock.advance(60_000);
    expect(await used()).toBe(before + 1);
  });
});
