import { mockServices } from '@backstage/backend-test-utils';
import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
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
import { UnseenChanges } from '../requests/UnseenChanges';
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
      unseen: new UnseenChanges({
        knex,
        actions: { list: () => [], find: () => undefined },
        contexts: { open: async () => bed.context() },
        logger: mockServices.logger.mock(),
      }),
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

  /** Its first call took effect, or did not, and its reply got lost. */
  async function loseAReply(when: 'before' | 'after') {
    bed.org.faults.add({
      match: { method: 'PATCH', path: '/composite/sobjects' },
      effect: { type: 'loseReply', when },
    });
    await bed.createExecutor().runUntilIdle();
    await stop();
  }

  it('withdrawn after a lost reply, it tells what took effect, which can be undone', async () => {
    await loseAReply('after');
    expect(titles()).toBe(1);
    await withdraw();
    expect((await bed.request(requestId)).state).toBe('partly_failed');
    expect(await outcomes()).toEqual(['applied', 'skipped']);
    expect((await bed.auditTypes(requestId)).slice(-2)).toEqual([
      'call.applied',
      'request.closed',
    ]);
  });

  it('withdrawn after a lost reply to what took no effect, nothing was done', async () => {
    await loseAReply('before');
    expect(titles()).toBe(0);
    await withdraw();
    expect((await bed.request(requestId)).state).toBe('cancelled');
    expect(await outcomes()).toEqual(['pending', 'pending']);
  });

  it('withdrawn while the org is away, it says that nobody knows', async () => {
    await loseAReply('after');
    bed.org.faults.add({
      match: {},
      effect: { type: 'error', status: 503, errorCode: 'SERVER_UNAVAILABLE' },
      times: 100,
    });
    await withdraw();
    expect((await bed.request(requestId)).state).toBe('partly_failed');
    expect(await outcomes()).toEqual(['unknown', 'skipped']);
  });

  it('run again, it is no approval any more: nothing ends as if nothing had been done', async () => {
    await runAndStop();
    await retry();
    expect((await bed.request(requestId)).state).toBe('running');
    await expect(withdraw()).rejects.toMatchObject({ code: 'wrong_state' });
    await stop();
    await withdraw();
    expect((await bed.request(requestId)).state).toBe('partly_failed');
    expect(await outcomes()).toEqual(['applied', 'skipped']);
  });

  it('is not run again once it was undone', async () => {
    await runAndStop();
    await withdraw();
    await knex('salesforce_requests')
      .where({ id: requestId })
      .update({ undone_by: randomUUID() });
    await expect(retry()).rejects.toMatchObject({ code: 'wrong_state' });
  });

  it('sends no other call once its org was paused, and goes on when it is resumed', async () => {
    const paused = new SalesdeskError('ConflictError', 'It is paused', {
      code: 'org_paused',
    });
    let isPaused = false;
    bed.isCurrent = () => {
      if (isPaused) throw paused;
      return true;
    };
    bed.checkpoint = step => {
      if (step === 'called') isPaused = true;
    };
    await bed.createExecutor().runUntilIdle();
    expect(await outcomes()).toEqual(['applied', 'pending']);
    expect(await bed.job(requestId)).toMatchObject({ state: 'waiting' });
    expect(members()).toBe(0);
    isPaused = false;
    bed.checkpoint = () => {};
    bed.advance(3600);
    await bed.createExecutor().runUntilIdle();
    expect((await bed.request(requestId)).state).toBe('succeeded');
    expect([titles(), members()]).toEqual([1, 1]);
  });

  it('goes on over the new connection once its org was connected anew', async () => {
    let isCurrent = true;
    bed.isCurrent = () => isCurrent;
    let opened = 0;
    bed.checkpoint = step => {
      if (step === 'called') isCurrent = opened > 1;
      if (step !== 'claimed') return;
      opened += 1;
      isCurrent = true;
    };
    await bed.createExecutor().runUntilIdle();
    expect(opened).toBe(2);
    expect((await bed.request(requestId)).state).toBe('succeeded');
    expect([titles(), members()]).toEqual([1, 1]);
  });

  it('records what a call did, whatever is noted on the request meanwhile', async () => {
    const seen: string[] = [];
    bed.checkpoint = async step => {
      seen.push(step);
      // Somebody gives up a place in a queue, or judges an emergency.
      await knex('salesforce_requests')
        .where({ id: requestId })
        .increment('revision', 1);
    };
    await bed.createExecutor().runUntilIdle();
    expect(seen).toContain('finished');
    expect((await bed.request(requestId)).state).toBe('succeeded');
    expect(await bed.job(requestId)).toMatchObject({ state: 'done' });
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
