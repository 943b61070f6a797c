import type { SalesforceOrgServer } from '@salesdesk/salesforce-org';
import type { Knex } from 'knex';
import { startTestOrg, stopTestOrgs } from '../../__testUtils__/testOrg';
import { applyMigrations } from '../../database/applyMigrations';
import { listChanges } from '../../database/operations/inventory/changes';
import { listSyncs } from '../../database/operations/inventory/syncs';
import { testDatabases } from '../../__testUtils__/testDatabases';
import { inventoryObjects } from '../model';
import {
  compareWithOrg,
  latest,
  orgId,
  syncReplica,
} from './__testUtils__/syncReplica';

jest.setTimeout(60_000);

const databases = testDatabases();

let server: SalesforceOrgServer;
let people: string[];

beforeAll(async () => {
  server = await startTestOrg({
    data: {
      generation: {
        users: 420,
        assignmentsPerUser: 5,
        groups: 20,
        permissionSets: 16,
        accounts: 1,
        contacts: 1,
        opportunities: 1,
        loginsPerUser: 2,
      },
    },
  });
  people = [...server.org.store.all('User')]
    .slice(20, 60)
    .map(user => String(user.Username));
});

afterAll(stopTestOrgs);

const replica = (knex: Knex, options: { budget?: number } = {}) =>
  syncReplica({ knex, server, people, ...options });

function stepOf({ steps }: Awaited<ReturnType<typeof latest>>) {
  return steps.find(({ object }) => object === 'User');
}

