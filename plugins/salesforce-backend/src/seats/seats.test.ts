import type { RequestSeats } from '@salesdesk/backstage-plugin-salesforce-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { TestPlugin } from '../__testUtils__/startTestPlugin';
import { testDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(60_000);

const databases = testDatabases();
const platform = 'Salesforce Platform';

/** Only Sam looks after orgs. */
function allows(permission: string, options: unknown) {
  const result: AuthorizeResult.ALLOW | AuthorizeResult.DENY =
    permission === 'salesforce.org.manage' &&
    !JSON.stringify(options).includes('sam.okafor')
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW;
  return { result };
}

describe.each(databases.eachSupportedId())('waiting for a seat on %s', id => {
  let knex: Knex;
  let plugin: TestPlugin;

  const sweep = () => plugin.runTask('salesforce-seat-queue');
  const seatsOf = async (requestId: string, as?: string) =>
    (await plugin.call('get', `/requests/${requestId}/seats`, { as }))
      .body as RequestSeats;
  const wait = (requestId: string, as?: string) =>
    plugin.call('post', `/requests/${requestId}/seats/queue`, { as });
  const leave = (requestId: string, as?: string) =>
    plugin.call('delete', `/requests/${requestId}/seats/queue`, { as });

  /** Asks for a user with a licence that is full; the request gets stuck. */
  async function newcomer(name: string, as = 'erin.walsh') {
    const { body } = await plugin.call('post', '/requests', { as }).send({
      action: 'salesforce_create_user',
      input: {
        firstName: name,
        lastName: 'Newcomer',
        email: `${name.toLowerCase()}@newcomers.test`,
        username: `${name.toLowerCase()}.${id.toLowerCase()}@newcomers.test`,
        profile: 'Standard Platform User',
      },
    });
    if (!body.id) throw new Error(JSON.stringify(body));
    await plugin.until(body.id, 'needs_admin');
    return body.id as string;
  }

  /** Somebody leaves, outside Salesdesk, and their seat is free. */
  function freeSeat() {
    const { store } = plugin.org.org;
    const profile = [...store.all('Profile')].find(
      ({ Name }) => Name === 'Standard Platform User',
    );
    const user = [...store.all('User')].find(
      ({ ProfileId, IsActive, Username }) =>
        IsActive === true &&
        ProfileId === profile?.Id &&
        String(Username) !== 'tom.becker@acme.com' &&
        !String(Username).includes('newcomers'),
    );
    return plugin.call('post', '/requests', { as: 'sam.okafor' }).send({
      action: 'salesforce_deactivate_user',
      input: { users: [String(user?.Username)] },
      reason: 'Left',
    });
  }

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await TestPlugin.start({
      knex,
      permissions: {
        authorize: async (asked, options) =>
          asked.map(({ permission }) => allows(permission.name, options)),
        authorizeConditional: async (asked, options) =>
          asked.map(({ permission }) => allows(permission.name, options)),
      },
    });
  }, 60_000);

  afterAll(() => plugin.stop());

  it('runs who came first when a seat is free, and shows the place of the others', async () => {
    const first = await newcomer('Ada');
    const second = await newcomer('Ben', 'priya.raman');
    const third = await newcomer('Cleo');

    const seats = await seatsOf(first);
    expect(seats).toMatchObject({
      mayWait: true,
      mayLeave: false,
      pools: [
        {
          kind: 'user_license',
          name: platform,
          needed: 1,
          total: 20,
          used: 20,
        },
      ],
    });
    // Whoever could give a seat back, each with the request that does it.
    const [{ holders }] = seats.pools;
    expect(holders.length).toBeGreaterThan(0);
    for (const holder of holders) {
      expect(holder.action).toBe('salesforce_deactivate_user');
      expect(holder.input).toEqual({ users: [holder.username] });
      expect(['frozen', 'never_logged_in', 'no_login']).toContain(
        holder.reason,
      );
    }

    // Neither somebody else's, nor twice.
    expect((await wait(first, 'tom.becker')).status).toBe(403);
    expect((await wait(first)).body.queue).toMatchObject({ position: 1 });
    expect((await wait(first)).status).toBe(409);
    expect((await wait(second, 'sam.okafor')).body.queue.position).toBe(2);
    expect((await wait(third)).body.queue.position).toBe(3);
    await sweep();
    expect((await seatsOf(second)).queue).toMatchObject({
      position: 2,
      started: false,
    });
    const { body: waiting } = await plugin.call('get', `/requests/${first}`);
    expect(waiting).toMatchObject({
      state: 'needs_admin',
      waitingFor: `a free seat of ${platform}`,
    });

    // The second gives up; the third moves up.
    expect((await leave(second, 'priya.raman')).status).toBe(200);
    expect((await leave(second, 'priya.raman')).status).toBe(409);
    expect((await seatsOf(third)).queue?.position).toBe(2);

    const left = await freeSeat();
    await plugin.until(left.body.id, 'succeeded');
    // Two replicas at once start it once.
    await Promise.all([sweep(), sweep()]);
    await plugin.until(first, 'succeeded');
    await sweep();
    expect(await seatsOf(first)).toMatchObject({ pools: [], mayLeave: false });
    expect((await seatsOf(third)).queue).toMatchObject({
      position: 1,
      started: false,
    });
    await plugin.until(third, 'needs_admin');

    // Withdrawn, it holds no place.
    await plugin.call('post', `/requests/${third}/cancel`).send({});
    await sweep();
    expect(await knex('salesforce_seat_queue').select()).toEqual([]);
    const { body: log } = await plugin.call(
      'get',
      `/requests/${first}/timeline?limit=100`,
    );
    expect(log.items.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining([
        'request.needs_admin',
        'request.seat_awaited',
        'request.retried',
        'request.succeeded',
      ]),
    );
  });

  it('keeps its place when somebody else was faster in Salesforce', async () => {
    const requestId = await newcomer('Dora');
    await wait(requestId);
    const [{ number }] = await knex('salesforce_seat_queue').select();
    // Started with a seat that is gone by the time it runs.
    const left = await freeSeat();
    await plugin.until(left.body.id, 'succeeded');
    const other = await plugin
      .call('post', '/requests', { as: 'sam.okafor' })
      .send({
        action: 'salesforce_create_user',
        input: {
          firstName: 'Early',
          lastName: 'Bird',
          email: 'early@newcomers.test',
          username: `early.${id.toLowerCase()}@newcomers.test`,
          profile: 'Standard Platform User',
        },
      });
    await plugin.until(other.body.id, 'succeeded');
    await plugin
      .call('post', `/requests/${requestId}/retry`, { as: 'sam.okafor' })
      .send({});
    await plugin.until(requestId, 'needs_admin');
    await sweep();
    expect(await knex('salesforce_seat_queue').select()).toMatchObject([
      { number, request_id: requestId, state: 'waiting' },
    ]);
  });

  it('takes nothing into the queue that a seat would not help', async () => {
    const { body } = await plugin.call('post', '/requests').send({
      action: 'salesforce_reset_password',
      input: { users: ['me'] },
    });
    await plugin.until(body.id, 'succeeded');
    expect((await wait(body.id)).status).toBe(409);
    expect(await seatsOf(body.id)).toMatchObject({ pools: [], mayWait: false });
  });
});
