import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import undici from 'undici';
import {
  soql,
  type SalesforceGateway,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { SalesforceOrgServer } from '@salesdesk/salesforce-org';
import {
  startTestOrg,
  stopTestOrgs,
  testCredentials,
  testGateway,
} from '../__testUtils__/testOrg';

let server: SalesforceOrgServer;

beforeAll(async () => {
  server = await startTestOrg();
});

afterAll(stopTestOrgs);

beforeEach(() => {
  server.faults.clear();
  server.requestLog.clear();
});

const users = (where = soql.eq('IsActive', true)) =>
  soql.select({ from: 'User', fields: ['Id', 'Name', 'Username'], where });

async function userId(username: string): Promise<string> {
  const { records } = await testGateway(server).query(
    users(soql.eq('Username', username)),
  );
  server.requestLog.clear();
  return records[0].Id ?? '';
}

async function loginId(username: string): Promise<string> {
  const { records } = await testGateway(server).query(
    soql.select({
      from: 'UserLogin',
      fields: ['Id'],
      where: soql.eq('UserId', await userId(username)),
    }),
  );
  server.requestLog.clear();
  return records[0].Id ?? '';
}

describe('logging in', () => {
  it.each(['username_password', 'client_credentials', 'jwt_bearer'] as const)(
    'reads with %s and knows whom it runs as without an API call',
    async kind => {
      const gateway = testGateway(server, {
        credentials: testCredentials(server, kind),
      });
      const { userId: id, instanceUrl } = await gateway.identity();
      expect(server.requestLog.counts().total).toBe(0);
      expect(instanceUrl).toBe(server.url);
      const { records } = await gateway.query(users(soql.eq('Id', id)));
      expect(records).toEqual([
        expect.objectContaining({ Username: 'integration@acme.com' }),
      ]);
    },
  );

  it('logs in once for many calls, and once again when the session ends', async () => {
    const gateway = testGateway(server);
    await Promise.all([1, 2, 3, 4].map(() => gateway.query(users())));
    server.faults.add({
      match: { path: '/query' },
      effect: { type: 'expireSession' },
    });
    const pages = await Promise.all(
      [1, 2, 3, 4].map(() => gateway.query(users())),
    );
    expect(pages.every(({ totalSize }) => totalSize > 100)).toBe(true);
    expect(tokenCalls()).toBe(2);
  });

  it('renews a session of client credentials, which bring no refresh token', async () => {
    const gateway = testGateway(server);
    await gateway.query(users());
    server.faults.add({ effect: { type: 'expireSession' } });
    await expect(gateway.query(users())).resolves.toBeDefined();
  });

  it('gives up at the second 401 instead of going on for ever', async () => {
    const gateway = testGateway(server);
    server.faults.add({
      match: { path: '/services/data' },
      effect: {
        type: 'error',
        status: 401,
        errorCode: 'INVALID_SESSION_ID',
        message: 'Session expired or invalid',
      },
      times: null,
    });
    await expect(gateway.query(users())).rejects.toMatchObject({
      failure: 'credentials_refused',
      certainty: 'not_applied',
    });
    expect(server.requestLog.entries()).toHaveLength(4);
    expect(tokenCalls()).toBe(2);
  });

  it('does not renew a session that will never be valid for the API', async () => {
    const gateway = testGateway(server);
    server.faults.add({
      match: { path: '/services/data' },
      effect: {
        type: 'error',
        status: 401,
        errorCode: 'INVALID_SESSION_ID',
        message: 'This session is not valid for use with the REST API',
      },
      times: null,
    });
    await expect(gateway.query(users())).rejects.toMatchObject({
      failure: 'credentials_refused',
    });
    expect(tokenCalls()).toBe(1);
  });

  it('does not lock the integration user out by trying a refused login again', async () => {
    let now = Date.parse('2026-11-22T10:00:00Z');
    const gateway = testGateway(server, {
      now: () => new Date(now),
      credentials: {
        ...testCredentials(server),
        clientSecret: 'wrong',
      } as ReturnType<typeof testCredentials>,
    });
    const attempt = () =>
      gateway.query(users()).catch(error => error.salesforceCode);
    expect(await attempt()).toBe('invalid_client');
    expect(await attempt()).toBe('invalid_client');
    expect(tokenCalls()).toBe(1);
    now += 61_000;
    await attempt();
    expect(tokenCalls()).toBe(2);
  });

  it('ends the session when it is revoked', async () => {
    const gateway = testGateway(server);
    await gateway.query(users());
    const sessions = () =>
      [...server.org.store.all('AuthSession')].map(({ Id }) => Id);
    const before = sessions();
    expect(await gateway.revoke()).toBe(true);
    expect(sessions()).toHaveLength(before.length - 1);
  });

  it('says that a server is no org', async () => {
    server.faults.add({ effect: { type: 'html', status: 404 } });
    await expect(testGateway(server).identity()).rejects.toMatchObject({
      failure: 'unexpected',
      salesforceCode: 'ERROR_HTTP_404',
    });
  });
});

describe('reading', () => {
  it('uses the API version it was given, never jsforce’s 50.0', async () => {
    await testGateway(server, { apiVersion: '62.0' }).query(users());
    expect(urls()).toEqual([
      expect.stringContaining('/services/data/v62.0/query?'),
    ]);
  });

  it('finds values with quotes, backslashes and line ends as they are, and nothing more', async () => {
    const gateway = testGateway(server);
    const injection = "\\' OR IsActive = true OR Name = '";
    for (const text of [
      injection,
      'a\\',
      "Seán O'Brien",
      '李\n伟',
      'x'.repeat(2000),
    ]) {
      const { records } = await gateway.query(users(soql.eq('Name', text)));
      expect(records.map(({ Name }) => Name)).toEqual(
        text === "Seán O'Brien" ? [text] : [],
      );
    }
    const { totalSize } = await gateway.query(
      users(soql.contains('Name', '%')),
    );
    expect(totalSize).toBe(0);
  });

  it('leaves attributes out, also of parents and children', async () => {
    const { records } = await testGateway(server).query(
      soql.select({
        from: 'User',
        fields: [
          'Profile.UserLicense.Name',
          {
            relationship: 'PermissionSetAssignments',
            fields: ['PermissionSet.Label'],
          },
        ],
        where: soql.eq('Username', 'erin.walsh@acme.com'),
      }),
    );
    expect(JSON.stringify(records)).not.toContain('attributes');
    expect(records[0]).toMatchObject({
      Profile: { UserLicense: { Name: 'Salesforce' } },
      PermissionSetAssignments: { records: expect.any(Array) },
    });
  });

  it('sends several queries as one call, and too long ones too', async () => {
    const gateway = testGateway(server);
    const [all, one] = await gateway.batch([
      users(),
      users(soql.eq('Username', 'ari@acme.com')),
    ]);
    expect([all.totalSize > 100, one.records[0].Name]).toEqual([
      true,
      'Ari Cohen',
    ]);
    const names = Array.from({ length: 800 }, (_, i) => `nobody.${i}@acme.com`);
    await expect(
      gateway.query(users(soql.inList('Username', [...names, 'ari@acme.com']))),
    ).resolves.toMatchObject({ totalSize: 1 });
    expect(server.requestLog.counts().byResource).toEqual({
      'POST /composite': 2,
    });
  });

  it('tells which query of several is wrong and answers the others', async () => {
    const results = await testGateway(server).batchSettled([
      soql.select({ from: 'User', fields: ['NoSuchField__c'] }),
      users(),
    ]);
    expect(results[0]).toMatchObject({
      status: 'rejected',
      reason: { failure: 'invalid_query', salesforceCode: 'INVALID_FIELD' },
    });
    expect(results[1]).toMatchObject({ status: 'fulfilled' });
  });

  it('reads page after page, and refuses what is too much', async () => {
    const gateway = testGateway(server);
    const ids = server.org.store.load(
      'Product2',
      Array.from({ length: 4500 }, (_, i) => ({ Name: `Many ${i}` })),
    );
    const query = soql.select({
      from: 'Product2',
      fields: ['Id', 'Name'],
      where: soql.startsWith('Name', 'Many'),
    });
    const all = await gateway.queryAll(query);
    expect(new Set(all.map(({ Id }) => Id))).toEqual(new Set(ids));
    expect(server.requestLog.counts().total).toBe(3);
    await expect(
      gateway.queryAll(query, { maximum: 10 }),
    ).rejects.toMatchObject({ failure: 'invalid_query' });
  });

  it('retrieves records in the order of their ids, null where there is none', async () => {
    const [ari, dan] = await Promise.all([
      userId('ari@acme.com'),
      userId('dan@acme.com'),
    ]);
    const records = await testGateway(server).retrieve<{ Name: string }>({
      object: 'User',
      ids: [dan, '005000000000001AAA', ari.slice(0, 15)],
      fields: ['Name'],
    });
    expect(records.map(record => record?.Name)).toEqual([
      'Dan Novak',
      undefined,
      'Ari Cohen',
    ]);
  });

  it('describes an object once for many who ask', async () => {
    const gateway = testGateway(server);
    const [first] = await Promise.all([
      gateway.describe('User'),
      gateway.describe('user'),
    ]);
    expect(
      first.fields.find(({ name }) => name === 'TimeZoneSidKey'),
    ).toMatchObject({
      type: 'picklist',
      picklistValues: expect.arrayContaining([
        expect.objectContaining({ value: 'America/New_York' }),
      ]),
    });
    expect(server.requestLog.counts().total).toBe(1);
  });

  it.each([
    ['a path for an object', { object: '../User', ids: [], fields: ['Id'] }],
    [
      'a query for an id',
      { object: 'User', ids: ['005000000000001?fields=Id'], fields: ['Id'] },
    ],
    [
      'a way up for an id',
      { object: 'User', ids: ['../Account/001000000000001'], fields: ['Id'] },
    ],
    ['a list for a field', { object: 'User', ids: [], fields: ['Id,Name'] }],
  ])('never takes %s into a path', async (_, options) => {
    await expect(testGateway(server).retrieve(options)).rejects.toMatchObject({
      failure: 'refused',
    });
    await expect(
      testGateway(server).queryMore('/services/data/v63.0/../../x'),
    ).rejects.toMatchObject({ failure: 'invalid_query' });
    expect(urls()).toEqual([]);
  });

  it('repeats a read while the org is out of reach, and then stops', async () => {
    const waits: number[] = [];
    const gateway = testGateway(server, {
      wait: async milliseconds => {
        waits.push(milliseconds);
      },
    });
    await gateway.identity();
    server.faults.add({ effect: { type: 'html', status: 503 }, times: 2 });
    await expect(gateway.query(users())).resolves.toBeDefined();
    server.faults.add({ effect: { type: 'html', status: 503 }, times: null });
    await expect(gateway.query(users())).rejects.toMatchObject({
      failure: 'unavailable',
      certainty: 'not_applied',
    });
    expect(waits).toEqual([300, 1200, 300, 1200]);
    expect(urls()).toHaveLength(6);
  });

  it('waits as long as Salesforce asks for, unless that is too long', async () => {
    const waits: number[] = [];
    const gateway = testGateway(server, {
      wait: async milliseconds => {
        waits.push(milliseconds);
      },
    });
    await gateway.identity();
    const busy = (seconds: string) =>
      server.faults.add({
        effect: {
          type: 'answer',
          status: 429,
          body: [],
          headers: { 'Retry-After': seconds },
        },
      });
    busy('2');
    await gateway.query(users());
    expect(waits).toEqual([2000]);
    busy('60');
    await expect(gateway.query(users())).rejects.toMatchObject({
      failure: 'concurrency_limit',
      retryAfter: 60_000,
    });
    const inTwoHours = new Date(Date.now() + 7_200_000).toUTCString();
    for (const [given, least, most] of [
      [inTwoHours, 7_100_000, 7_300_000],
      ['9'.repeat(30), 86_400_000, 86_400_000],
    ] as const) {
      busy(given);
      const failure = await gateway.query(users()).catch(error => error);
      expect(failure.retryAfter).toBeGreaterThanOrEqual(least);
      expect(failure.retryAfter).toBeLessThanOrEqual(most);
    }
  });

  it('survives an answer that breaks off in the middle', async () => {
    const gateway = testGateway(server);
    await gateway.identity();
    server.faults.add({ effect: { type: 'truncate', bytes: 100 }, times: 1 });
    await expect(gateway.query(users())).resolves.toBeDefined();
    server.faults.add({
      effect: { type: 'truncate', bytes: 100 },
      times: null,
    });
    await expect(gateway.query(users())).rejects.toMatchObject({
      failure: 'unreachable',
    });
  });

  it('gives up on a call that takes too long', async () => {
    const gateway = testGateway(server, { timeout: 1_000 });
    await gateway.identity();
    const rule = server.faults.add({ effect: { type: 'hold' } });
    await expect(gateway.query(users())).rejects.toMatchObject({
      failure: 'timeout',
      certainty: 'not_applied',
    });
    server.faults.remove(rule.id);
  });

  it('asks for compressed answers, and reads them', async () => {
    const { headers, problem } = await callsToAnotherServer();
    expect(problem).toBeUndefined();
    expect(headers['accept-encoding']).toContain('gzip');
    const gateway = testGateway(server);
    const ids = server.org.store.load(
      'Product2',
      Array.from({ length: 2500 }, (_, i) => ({ Name: `Zipped Ünit ${i}` })),
    );
    const query = soql.select({
      from: 'Product2',
      fields: ['Id', 'Name'],
      where: soql.startsWith('Name', 'Zipped Ü'),
    });
    const plain = await gateway.queryAll(query);
    expect(plain).toHaveLength(ids.length);
    server.switches.compressAnswers = true;
    try {
      expect(await gateway.queryAll(query)).toEqual(plain);
      server.faults.add({
        effect: { type: 'truncate', bytes: 100 },
        times: null,
      });
      await expect(gateway.queryAll(query)).rejects.toMatchObject({
        failure: 'unreachable',
      });
    } finally {
      server.switches.compressAnswers = false;
    }
  });

  it('follows no redirect, which would carry the token elsewhere', async () => {
    const seen = await callsToAnotherServer({
      statusCode: 302,
      headers: { location: 'https://elsewhere.example/query' },
    });
    expect(seen.problem).toMatchObject({
      failure: 'unexpected',
      certainty: 'not_applied',
      details: 'elsewhere.example',
    });
    expect(seen.paths.at(-1)).toMatch(/^\/services\/data/);
    const write = await callsToAnotherServer({
      statusCode: 302,
      headers: { location: 'https://elsewhere.example/query' },
      call: gateway => gateway.resetPassword({ userId: '005000000000001AAA' }),
    });
    expect(write.problem).toMatchObject({ certainty: 'unknown' });
  });

  it('runs no more calls at once than it may', async () => {
    const gateway = testGateway(server, { concurrency: 3 });
    await gateway.identity();
    const rule = server.faults.add({ effect: { type: 'hold' }, times: null });
    const calls = Array.from({ length: 10 }, () => gateway.query(users()));
    while (server.faults.held(rule.id) < 3) {
      await new Promise(resolve => setImmediate(resolve));
    }
    for (let turn = 0; turn < 500; turn += 1) {
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(server.faults.held(rule.id)).toBe(3);
    server.faults.remove(rule.id);
    await expect(Promise.all(calls)).resolves.toHaveLength(10);
  });
});

describe('writing', () => {
  it('answers per record, in their order', async () => {
    const gateway = testGateway(server);
    const [ann, foo] = await Promise.all([
      loginId('ann.lee@acme.com'),
      loginId('foo.bar@acme.com'),
    ]);
    const results = await gateway.update({
      object: 'UserLogin',
      records: [
        { Id: ann, IsFrozen: true },
        { Id: foo, UserId: 'x' },
        { Id: foo, IsFrozen: true },
      ],
    });
    expect(results).toEqual([
      { outcome: 'applied', id: ann },
      expect.objectContaining({ outcome: 'refused', code: expect.any(String) }),
      expect.anything(),
    ]);
    expect(server.requestLog.counts().total).toBe(1);
  });

  it('makes one call for one record as for many', async () => {
    const id = await userId('erin.walsh@acme.com');
    const [result] = await testGateway(server).update({
      object: 'User',
      records: [{ Id: id, Title: 'Account Executive' }],
    });
    expect(result).toEqual({ outcome: 'applied', id });
  });

  it('names the fields of a refusal', async () => {
    const [result] = await testGateway(server).create({
      object: 'User',
      records: [{ LastName: 'X' }],
    });
    expect(result).toMatchObject({
      outcome: 'refused',
      code: 'REQUIRED_FIELD_MISSING',
      fields: expect.arrayContaining(['Username']),
    });
  });

  it.each(['NOT_FOUND', 'INVALID_CROSS_REFERENCE_KEY'] as const)(
    'takes a record that is gone as deleted, also when Salesforce says %s',
    async missingRowErrorCode => {
      const gateway = testGateway(server);
      const before = server.switches.missingRowErrorCode;
      server.switches.missingRowErrorCode = missingRowErrorCode;
      const [created] = await gateway.create({
        object: 'GroupMember',
        records: [
          {
            GroupId: await dealDesk(),
            UserOrGroupId: await userId('sample.user@acme.com'),
          },
        ],
      });
      expect(created.outcome).toBe('applied');
      const ids = created.outcome === 'applied' ? [created.id] : [];
      expect(await gateway.delete({ object: 'GroupMember', ids })).toEqual([
        { outcome: 'applied', id: ids[0] },
      ]);
      expect(await gateway.delete({ object: 'GroupMember', ids })).toEqual([
        { outcome: 'already_there', id: ids[0] },
      ]);
      server.switches.missingRowErrorCode = before;
    },
  );

  it('refuses more than 1,000 records before sending anything', async () => {
    const gateway = testGateway(server);
    const records = Array.from({ length: 1001 }, () => ({ LastName: 'X' }));
    await expect(
      gateway.create({ object: 'Contact', records }),
    ).rejects.toMatchObject({ failure: 'refused', certainty: 'not_applied' });
    expect(await gateway.create({ object: 'Contact', records: [] })).toEqual(
      [],
    );
    expect(urls()).toEqual([]);
  });

  it('writes more than a collection holds in one call, each record standing by itself', async () => {
    const gateway = testGateway(server);
    const records = Array.from({ length: 450 }, (_, position) =>
      position === 210 ? { FirstName: 'X' } : { LastName: `Many ${position}` },
    );
    const results = await gateway.create({ object: 'Contact', records });
    expect(results).toHaveLength(450);
    expect(results[210]).toMatchObject({
      outcome: 'refused',
      code: 'REQUIRED_FIELD_MISSING',
    });
    const ids = results.flatMap(result =>
      result.outcome === 'refused' ? [] : [result.id],
    );
    expect(ids).toHaveLength(449);
    expect(urls().filter(url => url.endsWith('/composite'))).toHaveLength(1);
    const [gone] = ids;
    await gateway.delete({ object: 'Contact', ids: [gone] });
    const deleted = await gateway.delete({ object: 'Contact', ids });
    expect(deleted[0]).toEqual({ outcome: 'already_there', id: gone });
    expect(deleted.slice(1).every(({ outcome }) => outcome === 'applied')).toBe(
      true,
    );
  });

  it('asks whether a user can be deactivated, and leaves nothing behind', async () => {
    const gateway = testGateway(server);
    const id = await userId('ari@acme.com');
    const effects = server.org.journal.entries().length;
    expect(await gateway.rehearseDeactivation({ userId: id })).toEqual({
      outcome: 'applied',
      id,
    });
    expect(server.org.store.get('User', id)?.IsActive).toBe(true);
    const pat = await userId('pat.default@acme.com');
    expect(await gateway.rehearseDeactivation({ userId: pat })).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('default owner of leads'),
    });
    const after = server.org.journal
      .entries()
      .slice(effects)
      .filter(({ object, kind }) => object === 'User' && kind !== 'login');
    expect(after).toEqual([]);
  });

  it('never repeats a DELETE, a POST or a PATCH by itself', async () => {
    const gateway = testGateway(server);
    const id = await userId('ari@acme.com');
    await gateway.identity();
    server.requestLog.clear();
    for (const [method, write] of Object.entries({
      DELETE: () => gateway.delete({ object: 'GroupMember', ids: [id] }),
      POST: () => gateway.create({ object: 'Contact', records: [{}] }),
      PATCH: () =>
        gateway.update({ object: 'User', records: [{ Id: id, Title: 'X' }] }),
    })) {
      server.faults.add({
        match: { method },
        effect: { type: 'html', status: 503 },
        times: null,
      });
      await expect(write()).rejects.toMatchObject({
        failure: 'unavailable',
        certainty: 'unknown',
      });
    }
    expect(urls()).toHaveLength(3);
  });

  it('repeats a write that a refused token kept from happening', async () => {
    const gateway = testGateway(server);
    const id = await userId('ari@acme.com');
    await gateway.identity();
    const before = server.journal.entries().length;
    server.faults.add({
      match: { method: 'PATCH' },
      effect: { type: 'expireSession' },
    });
    await gateway.update({
      object: 'User',
      records: [{ Id: id, Title: 'Renewed' }],
    });
    expect(
      server.journal
        .entries()
        .slice(before)
        .filter(({ kind, object }) => kind === 'update' && object === 'User'),
    ).toHaveLength(1);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)(
    'does not know the effect of a write whose reply was lost %s it',
    async (when, effects) => {
      const gateway = testGateway(server);
      const id = await userId('dan@acme.com');
      await gateway.identity();
      const before = server.journal.entries().length;
      server.faults.add({
        match: { method: 'PATCH' },
        effect: { type: 'loseReply', when },
      });
      await expect(
        gateway.update({
          object: 'User',
          records: [{ Id: id, Title: `Lost ${when}` }],
        }),
      ).rejects.toMatchObject({ failure: 'unreachable', certainty: 'unknown' });
      expect(
        server.journal
          .entries()
          .slice(before)
          .filter(({ kind }) => kind === 'update'),
      ).toHaveLength(effects);
    },
  );

  it('does not know the effect of a write that took too long', async () => {
    const gateway = testGateway(server, { timeout: 1_000 });
    const id = await userId('dan@acme.com');
    await gateway.identity();
    const rule = server.faults.add({
      match: { method: 'PATCH' },
      effect: { type: 'hold', when: 'after' },
    });
    await expect(
      gateway.update({ object: 'User', records: [{ Id: id, Title: 'Slow' }] }),
    ).rejects.toMatchObject({ failure: 'timeout', certainty: 'unknown' });
    server.faults.remove(rule.id);
  });

  it('knows that nothing happened where nobody listened', async () => {
    const closed = await startTestOrg({ data: 'minimal' });
    const gateway = testGateway(closed);
    await gateway.identity();
    await closed.stop();
    await expect(
      gateway.update({
        object: 'User',
        records: [{ Id: '005000000000001AAA', Title: 'X' }],
      }),
    ).rejects.toMatchObject({
      failure: 'unreachable',
      certainty: 'not_applied',
    });
  });

  it('knows that a refused call did nothing', async () => {
    const gateway = testGateway(server);
    await gateway.identity();
    for (const [status, failure] of [
      [400, 'refused'],
      [403, 'not_permitted'],
      [404, 'not_found'],
      [410, 'unexpected'],
      [415, 'unexpected'],
    ] as const) {
      server.faults.add({
        match: { method: 'POST' },
        effect: { type: 'error', status, errorCode: 'SOME_CODE' },
      });
      await expect(
        gateway.create({ object: 'Contact', records: [{}] }),
      ).rejects.toMatchObject({ failure, certainty: 'not_applied' });
    }
  });

  it('takes an answer of 200 that is none for an unknown effect', async () => {
    const gateway = testGateway(server);
    await gateway.identity();
    server.faults.add({
      match: { method: 'POST' },
      effect: { type: 'html', status: 200 },
    });
    await expect(
      gateway.create({ object: 'Contact', records: [{}] }),
    ).rejects.toMatchObject({ failure: 'unexpected', certainty: 'unknown' });
  });

  it('does not know the effect of a method whose answer ends halfway', async () => {
    const gateway = testGateway(server);
    await gateway.identity();
    server.faults.add({
      match: { method: 'POST' },
      effect: {
        type: 'answer',
        status: 200,
        body: '<soapenv:Envelope><soapenv:Body><convertLeadResp',
        headers: { 'Content-Type': 'text/xml; charset=utf-8' },
      },
    });
    await expect(
      gateway.convertLead({
        leadId: '00Q000000000001AAA',
        convertedStatus: 'Closed - Converted',
        withoutOpportunity: true,
      }),
    ).rejects.toMatchObject({ failure: 'unexpected', certainty: 'unknown' });
  });
});

describe('resetting a password', () => {
  it('has Salesforce mail a link and drops the password in the reply unread', async () => {
    const gateway = testGateway(server);
    const id = await userId('dan@acme.com');
    await gateway.identity();
    const sent = jest.spyOn(undici, 'request');
    const result = await gateway.resetPassword({ userId: id });
    expect(result).toEqual({ outcome: 'applied', id });
    expect(sent).toHaveBeenCalledTimes(1);
    const { body } = await sent.mock.results[0].value;
    expect([body.readableDidRead, body.destroyed]).toEqual([false, true]);
    sent.mockRestore();
    expect(server.journal.entries().map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['passwordReset', 'email']),
    );
  });

  it('answers a refusal as one of the record', async () => {
    const gateway = testGateway(server);
    const id = await userId('dan@acme.com');
    server.faults.add({
      match: { method: 'DELETE' },
      effect: {
        type: 'error',
        status: 403,
        errorCode: 'INSUFFICIENT_ACCESS',
        message: 'You do not have permission to view this record.',
      },
    });
    await expect(gateway.resetPassword({ userId: id })).resolves.toEqual({
      outcome: 'refused',
      code: 'INSUFFICIENT_ACCESS',
      message: 'You do not have permission to view this record.',
    });
  });
});

