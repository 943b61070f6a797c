import type { FaultRuleInput } from '@salesdesk/salesforce-org';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/testDatabases';
import { applyMigrations } from '../../database/applyMigrations';
import {
  OffboardingBed,
  ProcessEndedError,
  runDue,
} from './__testUtils__/OffboardingBed';

jest.setTimeout(120_000);

const databases = testDatabases();
/** More than stand in a plan one by one: a job of the bulk API moves them. */
const records = 2_100;

/** Every call of a transfer. */
const calls = {
  'opening the job': { method: 'POST', path: '/jobs/ingest$' },
  'sending its records': { method: 'PUT', path: '/batches$' },
  'letting it begin': { method: 'PATCH', path: '/jobs/ingest/' },
  'looking at it': { method: 'GET', path: '/jobs/ingest/\\w+$' },
};

const troubles: Record<string, Partial<FaultRuleInput>> = {
  'a reply lost before it': { effect: { type: 'loseReply', when: 'before' } },
  'a reply lost after it': { effect: { type: 'loseReply', when: 'after' } },
  // one more than a read is sent again by itself
  'an org that is away': { effect: { type: 'html', status: 503 }, times: 4 },
  'a spent limit': { effect: { type: 'limit', limit: 'daily' }, times: 2 },
  'an expired token': { effect: { type: 'expireSession' } },
};

/** A reply may be lost at every call; of the other troubles one call is enough. */
function isMet(trouble: string, call: string): boolean {
  switch (trouble) {
    case 'a reply lost after it':
    case 'an org that is away':
      return true;
    case 'a spent limit':
      return call === 'opening the job' || call === 'looking at it';
    case 'an expired token':
      return call === 'sending its records';
    default:
      return call === 'letting it begin';
  }
}

