import { Connection } from 'jsforce';
import { minimalUsers } from '../data/minimal/minimalData';
import type { SalesforceOrgServer } from '../SalesforceOrgServer';
import { startSalesforceOrg } from '../startSalesforceOrg';
import { TestCaller } from '../__testUtils__/TestCaller';

const { administrator, integration } = minimalUsers;

let server: SalesforceOrgServer;
let admin: TestCaller;
let nobody: TestCaller;

beforeAll(async () => {
  server = await startSalesforceOrg();
});
afterAll(async () => {
  await server.stop();
});
beforeEach(() => {
  server.reset('minimal');
  admin = new TestCaller({ server, username: administrator });
  nobody = new TestCaller({ server, username: null });
});

const addFault = (rule: object) => nobody.post('/__org/faults', rule);

async function account(name = 'Acme'): Promise<string> {
  return (await admin.post('/sobjects/Account', { Name: name })).json.id;
}

describe('the control API', () => {
  it('says that the org is well', async () => {
    expect((await nobody.get('/__org/health')).json).toMatchObject({
      status: 'ok',
      data: 'minimal',
      organizationId: server.org.organizationId,
    });
  });

  it('resets to the same data or to other data', async () => {
    await account();
    server.switches.passwordFlow = false;
    await nobody.post('/__org/reset');
    expect(server.org.store.count('Account')).toBe(0);
    expect(server.switches.passwordFlow).toBe(true);
    expect((await admin.get('/limits')).status).toBe(401);
    await nobody.post('/__org/reset', { data: 'demo' });
    expect((await nobody.get('/__org/health')).json.data).toBe('demo');
    expect(server.org.store.count('Account')).toBeGreaterThan(100);
    const erin = new TestCaller({ server, username: 'erin.walsh@acme.com' });
    const { json } = await erin.query('SELECT ARR__c FROM Account LIMIT 1');
    expect(json.records[0]).toHaveProperty('ARR__c');
    const bad = await nobody.post('/__org/reset', { data: 'nonsense' });
    expect(bad.status).toBe(400);
  });

  it('moves the clock', async () => {
    const move = async (command: object) =>
      (await nobody.post('/__org/clock', command)).json.time;
    expect(await move({ set: '2027-01-01T00:00:00Z' })).toBe(
      '2027-01-01T00:00:00.000Z',
    );
    expect(await move({ advance: 1000 })).toBe('2027-01-01T00:00:01.000Z');
    const later = await move({ resume: true });
    expect(Math.abs(Date.parse(later) - Date.now())).toBeLessThan(5000);
    const frozen = await move({ freeze: true });
    expect((await nobody.get('/__org/clock')).json.time).toBe(frozen);
    expect((await nobody.post('/__org/clock', { to: 1 })).status).toBe(400);
  });

  it('returns the journal, filtered', async () => {
    const id = await account();
    await admin.patch(`/sobjects/Account/${id}`, { Industry: 'Energy' });
    const { json } = await nobody.get(
      '/__org/journal?object=Account&kind=update',
    );
    expect(json).toEqual([
      expect.objectContaining({
        kind: 'update',
        id,
        before: expect.objectContaining({ Industry: null }),
        after: expect.objectContaining({ Industry: 'Energy' }),
      }),
    ]);
    const rest = await nobody.get(`/__org/journal?after=${json[0].sequence}`);
    expect(rest.json).toEqual([]);
    await nobody.delete('/__org/journal');
    expect((await nobody.get('/__org/journal')).json).toEqual([]);
  });

  it('lists mails', async () => {
    const [user] = server.org.store.findBy('User', 'Username', integration);
    await admin.delete(`/sobjects/User/${user.Id}/password`);
    expect((await nobody.get('/__org/emails')).json).toEqual([
      expect.objectContaining({
        id: user.Id,
        after: expect.objectContaining({ to: integration }),
      }),
    ]);
  });

  it('counts API calls by user, client and resource', async () => {
    const id = await account();
    await admin.get(`/sobjects/Account/${id}`, {
      'sforce-call-options': 'client=salesdesk',
    });
    const other = new TestCaller({ server, username: integration });
    await other.query('SELECT Id FROM User LIMIT 1');
    await nobody.get('/limits');
    const { json } = await nobody.get('/__org/requests');
    expect(json.counts).toEqual({
      total: 3,
      byUser: { [administrator]: 2, [integration]: 1 },
      byClient: { '(none)': 2, salesdesk: 1 },
      byResource: {
        'POST /sobjects/Account': 1,
        'GET /sobjects/Account/{id}': 1,
        'GET /query': 1,
      },
    });
    expect(json.requests).toHaveLength(4);
    expect(json.requests[3]).toMatchObject({ status: 401, counted: false });
    await nobody.delete('/__org/requests');
    expect((await nobody.get('/__org/requests')).json.counts.total).toBe(0);
  });

  it('never logs tokens', async () => {
    const { json } = await admin.get('/services/oauth2/userinfo');
    await nobody.get(
      `${new URL(json.sub).pathname}?oauth_token=${admin.token}`,
    );
    const log = await nobody.get('/__org/requests');
    expect(log.text).not.toContain(admin.token);
  });

  it('flips switches and refuses unknown ones', async () => {
    const flipped = await nobody.patch('/__org/switches', {
      freezeEndsSessions: true,
    });
    expect(flipped.json).toMatchObject({
      freezeEndsSessions: true,
      passwordFlow: true,
    });
    expect((await nobody.patch('/__org/switches', { nope: 1 })).status).toBe(
      400,
    );
  });

  it('sets limits', async () => {
    await nobody.patch('/__org/limits', { daily: 10, used: 9 });
    const { headers } = await admin.get('/limits');
    expect(headers.get('sforce-limit-info')).toBe('api-usage=10/10');
  });

  it('adds objects, rows, apps and passwords', async () => {
    await nobody.post('/__org/schema', {
      objects: [
        {
          name: 'Vehicle__c',
          label: 'Vehicle',
          fields: [{ name: 'Plate__c', type: 'string', length: 20 }],
        },
      ],
    });
    const { json } = await nobody.post('/__org/rows', {
      object: 'Vehicle__c',
      rows: [{ Name: 'Van', Plate__c: 'B-AC 1' }],
    });
    const listed = await nobody.get('/__org/rows/vehicle__c?Plate__c=B-AC 1');
    expect(listed.json).toEqual([
      expect.objectContaining({ Id: json.ids[0], Name: 'Van' }),
    ]);
    const van = await admin.get('/sobjects/Vehicle__c/describe');
    expect(van.json.keyPrefix).toMatch(/^a0/);
    await nobody.patch(`/__org/rows/Vehicle__c/${json.ids[0]}`, {
      CreatedDate: '2020-01-01T00:00:00.000+0000',
    });
    expect(server.org.store.get('Vehicle__c', json.ids[0])).toMatchObject({
      CreatedDate: '2020-01-01T00:00:00.000+0000',
    });
    await nobody.post('/__org/connected-apps', {
      clientId: 'mine',
      clientSecret: 's',
      name: 'Mine',
      runAs: integration,
    });
    expect(
      (
        await nobody.form('/services/oauth2/token', {
          grant_type: 'client_credentials',
          client_id: 'mine',
          client_secret: 's',
        })
      ).status,
    ).toBe(200);
    await nobody.post('/__org/passwords', {
      username: integration,
      password: 'another',
    });
    const conn = new Connection({ loginUrl: server.url, version: '63.0' });
    await conn.login(integration, 'another');
    expect(conn.accessToken).toBeTruthy();
  });

  it('mints tokens', async () => {
    const { json } = await nobody.post('/__org/tokens', {
      username: integration,
    });
    const caller = new TestCaller({
      server,
      username: null,
      token: json.access_token,
    });
    expect((await caller.get('/limits')).status).toBe(200);
    expect(json.id).toBe(
      `${server.url}/id/${server.org.organizationId}/${json.user_id}`,
    );
    const unknown = await nobody.post('/__org/tokens', { username: 'x@y.z' });
    expect(unknown.status).toBe(400);
  });

  it('does not serve web pages from elsewhere', async () => {
    const answer = await nobody.post('/__org/reset', undefined, {
      origin: 'https://evil.example',
    });
    expect(answer.status).toBe(403);
  });
});

