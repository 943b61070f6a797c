import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { emptyTables } from '../__testUtils__/emptyTables';
import { testDatabases } from '../__testUtils__/testDatabases';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseOutbox } from '../outbox';
import { DefaultPlanStore } from '../requests/DefaultPlanStore';
import { RequestRetry } from '../requests/RequestRetry';
import { RequestStop } from '../requests/RequestStop';
import { RequestWithdrawal } from '../requests/RequestWithdrawal';
import {
  ExecutorTestBed,
  WorkerEndedError,
} from './__testUtils__/ExecutorTestBed';
import { DatabaseJobQueue } from './DatabaseJobQueue';

const databases = testDatabases();
const admin = 'admin@minimal.test';
const sam = 'user:default/sam.okafor';

describe.each(databases.eachSupportedId())('stopping on %s', id => {
  let knex: Knex;
  let bed: ExecutorTestBed;
  let requestId: string;

  const parts = () => {
    const { now, auditLog } = bed;
    const jobs = DatabaseJobQueue.create({ now, onCommitted: () => {} });
    return {
      knex,
      now,
      auditLog,
      jobs,
      outbox: DatabaseOutbox.create({ now, onCommitted: () => {} }),
      planStore: DefaultPlanStore.create({
        actions: { list: () => [], find: () => undefined },
        jobs,
        newId: randomUUID,
      }),
    };
  };
  const stop = () =>
    new RequestStop(parts()).stop({ requestId, actorRef: sam });
  const retry = () =>
    new RequestRetry(parts()).retry({
      requestId,
      actorRef: sam,
      repeatUnknown: false,
    });
  const withdraw = () =>
    new RequestWithdrawal(parts()).cancel({ requestId, actorRef: sam });
  const outcomes = () =>
    knex('salesforce_changes')
      .where({ request_id: requestId })
      .orderBy('position')
      .pluck('outcome');
  const titles = () =>
    bed.effects('User').filter(({ kind }) => kind === 'update').length;
  const members = () =>
    bed.effects('GroupMember').filter(({ kind }) => kind === 'insert').length;

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations(knex);
  });
  // Two calls, the second behind the first.
  beforeEach(async () => {
    await emptyTables(knex);
    bed = await ExecutorTestBed.create({ knex });
    requestId = await bed.approve([
      {
        object: 'User',
        id: bed.userId(admin),
        operation: 'update',
        fields: { Title: 'Head of everything' },
      },
      {
        object: 'GroupMember',
        operation: 'create',
        fields: {
          GroupId: bed.groupId,
          UserOrGroupId: bed.userId(admin),
        },
        naturalKey: ['GroupId', 'UserOrGroupId'],
        after: [0],
      },
    ]);
    bed.org.journal.clear();
  });
  afterEach(() => bed.stop());

  /** Runs, and is stopped while its first call is on its way. */
  async function runAndStop() {
    bed.checkpoint = async step => {
      if (step !== 'called') return;
      bed.checkpoint = () => {};
      await stop();
      // To stop twice is to stop.
      await stop();
    };
    await bed.createExecutor().runUntilIdle();
  }

  it('lets the call that left end, and sends no other; what became of each is kept', async () => {
    await runAndStop();
    expect(await bed.request(requestId)).toMatchObject({
      state: 'needs_admin',
      stop_requested_by: sam,
    });
    expect(await outcomes()).toEqual(['applied', 'pending']);
    expect(members()).toBe(0);
    expect(await bed.auditTypes(requestId)).toEqual([
      'request.running',
      'call.intended',
      'request.stop_asked',
      'call.applied',
      'request.stopped',
    ]);
    await expect(stop()).rejects.toMatchObject({ code: 'wrong_state' });
  });

  it('goes on from there, and repeats nothing', async () => {
    await runAndStop();
    await retry();
    await bed.createExecutor().runUntilIdle();
    expect(await bed.request(requestId)).toMatchObject({
      state: 'succeeded',
      stop_requested_at: null,
    });
    expect(await outcomes()).toEqual(['applied', 'applied']);
    expect(titles()).toBe(1);
    expect(members()).toBe(1);
  });

  it('can be withdrawn: what was done stays and can be undone, the rest is left out', async () => {
    await runAndStop();
    await withdraw();
    expect(await bed.request(requestId)).toMatchObject({
      state: 'partly_failed',
      blockers: '[]',
    });
    expect(await outcomes()).toEqual(['applied', 'skipped']);
    await bed.createExecutor().runUntilIdle();
    expect(members()).toBe(0);
  });

  it('stands still at once where no worker holds it, and looks before it goes on', async () => {
    // The reply got lost: whether it was done is not known.
    bed.org.faults.add({
      match: { method: 'PATCH', path: '/composite/sobjects' },
      effect: { type: 'loseReply', when: 'after' },
    });
    await bed.createExecutor().runUntilIdle();
    expect(await bed.job(requestId)).toMatchObject({ state: 'waiting' });
    await stop();
    expect((await bed.request(requestId)).state).toBe('needs_admin');
    bed.advance(24 * 3600);
    await bed.createExecutor().runUntilIdle();
    expect(members()).toBe(0);
    await retry();
    await bed.createExecutor().runUntilIdle();
    expect((await bed.request(requestId)).state).toBe('succeeded');
    expect(titles()).toBe(1);
    expect(members()).toBe(1);
  });

  it('holds for the worker that takes over from one that ended', async () => {
    bed.checkpoint = async step => {
      if (step !== 'called') return;
      bed.checkpoint = () => {};
      await stop();
      throw new WorkerEndedError();
    };
    await bed.createExecutor().runUntilIdle();
    expect((await bed.request(requestId)).state).toBe('running');
    bed.advance(24 * 3600);
    await bed.createExecutor().runUntilIdle();
    expect((await bed.request(requestId)).state).toBe('needs_admin');
    // It looked at what the other one had done.
    expect(await outcomes()).toEqual(['applied', 'pending']);
    expect(members()).toBe(0);
    expect(titles()).toBe(1);
  });

  it('is refused for what does not run', async () => {
    await expect(stop()).rejects.toMatchObject({ code: 'wrong_state' });
    await bed.createExecutor().runUntilIdle();
    await expect(stop()).rejects.toMatchObject({ code: 'wrong_state' });
  });
});