describe.each(databases.eachSupportedId())('offboarding on %s', id => {
  let knex: Knex;
  let bed: OffboardingBed;
  /** What happens in Salesforce when nothing goes wrong. */
  let undisturbed: Map<string, number>;
  let undisturbedState: string;
  /** Steps of that run, each with how many calls of the bulk API were made by then. */
  const steps: Array<{ name: string; bulkCalls: number }> = [];

  /** But for our own session, which a trouble may end. */
  const effectsOnRecords = () =>
    new Map(
      [...bed.org.effects()].filter(([key]) => !key.includes('sessionEnded')),
    );
  const bulkCalls = () =>
    bed.org.server.requestLog
      .entries()
      .filter(({ url }) => url.includes('/jobs/ingest')).length;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations(knex);
    bed = await OffboardingBed.create({ knex, records });
    const requestId = await bed.submit();
    bed.checkpoint = name => {
      steps.push({ name, bulkCalls: bulkCalls() });
    };
    await bed.run();
    undisturbedState = (await bed.request(requestId)).state;
    undisturbed = effectsOnRecords();
  });

  beforeEach(() => bed.reset());

  afterAll(() => bed.stop());

  /** Done to the end, and in Salesforce the same happened as ever, once. */
  async function expectDoneOnce(requestId: string) {
    const { state, blockers } = await bed.request(requestId);
    expect([state, blockers]).toEqual(['succeeded', '[]']);
    expect(bed.leaver).toMatchObject({ isActive: false, accounts: 0 });
    expect(effectsOnRecords()).toEqual(undisturbed);
    const outcomes = (await bed.changes(requestId)).map(row => row.outcome);
    expect(
      outcomes.filter(one => !['applied', 'already_there'].includes(one)),
    ).toEqual([]);
  }

  it('begins by freezing, moves what there is, and ends by deactivating, each once', () => {
    expect(undisturbedState).toBe('succeeded');
    expect([...undisturbed.values()].every(count => count === 1)).toBe(true);
    const effects = [...undisturbed.keys()].map(key => JSON.parse(key));
    const moved = effects.filter(
      ([kind, object]) => kind === 'update' && object === 'Account',
    );
    expect(moved.length).toBeGreaterThanOrEqual(records);
    expect(effects[0].slice(0, 2)).toEqual(['update', 'UserLogin']);
    expect(effects[effects.length - 1].slice(0, 2)).toEqual(['update', 'User']);
  });

  // What is stored is the same on every database; SQLite is the faster one.
  if (id === 'SQLITE_3') {
    it.each(
      Object.keys(calls).flatMap(call =>
        Object.keys(troubles)
          .filter(trouble => isMet(trouble, call))
          .map(trouble => [trouble, call] as const),
      ),
    )(
      'loses nothing and doubles nothing after %s, %s',
      async (trouble, call) => {
        const requestId = await bed.submit();
        const rule = bed.org.server.faults.add({
          match: calls[call as keyof typeof calls],
          ...troubles[trouble],
          effect: troubles[trouble].effect!,
        });
        await bed.run(5);
        expect(rule.applied).toBeGreaterThan(0);
        await expectDoneOnce(requestId);
      },
    );

    it('waits for the job that it began, where the reply to that was lost', async () => {
      bed.org.server.switches.bulkProcessingMs = 60_000;
      const requestId = await bed.submit();
      bed.org.server.faults.add({
        match: calls['letting it begin'],
        effect: { type: 'loseReply', when: 'after' },
      });
      await runDue(bed.replica);
      // Nobody sees yet that the records are on their way.
      expect(bed.leaver.accounts).toBeGreaterThanOrEqual(records);
      await bed.runSoon();
      await expectDoneOnce(requestId);
      expect(
        bed.org.server.requestLog
          .entries()
          .filter(
            ({ method, url }) => method === 'POST' && /ingest$/.test(url),
          ),
      ).toHaveLength(1);
    });

    it('sends again only what was locked, from the middle of the records', async () => {
      const requestId = await bed.submit();
      const locked = 700;
      bed.org.server.faults.add({
        match: { object: 'Account' },
        effect: {
          type: 'rowError',
          errorCode: 'UNABLE_TO_LOCK_ROW',
          message: 'unable to obtain exclusive access to this record',
          operations: ['update'],
        },
        times: locked,
      });
      await runDue(bed.replica);
      expect(bed.leaver).toMatchObject({ isFrozen: true, accounts: locked });
      await bed.run(3);
      await expectDoneOnce(requestId);
    });
  }

  it('goes on wherever its process ended around the transfer', async () => {
    const at = steps.findIndex(step => step.bulkCalls > 0);
    expect(steps[at].name).toBe('called');
    for (const end of [at - 1, at, at + 1]) {
      bed.reset();
      const requestId = await bed.submit();
      let step = -1;
      bed.checkpoint = () => {
        step += 1;
        if (step === end) throw new ProcessEndedError();
      };
      await bed.run();
      expect((await bed.request(requestId)).state).toBe('running');
      // Nobody waits for the leaver to be stopped: that came first.
      expect(bed.leaver).toMatchObject({ isFrozen: true, isActive: true });
      await bed.run(2);
      await expectDoneOnce(requestId);
    }
  });

  it('is taken over from a replica that stood still, which then writes nothing more', async () => {
    const requestId = await bed.submit();
    const hold = bed.org.server.faults.add({
      match: calls['looking at it'],
      effect: { type: 'hold' },
    });
    const slow = bed.createReplica({ callTimeout: 60_000 });
    const standing = runDue(slow);
    while (bed.org.server.faults.held(hold.id) === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    // Its lease still runs.
    await runDue(bed.replica);
    expect((await bed.request(requestId)).state).toBe('running');
    bed.advance(20 * 60_000);
    await bed.run();
    await expectDoneOnce(requestId);
    const after = await bed.request(requestId);
    bed.org.server.faults.clear();
    await standing;
    await slow.stop();
    expect(await bed.request(requestId)).toEqual(after);
    await expectDoneOnce(requestId);
  });

  it('ends with an admin where a blocker appears midway, frozen meanwhile, and goes on when it is cleared', async () => {
    const requestId = await bed.submit();
    const at = steps.findIndex(step => step.bulkCalls > 0);
    const { dml, store } = bed.org.server.org;
    const system = bed.org.server.org.systemContext();
    let step = -1;
    bed.checkpoint = () => {
      step += 1;
      // Salesforce said yes before; now somebody makes them default owner.
      if (step === at) {
        dml.insert(system, 'SetupReference', {
          Kind: 'DefaultLeadOwner',
          Name: 'Lead Settings',
          ReferenceId: bed.leaver.id,
        });
      }
    };
    await bed.run(2);
    const { state, blockers } = await bed.request(requestId);
    expect(state).toBe('needs_admin');
    expect(JSON.parse(blockers)).toMatchObject([
      {
        code: 'cannot_deactivate',
        remedy: expect.stringContaining('Lead Settings'),
        details: expect.stringContaining('default owner of leads'),
      },
    ]);
    expect(bed.leaver).toMatchObject({
      isActive: true,
      isFrozen: true,
      accounts: 0,
    });
    const refused = (await bed.changes(requestId)).filter(
      ({ outcome }) => outcome === 'failed',
    );
    expect(refused.map(({ object, method }) => [object, method])).toEqual([
      ['User', null],
    ]);

    const [reference] = store
      .findBy('SetupReference', 'ReferenceId', bed.leaver.id)
      .filter(({ Kind }) => Kind === 'DefaultLeadOwner');
    dml.delete(system, 'SetupReference', reference.Id);
    bed.org.server.journal.clear();
    await bed.retry(requestId);
    await bed.run(2);
    expect((await bed.request(requestId)).state).toBe('succeeded');
    expect(bed.leaver.isActive).toBe(false);
    // What was done before was not done again.
    expect(
      [...bed.org.effects().keys()].map(key => JSON.parse(key).slice(0, 2)),
    ).toEqual([['update', 'User']]);
  });

  it('keeps a record of all of it that holds', async () => {
    const log = await bed.replica.auditLog.verify({ everything: true });
    expect(log.state).toBe('verified');
  });
});