describe('limits', () => {
  it('tells at 80 and at 95 percent, and when nothing is left', async () => {
    const levels: string[] = [];
    const gateway = testGateway(server, {
      onLimitChange: ({ state }) => levels.push(state.level),
    });
    for (const used of [10, 79, 80, 94, 95, 100, 20]) {
      server.faults.add({
        match: { path: '/query' },
        effect: {
          type: 'answer',
          status: 200,
          body: { totalSize: 0, done: true, records: [] },
          headers: { 'Sforce-Limit-Info': `api-usage=${used}/100` },
        },
      });
      await gateway.query(users());
    }
    expect(levels).toEqual(['warning', 'critical', 'exhausted', 'ok']);
    expect(gateway.limitState).toMatchObject({ used: 20, max: 100 });
  });

  it('tells the daily limit from too many calls at once', async () => {
    const gateway = testGateway(server);
    await gateway.identity();
    server.faults.add({
      effect: { type: 'limit', limit: 'daily' },
      times: null,
    });
    await expect(gateway.query(users())).rejects.toMatchObject({
      failure: 'daily_limit',
      code: 'org_limit_reached',
      certainty: 'not_applied',
    });
    server.faults.clear();
    server.faults.add({
      effect: { type: 'limit', limit: 'concurrent' },
      times: null,
    });
    await expect(gateway.query(users())).rejects.toMatchObject({
      failure: 'concurrency_limit',
    });
  });

  it('asks Salesforce for the limits', async () => {
    const { used, max } = await testGateway(server).limits();
    expect(max).toBeGreaterThan(used);
  });
});

