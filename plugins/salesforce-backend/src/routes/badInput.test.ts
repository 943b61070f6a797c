import type { FaultRuleInput } from '@salesdesk/salesforce-org';
import { builtInActions } from '../actions';
import { basePolicy } from '../policy/defaultPolicies';
import { TestPlugin } from '../__testUtils__/startTestPlugin';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

const unknownId = '00000000-0000-4000-8000-000000000000';
const huge = 'x'.repeat(20 * 1024);
const nasty = `'; DROP TABLE requests; -- " \\ 🙂 \u202e`;

describe('bad input', () => {
  let plugin: TestPlugin;
  const counts = async () => {
    const { body } = await plugin.call('get', '/requests?limit=200');
    return body.items.length;
  };

  beforeAll(async () => {
    plugin = await TestPlugin.start();
  }, 60_000);

  afterAll(() => plugin.stop());

  it.each<[Method, string, unknown, number, string | undefined]>([
    // bodies of the wrong shape
    ['post', '/drafts', undefined, 400, 'invalid_input'],
    ['post', '/drafts', [], 400, 'invalid_input'],
    ['post', '/drafts', { action: 1, input: {} }, 400, 'invalid_input'],
    ['post', '/drafts', { action: 'x', input: 'y' }, 400, 'invalid_input'],
    [
      'post',
      '/drafts',
      { action: 'x', input: {}, more: 1 },
      400,
      'invalid_input',
    ],
    ['post', '/requests', { input: {} }, 400, 'invalid_input'],
    ['post', '/requests', { action: 'x' }, 400, 'invalid_input'],
    ['post', '/requests', { action: huge, input: {} }, 400, 'invalid_input'],
    ['post', `/requests/${unknownId}/reviews`, {}, 400, 'invalid_input'],
    [
      'post',
      `/requests/${unknownId}/reviews`,
      { decision: 'maybe', planDigest: 'x' },
      400,
      'invalid_input',
    ],
    ['post', '/reviews', { reviews: [] }, 400, 'invalid_input'],
    [
      'post',
      `/requests/${unknownId}/cancel`,
      { comment: huge },
      400,
      'invalid_input',
    ],
    [
      'post',
      `/requests/${unknownId}/retry`,
      { repeatUnknown: 'yes' },
      400,
      'invalid_input',
    ],
    ['post', '/orgs', { id: 'Not an id' }, 400, 'invalid_input'],
    ['post', '/orgs/validate', {}, 400, 'invalid_input'],
    ['patch', '/orgs/acme', { paused: 'yes' }, 400, 'invalid_input'],
    ['put', '/policies/salesforce_freeze_user', {}, 400, 'invalid_input'],
    ['post', '/policies/evaluate', { person: 1 }, 400, 'invalid_input'],
    // nobody would be reminded any more
    [
      'put',
      '/policies/salesforce_freeze_user',
      { policy: { ...basePolicy, remindAfter: 'P20D' }, expectedVersion: 0 },
      400,
      'invalid_input',
    ],
    [
      'post',
      '/policies/evaluate',
      {
        action: 'salesforce_freeze_user',
        person: 'user:default/erin.walsh',
        policy: { ...basePolicy, expiresAfter: 'soon' },
      },
      400,
      'invalid_input',
    ],
    // parameters
    ['get', '/requests?limit=0', undefined, 400, 'invalid_input'],
    ['get', '/requests?limit=many', undefined, 400, 'invalid_input'],
    ['get', '/requests?state=unheard_of', undefined, 400, 'invalid_input'],
    ['get', '/requests?colour=red', undefined, 400, 'invalid_input'],
    ['get', '/requests?cursor=nonsense', undefined, 400, 'invalid_input'],
    ['get', '/requests?view=theirs', undefined, 400, 'invalid_input'],
    ['get', '/requests?q=%00', undefined, 400, 'invalid_input'],
    ['get', '/audit/entries?from=yesterday', undefined, 400, 'invalid_input'],
    ['get', '/audit/entries?cursor=nonsense', undefined, 400, 'invalid_input'],
    ['get', '/audit/entries/nothing', undefined, 400, 'invalid_input'],
    ['get', '/audit/export?fromSequence=-1', undefined, 400, 'invalid_input'],
    ['get', '/salesforce-users', undefined, 400, 'invalid_input'],
    ['get', '/orgs/acme/options/colour', undefined, 400, 'invalid_input'],
    [
      'delete',
      '/policies/salesforce_freeze_user',
      undefined,
      400,
      'invalid_input',
    ],
    // what is not there
    [
      'post',
      '/drafts',
      { action: 'salesforce_dance', input: {} },
      404,
      'not_found',
    ],
    ['post', '/requests', { action: nasty, input: {} }, 404, 'not_found'],
    [
      'post',
      '/drafts',
      {
        action: 'salesforce_freeze_user',
        org: 'nowhere',
        input: { users: ['x'] },
      },
      404,
      'org_not_found',
    ],
    ['get', `/requests/${unknownId}`, undefined, 404, 'not_found'],
    [
      'get',
      `/requests/${encodeURIComponent(nasty)}`,
      undefined,
      404,
      'not_found',
    ],
    ['get', `/requests/${unknownId}/changes`, undefined, 404, 'not_found'],
    ['get', `/requests/${unknownId}/timeline`, undefined, 404, 'not_found'],
    ['get', `/requests/${unknownId}/undo`, undefined, 404, 'not_found'],
    [
      'post',
      `/requests/${unknownId}/reviews`,
      { decision: 'approve', planDigest: 'x' },
      404,
      'not_found',
    ],
    ['post', `/requests/${unknownId}/cancel`, {}, 404, 'not_found'],
    ['post', `/requests/${unknownId}/retry`, {}, 404, 'not_found'],
    ['post', `/requests/${unknownId}/undo`, {}, 404, 'not_found'],
    ['get', '/orgs/nowhere', undefined, 404, 'org_not_found'],
    ['patch', '/orgs/nowhere', { title: 'X' }, 404, 'org_not_found'],
    ['delete', '/orgs/nowhere', undefined, 404, 'org_not_found'],
    ['post', '/orgs/nowhere/validate', undefined, 404, 'org_not_found'],
    ['get', '/orgs/nowhere/log', undefined, 404, 'org_not_found'],
    ['get', '/orgs/nowhere/options/profile', undefined, 404, 'org_not_found'],
    ['get', '/policies/salesforce_dance', undefined, 404, 'not_found'],
    ['get', '/policies/salesforce_run_soql', undefined, 404, 'not_found'],
    ['get', '/policies/salesforce_dance/versions', undefined, 404, 'not_found'],
    ['get', '/audit/entries/999999', undefined, 404, 'not_found'],
    [
      'get',
      '/salesforce-users?person=user%3Adefault%2Fnobody',
      undefined,
      404,
      'not_found',
    ],
    // the wrong kind of action
    [
      'post',
      '/actions/salesforce_freeze_user/run',
      { input: {} },
      400,
      'invalid_input',
    ],
    [
      'post',
      '/requests',
      {
        action: 'salesforce_run_soql',
        input: { query: 'SELECT Id FROM User' },
      },
      400,
      'invalid_input',
    ],
    // states
    [
      'delete',
      '/policies/salesforce_freeze_user?expectedVersion=7',
      undefined,
      409,
      'version_conflict',
    ],
  ])(
    '%s %s %j is answered with %i',
    async (method, path, body, status, code) => {
      const before = await counts();
      const call = plugin.call(method, path);
      const answer =
        body === undefined ? await call : await call.send(body as object);
      expect({ status: answer.status, error: answer.body.error }).toMatchObject(
        {
          status,
          error: { code, message: expect.stringMatching(/\w{3}/) },
        },
      );
      expect(answer.body.response).toEqual({ statusCode: status });
      expect(JSON.stringify(answer.body)).not.toMatch(
        /salesforce_requests|node_modules/,
      );
      expect(await counts()).toBe(before);
    },
  );

  it.each<[string, string, Record<string, unknown>]>([
    ['wrong types', 'users', { users: 'marco@acme.com' }],
    ['nobody', 'users', { users: [] }],
    ['an unknown field', 'colour', { users: ['marco@acme.com'], colour: 1 }],
    ['an unknown user', 'users.0', { users: ['nobody@acme.com'] }],
    ['an unknown id', 'users.0', { users: ['005000000000999AAA'] }],
    ['the id of something else', 'users.0', { users: ['001000000000001AAA'] }],
    ['quotes and backslashes', 'users.0', { users: [nasty] }],
    ['20 KB', 'users.0', { users: [huge] }],
    ['a NUL', 'users.0', { users: ['marco\u0000'] }],
    ['a wildcard', 'users.0', { users: ['%'] }],
    ['a date in words', 'until', { users: ['marco@acme.com'], until: 'soon' }],
  ])(
    'a user reference with %s is refused at its field',
    async (_, path, input) => {
      const answer = await plugin
        .call('post', '/requests')
        .send({ action: 'salesforce_freeze_user', input });
      expect(answer).toMatchObject({
        status: 400,
        body: {
          error: {
            name: 'InputError',
            fields: expect.arrayContaining([
              expect.objectContaining({ path, message: expect.any(String) }),
            ]),
          },
        },
      });
      const draft = await plugin
        .call('post', '/drafts')
        .send({ action: 'salesforce_freeze_user', input });
      const saying =
        draft.status === 400
          ? 'refused'
          : [draft.status, draft.body.valid, draft.body.errors?.[0]?.path];
      expect(['refused', [200, false, path]]).toContainEqual(saying);
      expect(await counts()).toBe(0);
    },
  );

  it('takes a condition only as one condition', async () => {
    const answer = await plugin.call('post', '/requests').send({
      action: 'salesforce_freeze_user',
      input: { users: ["where:Id != null) OR (Name != ''"] },
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_query' } },
    });
  });

  it.each(['/requests?q=%', '/requests/%ED%A0%80', '/orgs/%zz'])(
    'says what is wrong with the address %s',
    async path => {
      expect(await plugin.call('get', path)).toMatchObject({
        status: 400,
        body: {
          error: {
            code: 'invalid_input',
            message: expect.stringContaining('a percent sign as %25'),
          },
        },
      });
    },
  );

  it.each<[string, string, number, string]>([
    ['text/plain', '{}', 415, 'set the header content-type to application/'],
    ['application/json', '"x"', 400, 'The body is not a JSON object or list'],
    ['application/json; charset=latin9', '{}', 415, 'send it as UTF-8'],
  ])('says what is wrong with %s %s', async (type, body, status, message) => {
    const answer = await plugin
      .call('post', '/drafts')
      .set('content-type', type)
      .send(body);
    expect(answer).toMatchObject({
      status,
      body: {
        response: { statusCode: status },
        error: {
          code: 'invalid_input',
          message: expect.stringContaining(message),
        },
      },
    });
  });

  it('refuses half a character and nesting without end, at the field', async () => {
    for (const users of ['["a\\ud800"]', '['.repeat(99) + ']'.repeat(99)]) {
      const answer = await plugin
        .call('post', '/drafts')
        .set('content-type', 'application/json')
        .send(`{"action":"salesforce_freeze_user","input":{"users":${users}}}`);
      expect(answer).toMatchObject({
        status: 400,
        body: {
          error: {
            code: 'invalid_input',
            fields: [{ path: expect.stringMatching(/^users\b/) }],
          },
        },
      });
    }
  });

  it('refuses what is not JSON, and what is too large', async () => {
    const broken = await plugin
      .call('post', '/drafts')
      .set('content-type', 'application/json')
      .send('{"action":');
    expect(broken).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_input' } },
    });
    const large = await plugin
      .call('post', '/drafts')
      .send({ action: 'x', input: { users: ['y'.repeat(5_000_000)] } });
    expect(large.status).toBe(413);
  });

  it('says that the org cannot be reached, keeps nothing, and goes on afterwards', async () => {
    const wish = {
      action: 'salesforce_freeze_user',
      input: { users: ['marco@acme.com'] },
    };
    await plugin.call('patch', '/orgs/acme').send({ paused: true });
    for (const path of ['/drafts', '/requests']) {
      expect(await plugin.call('post', path).send(wish)).toMatchObject({
        status: 409,
        body: { error: { code: 'org_paused' } },
      });
    }
    await plugin.call('patch', '/orgs/acme').send({ paused: false });
    expect(await counts()).toBe(0);
    expect(await plugin.call('post', '/drafts').send(wish)).toMatchObject({
      status: 200,
      body: { valid: true },
    });
  });

  it.each<[string, FaultRuleInput['effect'], string]>([
    ['at its daily limit', { type: 'limit' }, 'org_limit_reached'],
    [
      'busy with too many calls',
      { type: 'limit', limit: 'concurrent' },
      'org_limit_reached',
    ],
    ['out of reach', { type: 'loseReply', when: 'before' }, 'org_unreachable'],
    ['behind an error page', { type: 'html' }, 'org_unreachable'],
  ])('says that the org is %s, and keeps nothing', async (_, effect, code) => {
    const wish = {
      action: 'salesforce_freeze_user',
      input: { users: ['lena@acme.com'] },
    };
    plugin.org.faults.add({
      match: { path: '/services/data' },
      effect,
      times: null,
    });
    try {
      for (const path of ['/drafts', '/requests']) {
        const answer = await plugin.call('post', path).send(wish);
        expect(answer).toMatchObject({
          status: 503,
          body: { error: { name: 'ServiceUnavailableError', code } },
        });
      }
      expect(await counts()).toBe(0);
      expect(await plugin.call('get', '/requests')).toMatchObject({
        status: 200,
      });
    } finally {
      plugin.org.faults.clear();
    }
  });

  it('logs in again by itself when the session has ended', async () => {
    plugin.org.faults.add({ effect: { type: 'expireSession' } });
    const draft = await plugin.call('post', '/drafts').send({
      action: 'salesforce_freeze_user',
      input: { users: ['dan@acme.com'] },
    });
    expect(draft).toMatchObject({ status: 200, body: { valid: true } });
  });

  it.each(
    builtInActions.flatMap(action =>
      [
        ['an unknown field', { colour: 'red' }],
        ['a list', []],
        [
          'a number for every field',
          { users: 1, query: 1, account: 1, email: 1, search: 1 },
        ],
        [
          '20 KB for every field',
          {
            users: [huge],
            query: huge,
            account: huge,
            email: huge,
            search: huge,
          },
        ],
      ].map(([name, input]) => [action.id, name, action.kind, input] as const),
    ),
  )('%s refuses %s', async (id, _, kind, input) => {
    const answer =
      kind === 'read'
        ? await plugin.call('post', `/actions/${id}/run`).send({ input })
        : await plugin.call('post', '/requests').send({ action: id, input });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { name: 'InputError', code: 'invalid_input' } },
    });
    expect(await counts()).toBe(0);
  });
});
