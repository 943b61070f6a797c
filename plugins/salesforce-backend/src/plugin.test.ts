import { mockCredentials } from '@backstage/backend-test-utils';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import { ChainVerifier } from '@salesdesk/audit-verify';
import { salesforcePermissions } from '@salesdesk/backstage-plugin-salesforce-common';
import { TestPlugin } from './__testUtils__/startTestPlugin';
import { testDatabases } from './__testUtils__/testDatabases';

const databases = testDatabases();

const freeze = {
  action: 'salesforce_freeze_user',
  input: { users: ['marco@acme.com'] },
};

const allow: DefinitivePolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: DefinitivePolicyDecision = { result: AuthorizeResult.DENY };

/** Everything is allowed, but nothing runs without approval. */
const approvalNeeded: Partial<PermissionsService> = {
  authorizeConditional: async queries =>
    queries.map(({ permission }) =>
      permission.name === 'salesforce.request.skip-approval' ? deny : allow,
    ),
  authorize: async queries => queries.map(() => allow),
};

describe.each(databases.eachSupportedId())('the plugin, %p', databaseId => {
  let plugin: TestPlugin;

  beforeAll(async () => {
    plugin = await TestPlugin.start({
      knex: await databases.init(databaseId),
      permissions: approvalNeeded,
    });
  }, 60_000);

  afterAll(() => plugin.stop());

  it('takes a request from the form to Salesforce and the record', async () => {
    const draft = await plugin.call('post', '/drafts').send(freeze);
    expect(draft).toMatchObject({ status: 200, body: { valid: true } });
    const submitted = await plugin
      .call('post', '/requests')
      .set('idempotency-key', 'one')
      .send({ ...freeze, planDigest: draft.body.plan.digest });
    expect(submitted).toMatchObject({
      status: 201,
      body: { number: 1, state: 'awaiting_approval' },
    });
    const again = await plugin
      .call('post', '/requests')
      .set('idempotency-key', 'one')
      .send({ ...freeze, planDigest: draft.body.plan.digest });
    expect(again).toMatchObject({
      status: 200,
      body: { id: submitted.body.id },
    });

    const inbox = await plugin.call('get', '/requests?view=to_review', {
      as: 'tom.becker',
    });
    const [waiting] = inbox.body.items;
    expect(waiting.allowedActions).toContain('approve');
    const approved = await plugin
      .call('post', `/requests/${waiting.id}/reviews`, { as: 'tom.becker' })
      .send({ decision: 'approve', planDigest: waiting.planDigest });
    expect(approved).toMatchObject({ status: 200 });

    const done = await plugin.until(waiting.id, 'succeeded');
    expect(done.body).toMatchObject({ outcomes: { applied: 1 } });
    const updates = plugin.org.journal
      .entries()
      .filter(({ kind }) => kind === 'update');
    expect(updates).toMatchObject([
      { object: 'UserLogin', after: { IsFrozen: true } },
    ]);
    await plugin.untilNotified('Waiting for your review: Freeze Marco Bianchi');
    await plugin.untilNotified('Done: Freeze Marco Bianchi');
    expect(plugin.auditorEvents).toEqual([
      'request-submit succeeded',
      'request-submit succeeded',
      'request-review succeeded',
    ]);
  });

  it('exports the audit log as lines that verify', async () => {
    const answer = await plugin
      .call('get', '/audit/export')
      .buffer(true)
      .parse((res, done) => {
        let text = '';
        res.on('data', chunk => {
          text += chunk;
        });
        res.on('end', () => done(null, text));
      });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('application/x-ndjson');
    const lines = String(answer.body).trim().split('\n');
    expect(lines.length).toBeGreaterThan(5);
    const verifier = new ChainVerifier();
    expect(lines.every(line => verifier.addLine(line))).toBe(true);
  });

  it('serves its OpenAPI document and its permission rules', async () => {
    const document = await plugin.call('get', '/openapi.json');
    expect(document).toMatchObject({
      status: 200,
      body: { info: { title: 'salesforce' } },
    });
    const metadata = await plugin.call(
      'get',
      '/.well-known/backstage/permissions/metadata',
      { authorization: mockCredentials.service.header() },
    );
    expect(metadata.status).toBe(200);
    const rules = metadata.body.rules.map(({ name }: { name: string }) => name);
    expect(rules).toEqual([
      'IS_REQUESTER',
      'IS_OWN_USER',
      'OWNS_TARGETS',
      'HAS_ACTION',
      'HAS_RISK_AT_MOST',
      'IN_ORG',
      'TARGET_IN_GROUP',
      'IS_MANAGER_OF_REQUESTER',
      'SIZE_AT_MOST',
    ]);
    const names = (permissions: Array<{ name: string }>) =>
      permissions.map(({ name }) => name).sort();
    expect(names(metadata.body.permissions)).toEqual(
      names(salesforcePermissions),
    );
  });

  it('applies conditions for the permission framework', async () => {
    const { body } = await plugin.call('get', '/requests');
    const answer = await plugin
      .call('post', '/.well-known/backstage/permissions/apply-conditions', {
        authorization: mockCredentials.service.header(),
      })
      .send({
        items: ['user:default/erin.walsh', 'user:default/sam.okafor'].map(
          (ref, index) => ({
            id: String(index),
            resourceRef: body.items[0].id,
            resourceType: 'salesforce-request',
            conditions: {
              rule: 'IS_REQUESTER',
              resourceType: 'salesforce-request',
              params: { userRefs: [ref] },
            },
          }),
        ),
      });
    expect(answer.body).toEqual({
      items: [
        { id: '0', result: 'ALLOW' },
        { id: '1', result: 'DENY' },
      ],
    });
  });

  it('lets nobody in without a sign-in, and services only where no person is needed', async () => {
    expect(
      await plugin.call('get', '/requests', {
        authorization: mockCredentials.none.header(),
      }),
    ).toMatchObject({ status: 401 });
    const authorization = mockCredentials.service.header();
    expect(
      await plugin.call('post', '/requests', { authorization }).send(freeze),
    ).toMatchObject({
      status: 403,
      body: { error: { code: 'not_a_person' } },
    });
    expect(
      await plugin.call('get', '/audit/status', { authorization }),
    ).toMatchObject({ status: 200 });
  });
});