function system(): ReturnType<SalesforceOrgServer['org']['systemContext']> {
  return server.org.systemContext();
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await applyMigrations(knex);
  });

  beforeEach(async () => {
    server.faults.clear();
    server.requestLog.clear();
    for (const { table } of inventoryObjects) await knex(table).delete();
    for (const table of [
      'syncs',
      'sync_steps',
      'state',
      'stretches',
      'changes',
    ]) {
      await knex(`salesforce_inventory_${table}`).delete();
    }
  });

  it('copies everything that the org holds', async () => {
    const done = await replica(knex).run();
    expect([done.problem, done.state]).toEqual([null, 'succeeded']);
    const { here, there } = await compareWithOrg(knex, server);
    expect(here).toEqual(there);
    expect(here.User.length).toBeGreaterThan(400);
    // no record is news the first time
    expect(await listChanges({ knex, orgId, limit: 1 })).toEqual([]);
    expect(server.requestLog.counts().total).toBe(done.api_calls);
    // which this org does not have: said in words, and not that a query failed
    const { steps } = await latest(knex);
    expect(steps.find(({ object }) => object === 'Territory2')).toMatchObject({
      state: 'unavailable',
      problem:
        'Territories: the org has none, or does not show them to the integration user',
    });

    const [user] = await knex('salesforce_inventory_users')
      .where({ username: people[0] })
      .select('*');
    const row = server.org.store.findBy('User', 'Username', people[0])[0];
    expect(user).toMatchObject({
      id: row.Id,
      profile_id: row.ProfileId,
      person_ref: 'user:default/person-0',
    });
    expect(['active', 'inactive', 'frozen']).toContain(user.state);
    expect(user.license_id).toMatch(/^100/);
    const [own] = await knex('salesforce_inventory_permission_sets')
      .where({ label: 'System Administrator' })
      .select('permissions');
    expect(own.permissions).toContain(' ModifyAllData ');
  });

  it('records what changed since, with what was there before', async () => {
    const { run } = replica(knex);
    await run();
    const user = server.org.store.findBy('User', 'Username', people[1])[0];
    const assignments = [...server.org.store.all('PermissionSetAssignment')];
    const integration = server.org.store.findBy(
      'User',
      'Username',
      String(server.data.integrationUsername),
    )[0];
    const gone = assignments.find(({ AssigneeId, PermissionSetId }) => {
      const set = server.org.store.get(
        'PermissionSet',
        String(PermissionSetId),
      );
      return set?.Type === 'Regular' && AssigneeId !== integration.Id;
    });
    const [member] = [...server.org.store.all('GroupMember')];
    server.org.dml.update(system(), 'User', user.Id, { Title: 'Conductor' });
    server.org.dml.delete(system(), 'PermissionSetAssignment', gone!.Id);
    server.org.dml.delete(system(), 'GroupMember', member.Id);
    const created = server.org.dml.insert(system(), 'Group', {
      Name: `New ${databaseId}`,
      Type: 'Regular',
    });

    const done = await run('incremental');
    expect(done).toMatchObject({ state: 'succeeded', mode: 'incremental' });
    expect(done.api_calls).toBeLessThanOrEqual(10);
    const changes = await listChanges({ knex, orgId, limit: 50 });
    expect(
      changes.map(({ object, kind, record_id, fields }) => ({
        object,
        kind,
        id: record_id,
        fields: kind === 'changed' ? JSON.parse(fields ?? '[]') : undefined,
      })),
    ).toEqual(
      expect.arrayContaining([
        {
          object: 'User',
          kind: 'changed',
          id: user.Id,
          fields: [
            { column: 'title', before: user.Title ?? null, after: 'Conductor' },
          ],
        },
        { object: 'PermissionSetAssignment', kind: 'removed', id: gone!.Id },
        { object: 'GroupMember', kind: 'removed', id: member.Id },
        { object: 'Group', kind: 'added', id: created },
      ]),
    );
    const { here, there } = await compareWithOrg(knex, server);
    expect(here).toEqual(there);
    server.org.dml.update(system(), 'User', user.Id, { Title: null });
  });

  it('looks at everything anew where it cannot tell at a glance, and tells of nothing that is as it was', async () => {
    const { run } = replica(knex);
    await run();
    const user = server.org.store.findBy('User', 'Username', people[1])[0];
    const users = () => knex('salesforce_inventory_users');
    const before = await users().orderBy('id').select('*');
    // rows of before there were fingerprints, of which one is out of date
    await users().update({ fingerprint: null });
    await knex('salesforce_inventory_stretches').delete();
    await users().where({ id: user.Id }).update({ title: 'Stoker' });
    const done = await run();
    expect(stepOf(done)).toMatchObject({ added: 0, changed: 1, removed: 0 });
    expect(await users().orderBy('id').select('*')).toEqual(before);
    expect(before.every(({ fingerprint }) => fingerprint.length > 20)).toBe(
      true,
    );
  });

  it('puts back what an incremental sync changed when a page is as it was before', async () => {
    const { run } = replica(knex);
    const users = () => knex('salesforce_inventory_users').orderBy('id');
    await run();
    const before = await users().select('*');
    const putBack = server.org.store.remember();
    const [user] = server.org.store.findBy('User', 'Username', people[3]);
    server.org.dml.update(system(), 'User', user.Id, { Title: 'Stoker' });
    // more than one page, as far as the next sync knows: it asks for changes
    await knex('salesforce_inventory_state')
      .where({ object: 'User' })
      .update({ rows: 2001 });
    const changes = await run('incremental');
    expect(stepOf(changes)).toMatchObject({ method: 'changes', changed: 1 });
    putBack();
    const whole = await run();
    expect(stepOf(whole)).toMatchObject({ method: 'whole', changed: 1 });
    expect(await users().select('*')).toEqual(before);
  });

  it.each([
    ['an org that is out of reach', { type: 'html', status: 503 }, 3],
    ['a lost reply', { type: 'loseReply', when: 'after' }, 3],
    ['a spent daily limit', { type: 'limit', limit: 'daily' }, 1],
    ['too many calls at once', { type: 'limit', limit: 'concurrent' }, 3],
    ['an answer that breaks off', { type: 'truncate', bytes: 400 }, 3],
    ['an expired token', { type: 'expireSession' }, 2],
  ] as const)(
    'goes on behind the last page after %s',
    async (_, effect, times) => {
      server.faults.add({
        match: { path: '/query/' },
        skip: 1,
        times,
        effect,
      });
      const { run, later } = replica(knex);
      let done = await run();
      if (done.state === 'waiting') done = await later(2 * 3_600_000);
      expect([done.problem, done.state]).toEqual([null, 'succeeded']);
      const { here, there } = await compareWithOrg(knex, server);
      expect(here).toEqual(there);
    },
  );

  it('is taken over from a replica that died, which then writes nothing more', async () => {
    const held = server.faults.add({
      match: { path: '/query/' },
      skip: 1,
      effect: { type: 'hold' },
    });
    const dying = replica(knex);
    const other = replica(knex);
    const first = dying.run();
    while (server.faults.held(held.id) === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    // the lease still runs: nobody takes it
    expect((await other.later(30_000)).state).toBe('running');
    const done = await other.later(200_000);
    expect(done).toMatchObject({ state: 'succeeded', ticket: 2 });
    server.faults.clear();
    await first;
    expect(await latest(knex)).toMatchObject({ state: 'succeeded', ticket: 2 });
    const { here, there } = await compareWithOrg(knex, server);
    expect(here).toEqual(there);
    // what was stored before the end was not read again
    expect(done.steps.every(step => step.added === step.rows)).toBe(true);
  });

  const everyCall = [
    ['its replica stands still', { type: 'hold' }],
    ['its reply is lost', { type: 'loseReply', when: 'after' }],
    ['the daily limit is spent', { type: 'limit', limit: 'daily' }],
  ] as const;
  // What a fault leaves behind is the same on every database; replicas that
  // take over from each other are not.
  it.each(databaseId === 'SQLITE_3' ? everyCall : everyCall.slice(0, 1))(
    'loses no change and tells none twice, at whichever call of an incremental sync %s',
    async (_, effect) => {
      await replica(knex).run();
      const [user] = server.org.store.findBy('User', 'Username', people[2]);
      const expected: string[] = [];
      for (let call = 0; ; call += 1) {
        const title = `Title ${call}`;
        server.org.dml.update(system(), 'User', user.Id, { Title: title });
        const [gone] = [...server.org.store.all('GroupMember')];
        server.org.dml.delete(system(), 'GroupMember', gone.Id);
        const added = server.org.dml.insert(system(), 'Group', {
          Name: `${databaseId} ${effect.type} ${call}`,
          Type: 'Regular',
        });
        expected.push(
          `changed ${user.Id}`,
          `removed ${gone.Id}`,
          `added ${added}`,
        );
        const rule = server.faults.add({
          match: { path: '^/services/data/' },
          skip: call,
          // a read is sent three times
          times: effect.type === 'hold' ? 1 : 3,
          effect,
        });
        const [one, other] = [replica(knex), replica(knex)];
        const first = one.run('incremental');
        if (effect.type === 'hold') {
          let isDone = false;
          first.then(() => {
            isDone = true;
          });
          while (!isDone && server.faults.held(rule.id) === 0) {
            await new Promise(resolve => setImmediate(resolve));
          }
          // past its lease
          await other.later(200_000);
          server.faults.clear();
        }
        await first;
        // where the first one lost its sync, the other one has ended it
        let done = await latest(knex);
        while (done.state === 'waiting') {
          // nobody's clock runs ahead of the other's
          server.org.clock.advance(3_700_000);
          done = await one.later(3_700_000);
        }
        expect([done.problem, done.state]).toEqual([null, 'succeeded']);
        const { here, there } = await compareWithOrg(knex, server);
        expect(here).toEqual(there);
        const [{ title: stored }] = await knex('salesforce_inventory_users')
          .where({ id: user.Id })
          .select('title');
        expect(stored).toBe(title);
        if (rule.applied === 0) break;
        expect(call).toBeLessThan(15);
      }
      const told = await listChanges({ knex, orgId, limit: 500 });
      expect(
        told
          .filter(({ object }) =>
            ['User', 'Group', 'GroupMember'].includes(object),
          )
          .map(({ kind, record_id }) => `${kind} ${record_id}`)
          .sort(),
      ).toEqual(expected.sort());
      server.org.clock.resume();
    },
  );

  it('has one open sync for an org, whoever asks', async () => {
    const [one, other] = [replica(knex), replica(knex)];
    const started = await Promise.all(
      [one, other, one].map(({ sync }) =>
        sync.start({ orgId, mode: 'full', requestedBy: 'user:default/x' }),
      ),
    );
    expect(new Set(started.map(({ sync }) => sync.id)).size).toBe(1);
    await one.sync.runDue();
    await other.sync.runDue();
    expect(await listSyncs({ knex, orgId, limit: 9 })).toHaveLength(1);
  });

  it('makes no more calls than it may, and goes on later', async () => {
    const { run, later } = replica(knex, { budget: 5 });
    const stopped = await run();
    expect(stopped).toMatchObject({ state: 'waiting', api_calls: 5 });
    expect(stopped.problem).toContain('5 API calls');
    expect(server.requestLog.counts().total).toBe(5);
    let done = stopped;
    for (let turn = 0; turn < 5 && done.state !== 'succeeded'; turn += 1) {
      done = await later(13 * 3_600_000);
    }
    expect([done.problem, done.state]).toEqual([null, 'succeeded']);
    const { here, there } = await compareWithOrg(knex, server);
    expect(here).toEqual(there);
  });

  it('asks by the schedule for what is due, and for nothing else', async () => {
    const { sync, later } = replica(knex);
    await sync.plan();
    expect((await later(1)).mode).toBe('full');
    await sync.plan();
    await later(1);
    expect(await listSyncs({ knex, orgId, limit: 9 })).toHaveLength(1);
    await later(3_700_000);
    await sync.plan();
    expect((await later(1)).mode).toBe('incremental');
    await later(24 * 3_600_000);
    await sync.plan();
    expect((await later(1)).mode).toBe('full');
  });
});
