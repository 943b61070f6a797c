import type {
  Blocker,
  RequestSeats,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Row } from '@salesdesk/salesforce-org';
import type { Knex } from 'knex';
import { TestPlugin } from '../__testUtils__/startTestPlugin';
import { testDatabases } from '../__testUtils__/testDatabases';
import { testGateway } from '../__testUtils__/testOrg';
import type { PlannedWork } from '../executor/PlannedWork';
import { nameFullPools } from './nameFullPools';
import { poolsOf } from './pools';

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

    // Withdrawn, it holds no place, from that moment on.
    const fourth = await newcomer('Quinn');
    expect((await wait(fourth)).body.queue.position).toBe(2);
    await plugin.call('post', `/requests/${third}/cancel`).send({});
    expect((await seatsOf(fourth)).queue?.position).toBe(1);
    expect(await seatsOf(third)).toMatchObject({ mayLeave: false });
    expect(await seatsOf(third)).not.toHaveProperty('queue');
    await plugin.call('post', `/requests/${fourth}/cancel`).send({});
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

  it('names the licence when its last seat is taken between plan and call, and lets it wait', async () => {
    const left = await freeSeat();
    await plugin.until(left.body.id, 'succeeded');
    const hold = plugin.org.faults.add({
      match: { method: 'POST', path: '/composite/sobjects', object: 'User' },
      effect: { type: 'hold' },
    });
    const submitted = newcomer('Finn');
    while (plugin.org.faults.held(hold.id) === 0) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    // The plan found a seat; somebody in Salesforce is faster than the call.
    const { org } = plugin.org;
    const [profile] = org.store.findBy(
      'Profile',
      'Name',
      'Standard Platform User',
    );
    const [inactive] = [...org.store.all('User')].filter(
      ({ ProfileId, IsActive }) =>
        ProfileId === profile.Id && IsActive === false,
    );
    org.dml.update(org.systemContext(), 'User', inactive.Id, {
      IsActive: true,
    });
    plugin.org.faults.remove(hold.id);

    const requestId = await submitted;
    const { body: request } = await plugin.call(
      'get',
      `/requests/${requestId}`,
    );
    expect(request.blockers).toMatchObject([
      {
        code: 'license_limit_exceeded',
        message: `Create Finn Newcomer with the profile "Standard Platform User": no ${platform} licence was free any more. 20 of 20 are in use`,
        pool: {
          kind: 'user_license',
          name: platform,
          needed: 1,
          total: 20,
          used: 20,
        },
      },
    ]);
    const seats = await seatsOf(requestId);
    expect(seats).toMatchObject({
      mayWait: true,
      pools: [{ name: platform, total: 20, used: 20 }],
    });
    expect(seats.pools[0].holders.length).toBeGreaterThan(0);
    const { body: waits } = await wait(requestId);
    expect(waits.queue.started).toBe(false);
    // Who came earlier has their turn first.
    const ahead = await knex('salesforce_seat_queue')
      .whereNot({ request_id: requestId })
      .pluck<string[]>('request_id');
    for (const earlier of ahead) await leave(earlier);
    const again = await freeSeat();
    await plugin.until(again.body.id, 'succeeded');
    await sweep();
    await plugin.until(requestId, 'succeeded');
  });

  it('knows the licence behind every change that takes a seat', async () => {
    const { org } = plugin.org;
    const first = (object: string, where: (row: Row) => boolean = () => true) =>
      [...org.store.all(object)].find(where)!;
    const profile = first('Profile', ({ Name }) => Name === 'Standard User');
    const user = first('User', ({ ProfileId }) => ProfileId === profile.Id);
    const seat = first('PermissionSetLicense');
    const packaged = first('PackageLicense');
    const set = first('PermissionSet', ({ LicenseId }) =>
      String(LicenseId).startsWith('0PL'),
    );
    const change = (
      object: string,
      fields: Record<string, string | boolean>,
      recordId: string | null = null,
    ): PlannedWork => ({
      position: 0,
      outcome: 'failed',
      isIntended: false,
      attempts: 1,
      recordId,
      change: {
        object,
        recordId,
        operation: recordId ? 'update' : 'create',
        summary: 'Something',
        target: { object: 'User', id: null, label: 'Somebody' },
        fields: Object.entries(fields).map(([name, after]) => ({
          name,
          label: name,
          before: null,
          after,
        })),
      },
    });
    const work = [
      change('User', { ProfileId: profile.Id }),
      change('User', { IsActive: true }, user.Id),
      change('PermissionSetLicenseAssign', { PermissionSetLicenseId: seat.Id }),
      change('UserPackageLicense', { PackageLicenseId: packaged.Id }),
      change('PermissionSetAssignment', { PermissionSetId: set.Id }),
      change('Account', { Name: 'Needs none' }),
    ];
    const blocker: Blocker = {
      code: 'license_limit_exceeded',
      message: 'No licence is free',
      remedy: 'Wait',
    };
    const named = await nameFullPools({
      reader: testGateway(plugin.org),
      work,
      blockers: new Map(work.map((_, position) => [position, blocker])),
    });
    expect(
      [...named.values()].map(({ pool }) => pool && `${pool.kind} ${pool.id}`),
    ).toEqual([
      `user_license ${profile.UserLicenseId}`,
      `user_license ${profile.UserLicenseId}`,
      `permission_set_license ${seat.Id}`,
      `package_license ${packaged.Id}`,
      `permission_set_license ${set.LicenseId}`,
      undefined,
    ]);
    // Two users lack two seats of one licence, which is one pool.
    expect(poolsOf([named.get(0)!, named.get(1)!])).toMatchObject([
      { id: profile.UserLicenseId, needed: 2 },
    ]);
    expect(poolsOf([...named.values()])).toEqual([]);
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