/** What a server other than the org sees of a call, and what comes of it. */
async function callsToAnotherServer(
  answer: {
    statusCode?: number;
    headers?: Record<string, string>;
    call?: (gateway: SalesforceGateway) => Promise<unknown>;
  } = {},
) {
  const { call = gateway => gateway.query(users()) } = answer;
  const paths: string[] = [];
  let headers: IncomingHttpHeaders = {};
  const other = createServer((request, response) => {
    paths.push(request.url ?? '');
    headers = request.headers;
    const isLogin = request.method === 'POST';
    response.writeHead(isLogin ? 200 : answer.statusCode ?? 200, {
      'content-type': 'application/json',
      ...(isLogin ? {} : answer.headers),
    });
    response.end(
      JSON.stringify(
        isLogin
          ? {
              access_token: 'x',
              instance_url: `http://${request.headers.host}`,
              id: 'https://login.salesforce.com/id/00D5g000004xyzzEAA/0055g0000000001AAA',
            }
          : { totalSize: 0, done: true, records: [] },
      ),
    );
  });
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const gateway = testGateway(server, {
    credentials: {
      ...testCredentials(server),
      loginUrl: `http://127.0.0.1:${port}`,
    },
  });
  const problem = await call(gateway).then(
    () => undefined,
    error => error,
  );
  other.closeAllConnections();
  other.close();
  return { paths, headers, problem };
}

function urls(): string[] {
  return server.requestLog
    .entries()
    .map(({ url }) => url)
    .filter(url => !url.includes('/oauth2/'));
}

function tokenCalls(): number {
  return server.requestLog
    .entries()
    .filter(({ url }) => url.includes('/oauth2/token')).length;
}

async function dealDesk(): Promise<string> {
  const { records } = await testGateway(server).query(
    soql.select({
      from: 'Group',
      fields: ['Id'],
      where: soql.eq('Name', 'Deal Desk'),
    }),
  );
  return records[0].Id ?? '';
}
