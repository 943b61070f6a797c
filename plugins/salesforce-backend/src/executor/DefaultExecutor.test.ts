import type { FaultRuleInput } from '@salesdesk/salesforce-org';
import type { Knex } from 'knex';
import { applyMigrations } from '../database/applyMigrations';
import { emptyTables } from '../__testUtils__/emptyTables';
import { testDatabases } from '../__testUtils__/testDatabases';
import type { Checkpoint } from './ExecutorSeams';
import {
  ExecutorTestBed,
  WorkerEndedError,
  type Wanted,
} from './__testUtils__/ExecutorTestBed';

const databases = testDatabases();
const admin = 'admin@minimal.test';

/** One change of each kind, and how often it took effect. */
interface Kind {
  wanted(bed: ExecutorTestBed): Promise<Wanted> | Wanted;
  effects(bed: ExecutorTestBed): number;
  /** Whether reading tells if it was done. */
  isVisible: boolean;
  /** Its call, for faults. */
  call: { method: string; path: string };
  /** The faults that tell; default: all. */
  faults?: string[];
}

const kinds: Record<string, Kind> = {
  update: {
    wanted: bed => ({
      object: 'User',
      id: bed.userId(admin),
      operation: 'update',
      fields: { Title: 'Head of everything' },
    }),
    effects: bed => bed.effects('User').filter(e => e.kind === 'update').length,
    isVisible: true,
    call: { method: 'PATCH', path: '/composite/sobjects' },
  },
  create: {
    wanted: bed => ({
      object: 'GroupMember',
      operation: 'create',
      fields: {
        GroupId: bed.groupId,
        UserOrGroupId: bed.userId(admin),
      },
      naturalKey: ['GroupId', 'UserOrGroupId'],
    }),
    effects: bed =>
      bed.effects('GroupMember').filter(e => e.kind === 'insert').length,
    isVisible: true,
    call: { method: 'POST', path: '/composite/sobjects$' },
  },
  'create without a key': {
    wanted: () => ({
      object: 'Account',
      operation: 'create',
      fields: { Name: 'Twice Ltd', Phone: '555' },
    }),
    effects: bed =>
      bed.effects('Account').filter(e => e.kind === 'insert').length,
    isVisible: true,
    call: { method: 'POST', path: '/composite/sobjects$' },
    faults: [
      'lost reply before',
      'lost reply after',
      'timeout before',
      'timeout after',
      'server error',
    ],
  },
  conversion: {
    wanted: async bed => ({
      object: 'Lead',
      id: await bed.addLead(),
      operation: 'invoke',
      method: 'convert_lead',
      fields: { Status: 'Closed - Converted', OpportunityName: 'First deal' },
    }),
    effects: bed =>
      bed.effects('Opportunity').filter(e => e.kind === 'insert').length,
    isVisible: true,
    call: { method: 'POST', path: '/Soap/u/' },
    faults: [
      'lost reply before',
      'lost reply after',
      'timeout after',
      'expired session',
      'daily limit',
    ],
  },
  delete: {
    wanted: async bed => ({
      object: 'GroupMember',
      id: await bed.addMember(admin),
      operation: 'delete',
    }),
    effects: bed =>
      bed.effects('GroupMember').filter(e => e.kind === 'delete').length,
    isVisible: true,
    call: { method: 'DELETE', path: '/composite/sobjects' },
  },
  invoke: {
    wanted: bed => ({
      object: 'User',
      id: bed.userId(admin),
      operation: 'invoke',
    }),
    effects: bed => bed.resetMails().length,
    isVisible: false,
    call: { method: 'DELETE', path: '/password' },
  },
};
const kindNames = Object.keys(kinds);

