import { testDatabases } from '../__testUtils__/testDatabases';
import {
  allow,
  everything,
  RequestTestBed,
} from './__testUtils__/RequestTestBed';

const databases = testDatabases();

const runsAlone = {
  ...everything,
  'salesforce.request.skip-approval': allow,
};

describe.each(databases.eachSupportedId())('afterwards, %p', databaseId => {
  const createBed = async (policy?: object) =>
    RequestTestBed.create({ knex: await databases.init(databaseId), policy });

  it('schedules what follows, as a request of its own with its job', async () => {
    const bed = await createBed();
    const request = await bed.submit('erin', {
      roles: runsAlone,
      until: '2027-02-22T23:59:59Z',
    });
    await bed.run(request.id);
    const caller = await bed.caller('erin');
    const { items } = await bed.requests.list(
      { view: 'mine', order: 'newest', limit: 5, states: ['scheduled'] },
      { caller },
    );
    expect(items).toMatchObject([
      {
        number: 2,
        title: 'Open marco again',
        startsAt: '2027-02-22T23:59:59.000Z',
        allowedActions: ['cancel'],
        targets: [{ label: 'marco' }],
      },
    ]);
    expect(await bed.jobs()).toMatchObject([
      { request_id: request.id },
      { request_id: items[0].id, run_at: '2027-02-22T23:59:59.000Z' },
    ]);
    const detail = await bed.requests.get(
      { requestId: request.id },
      { caller },
    );
    expect(detail.plan.followUps).toMatchObject([{ requestId: items[0].id }]);
    expect(
      await bed.requests.get({ requestId: items[0].id }, { caller }),
    ).toMatchObject({
      followUpOf: request.id,
      decision: { reasons: ['It is part of request 1.'] },
      plan: { version: 0, changes: [] },
    });

    // Scheduling again, as after a crash, schedules nothing twice.
    const row = await bed.row(request.id);
    await bed.knex.transaction(transaction =>
      bed.module.planStore.scheduleFollowUps({
        transaction,
        request: row,
        at: bed.now(),
      }),
    );
    expect((await bed.counts()).salesforce_requests).toBe(2);
  });

  it('undoes by a new request, and withdraws what was scheduled', async () => {
    const bed = await createBed();
    const request = await bed.submit('erin', {
      roles: runsAlone,
      until: '2027-02-22T23:59:59Z',
    });
    await bed.run(request.id);
    const caller = await bed.caller('erin', { roles: runsAlone });
    const draft = await bed.requests.previewUndo(
      { requestId: request.id },
      { caller },
    );
    expect(draft).toMatchObject({
      valid: true,
      title: 'Undo: Open marco',
      plan: {
        changes: [
          {
            summary: 'Undo: Open marco',
            fields: [{ name: 'IsOpen__c', before: true, after: false }],
          },
        ],
      },
    });
    const { request: undo } = await bed.requests.submitUndo(
      { requestId: request.id },
      { caller },
    );
    expect(undo).toMatchObject({
      undoOf: request.id,
      reason: 'To undo request 1',
      state: 'approved',
    });
    await expect(
      bed.requests.submitUndo({ requestId: request.id }, { caller }),
    ).rejects.toMatchObject({
      code: 'not_undoable',
      message: 'Request 3 to undo it is under way',
    });

    await bed.run(undo.id);
    expect(bed.org.boxes.get('005000000000001AAA')?.isOpen).toBe(false);
    expect(await bed.row(request.id)).toMatchObject({ undone_by: undo.id });
    const [followUp] = await bed
      .knex('salesforce_requests')
      .where({ follow_up_of: request.id });
    expect(followUp).toMatchObject({ state: 'cancelled' });
    await expect(
      bed.requests.submitUndo({ requestId: request.id }, { caller }),
    ).rejects.toMatchObject({ message: 'It was undone already' });
  });

  it('refuses to undo over what somebody else changed since', async () => {
    const bed = await createBed();
    const request = await bed.submit('erin', { roles: runsAlone });
    await bed.run(request.id);
    const box = bed.org.boxes.get('005000000000001AAA');
    if (box) box.isOpen = false;
    const caller = await bed.caller('erin', { roles: runsAlone });
    await expect(
      bed.requests.previewUndo({ requestId: request.id }, { caller }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      code: 'changed_since',
      message: 'marco was changed since, so undoing would overwrite that',
    });
  });

  it('refuses to undo what has changed nothing', async () => {
    const bed = await createBed();
    const request = await bed.submit('erin');
    await expect(
      bed.requests.previewUndo(
        { requestId: request.id },
        { caller: await bed.caller('erin') },
      ),
    ).rejects.toMatchObject({ code: 'not_undoable' });
  });

  it('reviews a plan that changed anew: earlier reviews do not count for it', async () => {
    const bed = await createBed();
    const request = await bed.submit('erin', { boxes: ['marco', 'tom'] });
    await bed.review('priya', request);
    const row = await bed.row(request.id);
    const box = bed.org.boxes.get('005000000000003AAA');
    if (box) box.isOpen = true;
    const { proposal, digest } = await bed.module.planner.plan({
      request: row,
      context: bed.org.context(row.requester_ref, bed.now()),
    });
    expect(digest).not.toBe(row.plan_digest);
    await bed.knex.transaction(async transaction => {
      const stored = await bed.module.planStore.storePlan({
        transaction,
        request: row,
        version: 2,
        proposal,
        digest,
        at: bed.now(),
      });
      const reopened = await bed.module.planStore.reopenReview({
        transaction,
        request: { ...row, ...stored },
        at: bed.now(),
      });
      await transaction('salesforce_requests')
        .where({ id: row.id })
        .update({
          ...stored,
          ...reopened.patch,
          state: 'stale',
          revision: row.revision + 1,
        });
      await transaction('salesforce_jobs').update({ state: 'done' });
    });

    const caller = await bed.caller('priya');
    const stale = await bed.requests.get({ requestId: row.id }, { caller });
    expect(stale).toMatchObject({
      state: 'stale',
      plan: { version: 2, changeCount: 1 },
      previousPlans: [{ version: 1, changeCount: 2 }],
      allowedActions: ['approve', 'reject', 'cancel'],
      stages: [{ state: 'open', reviews: [{ counts: false }] }],
    });
    await expect(bed.review('priya', request)).rejects.toMatchObject({
      code: 'plan_changed',
    });
    expect(await bed.review('priya', stale)).toMatchObject({
      state: 'approved',
    });
    expect(await bed.jobs()).toMatchObject([{ state: 'queued' }]);
  });
});
