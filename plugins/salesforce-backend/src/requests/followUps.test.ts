import type { Knex } from 'knex';
import { TestPlugin } from '../__testUtils__/startTestPlugin';
import { testDatabases } from '../__testUtils__/testDatabases';
import type { RequestRow } from '../database/tables';
import type { RequestScope } from '../permissions/RequestDecisions';
import { scheduledWarnings } from './scheduledWarnings';

jest.setTimeout(60_000);

const databases = testDatabases();
const later = '2099-02-22';

describe.each(databases.eachSupportedId())('what was scheduled, %p', id => {
  let knex: Knex;
  let plugin: TestPlugin;

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await TestPlugin.start({ knex });
  });
  afterAll(() => plugin.stop());

  async function run(
    action: string,
    users: string[],
    more: Record<string, unknown> = {},
  ): Promise<string> {
    const { body } = await plugin
      .call('post', '/requests', { as: 'sam.okafor' })
      .send({ action, input: { users, ...more }, reason: 'A test' });
    if (!body.id) throw new Error(JSON.stringify(body));
    await plugin.until(body.id, 'succeeded');
    return body.id;
  }

  const undo = async (requestId: string) => {
    const { body } = await plugin
      .call('post', `/requests/${requestId}/undo`, { as: 'sam.okafor' })
      .send({ comment: 'A test' });
    await plugin.until(body.id, 'succeeded');
  };

  const row = (name: string) => {
    const { store } = plugin.org.org;
    const user = [...store.all('User')].find(
      ({ Username }) => Username === name,
    );
    const login = [...store.all('UserLogin')].find(
      ({ UserId }) => UserId === user?.Id,
    );
    return { user, login };
  };
  const isFrozen = (name: string) => row(name).login?.IsFrozen;

  const scheduledBy = async (requestId: string) => {
    const found = await knex<RequestRow>('salesforce_requests')
      .where({ follow_up_of: requestId })
      .first();
    if (!found) throw new Error('Nothing was scheduled');
    return found;
  };

  /** The time that something was scheduled for has come. */
  async function comeTrue(requestId: string): Promise<Record<string, any>> {
    const followUp = await scheduledBy(requestId);
    await knex('salesforce_jobs')
      .where({ request_id: followUp.id })
      .update({ run_at: new Date().toISOString() });
    await plugin.runTask('salesforce-work');
    return (await plugin.until(followUp.id, 'succeeded')).body;
  }

  it('takes back what was given until then', async () => {
    const freeze = await run('salesforce_freeze_user', ['marco@acme.com'], {
      until: later,
    });
    expect(isFrozen('marco@acme.com')).toBe(true);
    await comeTrue(freeze);
    expect(isFrozen('marco@acme.com')).toBe(false);
  });

  it('leaves alone what somebody decided anew since, and says who', async () => {
    const users = ['dan@acme.com', 'ari@acme.com'];
    const freeze = await run('salesforce_freeze_user', users, { until: later });
    await run('salesforce_unfreeze_user', ['dan@acme.com']);
    const forGood = await run('salesforce_freeze_user', ['dan@acme.com']);
    const done = await comeTrue(freeze);
    expect(isFrozen('dan@acme.com')).toBe(true);
    expect(isFrozen('ari@acme.com')).toBe(false);
    const { body } = await plugin.call('get', `/requests/${forGood}`);
    expect(done.plan.leftOut).toEqual([
      expect.objectContaining({
        target: expect.objectContaining({ label: 'Dan Novak' }),
        reason: `Request ${body.number} decided anew about it since`,
      }),
    ]);
    await run('salesforce_unfreeze_user', ['dan@acme.com']);
  });

  it('happens all the same after something that was taken back in between', async () => {
    const freeze = await run('salesforce_freeze_user', ['dan.nowak@acme.com'], {
      until: later,
    });
    await undo(await run('salesforce_unfreeze_user', ['dan.nowak@acme.com']));
    expect(isFrozen('dan.nowak@acme.com')).toBe(true);
    await comeTrue(freeze);
    expect(isFrozen('dan.nowak@acme.com')).toBe(false);
  });

  it('is about those alone to whom it was done', async () => {
    await run('salesforce_freeze_user', ['foo.bar@acme.com']);
    const freeze = await run(
      'salesforce_freeze_user',
      ['foo.bar@acme.com', 'ann.lee@acme.com'],
      { until: later },
    );
    const targets = await knex('salesforce_request_targets')
      .where({ request_id: (await scheduledBy(freeze)).id })
      .select('label');
    expect(targets).toEqual([{ label: 'Ann Lee' }]);
  });

  it('still comes for those whom an undo did not reach, and the rest can be undone again', async () => {
    const users = ['zoe.mueller@acme.com', 'sean.obrien@acme.com'];
    const freeze = await run('salesforce_freeze_user', users, { until: later });
    plugin.org.faults.add({
      match: { object: 'UserLogin' },
      times: null,
      effect: {
        type: 'rowError',
        errorCode: 'INVALID_CROSS_REFERENCE_KEY',
        message: 'invalid cross reference id',
        id: row(users[1]).login?.Id,
      },
    });
    const post = async (path: string) =>
      (
        await plugin
          .call('post', path, { as: 'sam.okafor' })
          .send({ comment: 'A test' })
      ).body;
    const first = await post(`/requests/${freeze}/undo`);
    await plugin.until(first.id, 'needs_admin');
    expect(await post(`/requests/${first.id}/undo`)).toMatchObject({
      error: { message: expect.stringContaining('withdraw it') },
    });
    await post(`/requests/${first.id}/cancel`);
    await plugin.until(first.id, 'partly_failed');
    plugin.org.faults.clear();
    expect(users.map(isFrozen)).toEqual([false, true]);
    expect(await scheduledBy(freeze)).toMatchObject({ state: 'scheduled' });

    const second = await post(`/requests/${freeze}/undo`);
    const { body } = await plugin.until(second.id, 'succeeded');
    expect(body.plan.changes).toHaveLength(1);
    expect(users.map(isFrozen)).toEqual([false, false]);
    expect(await scheduledBy(freeze)).toMatchObject({ state: 'cancelled' });
    expect(body.undo).toContain('does again what this took back');
  });

  it('is said to whoever asks for the same meanwhile', async () => {
    const until = { until: later };
    const freeze = await run(
      'salesforce_freeze_user',
      ['li.wei@acme.com'],
      until,
    );
    const { number } = await scheduledBy(freeze);
    const { body } = await plugin
      .call('post', '/drafts', { as: 'sam.okafor' })
      .send({
        action: 'salesforce_freeze_user',
        input: { users: ['li.wei@acme.com'] },
      });
    expect(body.plan.warnings).toEqual([
      `On 22 Feb 2099 request ${number} is to "Unfreeze 李 伟"; withdraw it if that is not wanted any more`,
    ]);
    // Who may not see that request learns no more of it than they need.
    const { user } = row('li.wei@acme.com');
    const warned = (scope: RequestScope) =>
      scheduledWarnings({
        knex,
        orgId: 'acme',
        actionId: 'salesforce_freeze_user',
        targets: [{ object: 'User', id: user?.Id ?? null, label: 'Li Wei' }],
        scope,
      });
    expect(await warned({ kind: 'none' })).toEqual([
      'On 22 Feb 2099 a request that you may not see is to take it back',
    ]);
    expect(await warned({ kind: 'all' })).toEqual(body.plan.warnings);
    const other = await plugin
      .call('post', '/drafts', { as: 'sam.okafor' })
      .send({
        action: 'salesforce_reset_password',
        input: { users: ['li.wei@acme.com'] },
      });
    expect(other.body.plan.warnings).not.toContainEqual(
      expect.stringContaining(`request ${number}`),
    );
  });
});