describe.each(databases.eachSupportedId())('executor on %s', id => {
  let knex: Knex;
  let bed: ExecutorTestBed;
  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations(knex);
  });
  beforeEach(async () => {
    await emptyTables(knex);
    bed = await ExecutorTestBed.create({ knex });
  });
  afterEach(() => bed.stop());

  async function approveKind(name: string) {
    const requestId = await bed.approve([await kinds[name].wanted(bed)]);
    bed.org.journal.clear();
    return requestId;
  }

  /** Lets leases run out and back-offs pass, and sweeps again. */
  async function sweep(times = 1) {
    for (let turn = 0; turn < times; turn++) {
      bed.advance(24 * 3600);
      await bed.createExecutor().runUntilIdle();
    }
  }

  it.each(kindNames)('runs an approved %s once and records it', async name => {
    const requestId = await approveKind(name);
    await bed.createExecutor().runUntilIdle();
    expect((await bed.request(requestId)).state).toBe('succeeded');
    expect((await bed.job(requestId)).state).toBe('done');
    expect(kinds[name].effects(bed)).toBe(1);
    expect(await bed.auditTypes(requestId)).toEqual([
      'request.running',
      'call.intended',
      'call.applied',
      'request.succeeded',
    ]);
    expect((await bed.auditLog.verify({ everything: true })).state).toBe(
      'verified',
    );
    await sweep();
    expect(kinds[name].effects(bed)).toBe(1);
  });

  describe('ends the worker after each persisted step: one effect, one end', () => {
    const steps: Array<Parameters<Checkpoint>[0]> = [
      'claimed',
      'planned',
      'intended',
      'called',
      'finished',
    ];
    it.each(
      steps.flatMap(step => kindNames.map(name => [step, name] as const)),
    )('after “%s” of %s', async (step, name) => {
      const requestId = await approveKind(name);
      let isEnded = false;
      bed.checkpoint = reached => {
        if (reached === step && !isEnded) {
          isEnded = true;
          throw new WorkerEndedError();
        }
      };
      await bed.createExecutor().runUntilIdle();
      expect(isEnded).toBe(true);
      await sweep(2);
      const { state } = await bed.request(requestId);
      const effects = kinds[name].effects(bed);
      // Whether a mail left cannot be seen: it is never sent twice.
      const isInDoubt =
        !kinds[name].isVisible && (step === 'intended' || step === 'called');
      const inDoubt = ['needs_admin', step === 'called' ? 1 : 0];
      expect([state, effects]).toEqual(isInDoubt ? inDoubt : ['succeeded', 1]);
    });
  });

  describe('survives what happens to a call: one effect, one end', () => {
    const faults: Record<string, FaultRuleInput['effect']> = {
      'lost reply before': { type: 'loseReply', when: 'before' },
      'lost reply after': { type: 'loseReply', when: 'after' },
      'server error': {
        type: 'answer',
        status: 500,
        body: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'Oops' }],
      },
      unavailable: {
        type: 'error',
        status: 503,
        errorCode: 'SERVER_UNAVAILABLE',
      },
      'edge out of reach': { type: 'html', status: 502 },
      'daily limit': { type: 'limit', limit: 'daily' },
      'concurrency limit': { type: 'limit', limit: 'concurrent' },
      'expired session': { type: 'expireSession' },
      'cut answer': { type: 'truncate', bytes: 10 },
      'timeout before': { type: 'hold', when: 'before' },
      'timeout after': { type: 'hold', when: 'after' },
    };
    it.each(
      Object.keys(faults).flatMap(fault =>
        kindNames
          .filter(name => kinds[name].faults?.includes(fault) ?? true)
          .map(name => [fault, name] as const),
      ),
    )('%s of %s', async (fault, name) => {
      const requestId = await approveKind(name);
      const rule = bed.org.faults.add({
        match: kinds[name].call,
        effect: faults[fault],
        skip: 0,
        times: 1,
      });
      // Only what is held is to take longer than that, on a busy machine too.
      await bed.createExecutor({ timeout: 600 }).runUntilIdle();
      // What was held goes on inside Salesforce after we gave up waiting.
      bed.org.faults.remove(rule.id);
      await bed.untilFaultWasMet();
      await sweep(2);
      const { state } = await bed.request(requestId);
      const effects = kinds[name].effects(bed);
      const good = [[state, effects].join(' ')];
      expect(
        kinds[name].isVisible
          ? ['succeeded 1']
          : ['succeeded 1', 'needs_admin 1', 'needs_admin 0'],
      ).toEqual(expect.arrayContaining(good));
    });
  });

  it('lets only one of many workers run a job', async () => {
    const requestId = await approveKind('invoke');
    await Promise.all(
      Array.from({ length: 8 }, () => bed.createExecutor().runUntilIdle()),
    );
    expect((await bed.request(requestId)).state).toBe('succeeded');
    expect(bed.resetMails()).toHaveLength(1);
  });

  it('writes nothing for a worker whose lease was taken', async () => {
    const requestId = await approveKind('update');
    let letGo = () => {};
    const held = new Promise<void>(resolve => {
      letGo = resolve;
    });
    let reached = () => {};
    const isAtCall = new Promise<void>(resolve => {
      reached = resolve;
    });
    bed.checkpoint = async step => {
      if (step === 'called') {
        reached();
        await held;
      }
    };
    const slow = bed.createExecutor().runUntilIdle();
    await isAtCall;
    bed.checkpoint = () => {};
    await sweep();
    const after = await bed.request(requestId);
    expect(after.state).toBe('succeeded');
    letGo();
    await slow;
    expect(await bed.request(requestId)).toEqual(after);
    expect(kinds.update.effects(bed)).toBe(1);
    expect(
      (await bed.auditTypes(requestId)).filter(
        type => type === 'request.succeeded',
      ),
    ).toHaveLength(1);
  });

  it('runs nothing when the plan is not the approved one any more, and keeps both', async () => {
    const user = {
      object: 'User',
      id: bed.userId(admin),
      operation: 'update' as const,
    };
    const requestId = await bed.approve([
      { ...user, fields: { Title: 'New' } },
    ]);
    await bed.write('User', user.id, { Title: 'Somebody else was faster' });
    bed.org.journal.clear();
    await bed.createExecutor().runUntilIdle();
    const request = await bed.request(requestId);
    expect(request).toMatchObject({ state: 'stale', plan_version: 2 });
    expect(kinds.update.effects(bed)).toBe(0);
    const plans = await bed
      .knex('salesforce_plans')
      .where({ request_id: requestId })
      .orderBy('version');
    expect(plans).toHaveLength(2);
    expect(plans[1].digest).toBe(request.plan_digest);
    expect(plans[0].digest).not.toBe(plans[1].digest);
    expect((await bed.job(requestId)).state).toBe('done');
    expect(await bed.auditTypes(requestId)).toEqual(['request.stale']);
  });

  it('is done when the wanted state is there already', async () => {
    const user = {
      object: 'User',
      id: bed.userId(admin),
      operation: 'update' as const,
    };
    const requestId = await bed.approve([
      { ...user, fields: { Title: 'New' } },
    ]);
    await bed.write('User', user.id, { Title: 'New' });
    bed.org.journal.clear();
    await bed.createExecutor().runUntilIdle();
    expect((await bed.request(requestId)).state).toBe('succeeded');
    expect((await bed.changes(requestId))[0].outcome).toBe('already_there');
    expect(kinds.update.effects(bed)).toBe(0);
  });

  it('hands a plan with blockers to the admins, and runs it once they are cleared', async () => {
    const requestId = await approveKind('update');
    bed.blockers.push({
      code: 'seat',
      message: 'No seat is free.',
      remedy: 'Free one',
    });
    await bed.createExecutor().runUntilIdle();
    expect(await bed.request(requestId)).toMatchObject({
      state: 'needs_admin',
    });
    expect(kinds.update.effects(bed)).toBe(0);
    const told = await bed
      .knex('salesforce_outbox')
      .where({ kind: 'notification' });
    expect(told.map(row => JSON.parse(row.payload).recipients)).toEqual(
      expect.arrayContaining([
        ['user:default/erin.walsh'],
        ['group:default/salesforce-admins'],
      ]),
    );
    bed.blockers.length = 0;
    await bed.retry(requestId, { repeatUnknown: false });
    await bed.createExecutor().runUntilIdle();
    expect((await bed.request(requestId)).state).toBe('succeeded');
  });

  it('takes each record of a bulk by itself, and goes on from the middle', async () => {
    const members = await bed.addUsers(5);
    const requestId = await bed.approve(
      members.map(userId => ({
        object: 'GroupMember',
        operation: 'create',
        fields: { GroupId: bed.groupId, UserOrGroupId: userId },
        naturalKey: ['GroupId', 'UserOrGroupId'],
      })),
    );
    bed.org.journal.clear();
    bed.org.faults.add({
      match: { object: 'GroupMember' },
      effect: {
        type: 'rowError',
        errorCode: 'FIELD_INTEGRITY_EXCEPTION',
        message: 'Not this one',
      },
      skip: 2,
      times: 1,
    });
    await bed.createExecutor().runUntilIdle();
    expect(await bed.request(requestId)).toMatchObject({
      state: 'needs_admin',
    });
    const outcomes = (await bed.changes(requestId)).map(
      change => change.outcome,
    );
    expect(outcomes.filter(outcome => outcome === 'applied')).toHaveLength(4);
    expect(outcomes.filter(outcome => outcome === 'failed')).toHaveLength(1);
    await bed.retry(requestId, { repeatUnknown: false });
    await bed.createExecutor().runUntilIdle();
    expect(await bed.request(requestId)).toMatchObject({ state: 'succeeded' });
    expect(kinds.create.effects(bed)).toBe(5);
  });

  it('repeats what cannot be seen only when an admin says so', async () => {
    const requestId = await approveKind('invoke');
    bed.org.faults.add({
      match: kinds.invoke.call,
      effect: { type: 'loseReply', when: 'before' },
    });
    await bed.createExecutor().runUntilIdle();
    await sweep(2);
    expect((await bed.request(requestId)).state).toBe('needs_admin');
    await bed.retry(requestId, { repeatUnknown: false });
    await sweep(2);
    expect((await bed.request(requestId)).state).toBe('needs_admin');
    expect(bed.resetMails()).toHaveLength(0);
    await bed.retry(requestId, { repeatUnknown: true });
    await sweep();
    expect((await bed.request(requestId)).state).toBe('succeeded');
    expect(bed.resetMails()).toHaveLength(1);
  });

  describe('a create without a key, of which the reply was lost', () => {
    const account = (fields: Wanted['fields'] = {}): Wanted => ({
      object: 'Account',
      operation: 'create',
      fields: { Name: 'Twice Ltd', Phone: '555', ...fields },
    });
    const loseReply = () =>
      bed.org.faults.add({
        match: { method: 'POST', path: '/composite/sobjects$' },
        effect: { type: 'loseReply', when: 'after' },
        skip: 0,
        times: 1,
      });
    const made = () =>
      bed.effects('Account').filter(({ kind }) => kind === 'insert').length;

    it('is not taken for one that another request made', async () => {
      const first = await bed.approve([account()]);
      await bed.createExecutor().runUntilIdle();
      const second = await bed.approve([account()]);
      loseReply();
      await bed.createExecutor().runUntilIdle();
      await sweep(2);
      expect(made()).toBe(2);
      const [one, other] = [
        ...(await bed.changes(first)),
        ...(await bed.changes(second)),
      ];
      expect([one.outcome, other.outcome]).toEqual(['applied', 'applied']);
      expect(one.applied_record_id).not.toBe(other.applied_record_id);
    });

    it('is not taken for one of another org that has the same id', async () => {
      const elsewhere = await bed.approve([
        account({ Name: 'Elsewhere', Phone: '9' }),
      ]);
      await bed.createExecutor().runUntilIdle();
      const requestId = await bed.approve([account()]);
      loseReply();
      await bed.createExecutor().runUntilIdle();
      const recordId = bed.effects('Account').at(-1)?.id;
      // a sandbox has the ids of the org that it was copied from
      await knex('salesforce_requests')
        .where({ id: elsewhere })
        .update({ org_id: 'sandbox' });
      await knex('salesforce_changes')
        .where({ request_id: elsewhere })
        .update({ applied_record_id: recordId });
      await sweep(2);
      expect((await bed.changes(requestId))[0]).toMatchObject({
        outcome: 'applied',
        applied_record_id: recordId,
      });
      expect(made()).toBe(2);
    });

    it.each([
      ['without', account()],
      ['with', { ...account(), naturalKey: ['Name'] }],
    ])(
      'is looked for twice, because it may show late (%s a key)',
      async (_, wanted) => {
        const requestId = await bed.approve([wanted]);
        bed.org.faults.add({
          match: { method: 'GET', path: '/query' },
          effect: { type: 'staleReads' },
          times: 1,
        });
        loseReply();
        await bed.createExecutor().runUntilIdle();
        await sweep(2);
        expect((await bed.request(requestId)).state).toBe('succeeded');
        expect(made()).toBe(1);
      },
    );

    it('goes to an admin where it cannot be told from others, and is not repeated', async () => {
      const requestId = await bed.approve([account()]);
      loseReply();
      await bed.createExecutor().runUntilIdle();
      // an automation of the org changed what was written
      const [{ id: recordId }] = bed.effects('Account');
      await bed.write('Account', String(recordId), { Phone: '+1 555' });
      await sweep(3);
      expect((await bed.request(requestId)).state).toBe('needs_admin');
      expect((await bed.changes(requestId))[0].outcome).toBe('unknown');
      expect(made()).toBe(1);
    });

    it('is repeated beside records that have nothing in common with it', async () => {
      const requestId = await bed.approve([account()]);
      bed.org.faults.add({
        match: { method: 'POST', path: '/composite/sobjects$' },
        effect: { type: 'loseReply', when: 'before' },
        skip: 0,
        times: 1,
      });
      await bed.createExecutor().runUntilIdle();
      await bed.createGateway().create({
        object: 'Account',
        records: [{ Name: 'Somebody else', Phone: '777' }],
      });
      await sweep(2);
      expect((await bed.request(requestId)).state).toBe('succeeded');
      expect(made()).toBe(2);
    });
  });

  it('leaves a record alone that somebody else changed after a lost reply', async () => {
    const requestId = await approveKind('update');
    bed.org.faults.add({
      match: kinds.update.call,
      effect: { type: 'loseReply', when: 'after' },
    });
    await bed.createExecutor().runUntilIdle();
    await bed.write('User', bed.userId(admin), { Title: 'Somebody else' });
    await sweep(2);
    expect(await bed.request(requestId)).toMatchObject({
      state: 'needs_admin',
    });
    expect(bed.org.org.store.get('User', bed.userId(admin))?.Title).toBe(
      'Somebody else',
    );
  });

  it('waits as long as a limit lasts, and then runs', async () => {
    const requestId = await approveKind('update');
    const rule = bed.org.faults.add({
      match: { path: '/services/data' },
      effect: { type: 'limit', limit: 'daily' },
      times: null,
    });
    await bed.createExecutor().runUntilIdle();
    await sweep(8);
    expect(await bed.job(requestId)).toMatchObject({ state: 'waiting' });
    expect(
      JSON.parse((await bed.job(requestId)).last_problem ?? '{}').code,
    ).toBe('org_limit_reached');
    bed.org.faults.remove(rule.id);
    await sweep();
    expect((await bed.request(requestId)).state).toBe('succeeded');
  });

  it('drops the job of a request that was cancelled', async () => {
    const requestId = await approveKind('update');
    await bed
      .knex('salesforce_requests')
      .where({ id: requestId })
      .update({ state: 'cancelled' });
    await bed.createExecutor().runUntilIdle();
    expect((await bed.job(requestId)).state).toBe('done');
    expect(kinds.update.effects(bed)).toBe(0);
  });
});