describe('faults', () => {
  it('answer instead of the org, the nth time, so many times', async () => {
    await addFault({
      match: { method: 'GET', path: '^/services/data/v63.0/limits' },
      skip: 1,
      times: 2,
      effect: {
        type: 'error',
        status: 503,
        errorCode: 'SERVER_UNAVAILABLE',
        message: 'Try later',
      },
    });
    const statuses = [];
    for (let index = 0; index < 4; index++) {
      statuses.push((await admin.get('/limits')).status);
    }
    expect(statuses).toEqual([200, 503, 503, 200]);
    const [rule] = (await nobody.get('/__org/faults')).json;
    expect(rule).toMatchObject({ matched: 3, applied: 2 });
  });

  it('meet only the user, the object and the body that are named', async () => {
    const effect = { type: 'answer', status: 418, body: { tea: true } };
    await addFault({ match: { user: integration }, effect });
    await addFault({ match: { object: 'contact' }, effect, times: 3 });
    await addFault({ match: { body: '"Name":"Doom' }, effect });
    const other = new TestCaller({ server, username: integration });
    expect((await admin.get('/limits')).status).toBe(200);
    expect((await other.get('/limits')).status).toBe(418);
    expect((await admin.get('/sobjects/Contact/describe')).status).toBe(418);
    expect((await admin.query('SELECT Id FROM Contact')).status).toBe(418);
    expect(
      (
        await admin.post('/composite/sobjects', {
          records: [{ attributes: { type: 'Contact' }, LastName: 'x' }],
        })
      ).json,
    ).toEqual({ tea: true });
    expect((await admin.query('SELECT Id FROM Account')).status).toBe(200);
    expect(
      (await admin.post('/sobjects/Account', { Name: 'Doom' })).status,
    ).toBe(418);
  });

  it('lose the reply before the org did anything, or after it did it all', async () => {
    const create = () => admin.post('/sobjects/Account', { Name: 'Acme' });
    await addFault({ effect: { type: 'loseReply', when: 'before' } });
    await expect(create()).rejects.toThrow();
    expect(server.org.store.count('Account')).toBe(0);
    await addFault({ effect: { type: 'loseReply', when: 'after' } });
    await expect(create()).rejects.toThrow();
    expect(server.org.store.count('Account')).toBe(1);
    expect(server.requestLog.entries().map(({ status }) => status)).toEqual([
      0, 0,
    ]);
  });

  it('hold requests until they are taken away', async () => {
    const { json: rule } = await addFault({
      match: { path: '/sobjects/Account' },
      effect: { type: 'hold', when: 'after' },
    });
    const pending = admin.post('/sobjects/Account', { Name: 'Acme' });
    const held = async () => (await nobody.get('/__org/faults')).json[0].held;
    while ((await held()) === 0) {
      expect((await admin.get('/limits')).status).toBe(200);
    }
    expect(server.org.store.count('Account')).toBe(1);
    await nobody.delete(`/__org/faults/${rule.id}`);
    expect((await pending).status).toBe(201);
  });

  it('slow an answer down', async () => {
    await addFault({ effect: { type: 'latency', milliseconds: 30 } });
    await admin.get('/limits');
    const [entry] = server.requestLog.entries();
    expect(entry.milliseconds).toBeGreaterThanOrEqual(29);
  });

  it('refuse too many long requests at a time', async () => {
    server.switches.longRequestMs = 0;
    server.switches.concurrentLongRequests = 1;
    const { json: rule } = await addFault({
      effect: { type: 'hold', when: 'before' },
    });
    const pending = admin.get('/limits');
    while (server.faults.held(rule.id) === 0) {
      await nobody.get('/__org/health');
    }
    const refused = await admin.get('/limits');
    expect(refused.status).toBe(403);
    expect(refused.json).toEqual([
      {
        message: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
        errorCode: 'REQUEST_LIMIT_EXCEEDED',
      },
    ]);
    server.faults.clear();
    expect((await pending).status).toBe(200);
  });

  it('play an exhausted limit, an expired session, the edge', async () => {
    await addFault({ effect: { type: 'limit' } });
    await addFault({ effect: { type: 'limit', limit: 'concurrent' } });
    await addFault({ effect: { type: 'html' } });
    await addFault({ effect: { type: 'expireSession' } });
    expect((await admin.get('/limits')).json[0].message).toBe(
      'TotalRequests Limit exceeded.',
    );
    expect((await admin.get('/limits')).json[0].message).toContain(
      'ConcurrentRequests',
    );
    const edge = await admin.get('/limits');
    expect(edge.status).toBe(502);
    expect(edge.headers.get('content-type')).toBe('text/html');
    expect((await admin.get('/limits')).status).toBe(401);
    expect((await admin.get('/limits')).status).toBe(401);
  });

  it('cut a body short', async () => {
    await addFault({ effect: { type: 'truncate', bytes: 10 } });
    await expect(admin.get('/limits')).rejects.toThrow();
    expect((await admin.get('/limits')).status).toBe(200);
  });

  it('read as things were before the last changes', async () => {
    const kept = await account('Old');
    const deleted = await account('Deleted');
    await addFault({
      match: { method: 'GET' },
      effect: { type: 'staleReads' },
      times: null,
    });
    await admin.patch(`/sobjects/Account/${kept}`, { Name: 'New' });
    await admin.delete(`/sobjects/Account/${deleted}`);
    const created = await account('Created');
    const names = async () =>
      (
        await admin.query('SELECT Name FROM Account ORDER BY Name')
      ).json.records.map((record: { Name: string }) => record.Name);
    expect(await names()).toEqual(['Deleted', 'Old']);
    expect((await admin.get(`/sobjects/Account/${created}`)).status).toBe(404);
    await nobody.delete('/__org/faults');
    expect(await names()).toEqual(['Created', 'New']);
    server.org.clock.set(server.org.clock.now());
    server.org.clock.advance(5_000);
    await admin.patch(`/sobjects/Account/${kept}`, { Name: 'Newest' });
    await addFault({
      effect: { type: 'staleReads', lagMilliseconds: 1_000 },
      times: null,
    });
    expect(await names()).toEqual(['Created', 'New']);
    server.org.clock.advance(5_000);
    expect(await names()).toEqual(['Created', 'Newest']);
  });

  it('refuse a row wherever it is written', async () => {
    const id = await account();
    await addFault({
      match: { object: 'Account' },
      times: null,
      effect: {
        type: 'rowError',
        errorCode: 'UNABLE_TO_LOCK_ROW',
        message: 'unable to obtain exclusive access to this record',
        operations: ['update'],
        id: id.slice(0, 15),
      },
    });
    const other = await account();
    expect(
      (await admin.patch(`/sobjects/Account/${id}`, { Name: 'x' })).json,
    ).toEqual([
      {
        message: 'unable to obtain exclusive access to this record',
        errorCode: 'UNABLE_TO_LOCK_ROW',
        fields: [],
      },
    ]);
    const { json } = await admin.patch('/composite/sobjects', {
      records: [id, other].map(rowId => ({
        attributes: { type: 'Account' },
        id: rowId,
        Name: 'y',
      })),
    });
    expect(json).toMatchObject([
      { success: false, errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW' }] },
      { success: true },
    ]);
  });

  it('meet logins and SOAP calls as well', async () => {
    await addFault({
      match: { path: '/oauth2/token' },
      effect: { type: 'answer', status: 500, body: { error: 'server_error' } },
    });
    const answer = await nobody.form('/services/oauth2/token', {});
    expect(answer).toMatchObject({
      status: 500,
      json: { error: 'server_error' },
    });
    await addFault({
      match: { path: '/Soap/' },
      effect: { type: 'html', status: 503 },
    });
    expect((await nobody.post('/services/Soap/u/63.0')).status).toBe(503);
  });

  it('are refused when they make no sense', async () => {
    expect((await addFault({ effect: { type: 'nonsense' } })).status).toBe(400);
    expect(
      (
        await addFault({
          effect: { type: 'rowError', errorCode: 'X' },
        })
      ).status,
    ).toBe(400);
  });
});
