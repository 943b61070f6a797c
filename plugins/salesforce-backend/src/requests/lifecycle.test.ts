import {
  createSalesforceConditionalDecision,
  salesforceConditions,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { salesforceRequestReadPermission } from '@salesdesk/backstage-plugin-salesforce-common';
import { testDatabases } from '../__testUtils__/testDatabases';
import {
  allow,
  everything,
  RequestTestBed,
} from './__testUtils__/RequestTestBed';

const databases = testDatabases();

const approvers = {
  stages: [
    {
      name: 'RevOps',
      requirements: [
        {
          count: 1,
          from: [{ kind: 'group' as const, ref: 'group:default/approvers' }],
        },
      ],
    },
  ],
};

const runsAlone = {
  ...everything,
  'salesforce.request.skip-approval': allow,
};

describe.each(databases.eachSupportedId())('requests, %p', databaseId => {
  const createBed = async (policy?: object) =>
    RequestTestBed.create({ knex: await databases.init(databaseId), policy });

  it('submits what needs approval, in one transaction with its record', async () => {
    const bed = await createBed(approvers);
    const request = await bed.submit('erin', { reason: 'For the Q1 forecast' });
    expect(request).toMatchObject({
      number: 1,
      state: 'awaiting_approval',
      title: 'Open marco',
      reason: 'For the Q1 forecast',
      waitingFor: '1 of Approvers',
      allowedActions: ['amend', 'cancel'],
      changeSummary: 'Open marco',
      expiresAt: '2026-12-07T09:00:00.000Z',
      outcomes: { pending: 1 },
    });
    expect(request.stages[0].requirements[0].canReview.map(p => p.ref)).toEqual(
      ['user:default/tom', 'user:default/priya'],
    );
    expect(request.stages[0].requirements[0].cannotReview).toEqual([
      {
        person: { ref: 'user:default/erin', displayName: 'Erin' },
        reason: 'Asked for it',
      },
    ]);
    expect(await bed.auditTypes(request.id)).toEqual([
      'request.submitted',
      'request.planned',
    ]);
    expect(await bed.jobs()).toEqual([]);
    expect(await bed.notifications()).toEqual([
      'Waiting for your review: Open marco → group:default/approvers but user:default/erin user:default/marco',
    ]);
  });

  it('makes the job at once for what runs without approval', async () => {
    const bed = await createBed(approvers);
    const request = await bed.submit('erin', { roles: runsAlone });
    expect(request).toMatchObject({
      state: 'approved',
      decision: { verdict: 'runs_without_approval' },
    });
    expect(await bed.jobs()).toMatchObject([{ request_id: request.id }]);
    expect(await bed.notifications()).toEqual([]);
  });

  it('lets the last needed approval make the job', async () => {
    const bed = await createBed(approvers);
    const request = await bed.submit('erin');
    expect(await bed.review('tom', request)).toMatchObject({
      state: 'approved',
      stages: [{ state: 'approved', reviews: [{ counts: true }] }],
    });
    expect(await bed.jobs()).toHaveLength(1);
    expect(await bed.auditTypes(request.id)).toEqual([
      'request.submitted',
      'request.planned',
      'review.approved',
      'request.approved',
    ]);
    expect((await bed.notifications())[1]).toBe(
      'Approved: Open marco → user:default/erin',
    );
  });

  it('makes one job of 64 simultaneous approvals', async () => {
    const bed = await createBed();
    const request = await bed.submit('erin');
    const results = await Promise.allSettled(
      Array.from({ length: 64 }, (_, index) =>
        bed.review(`reviewer-${index}`, request),
      ),
    );
    const approved = results.filter(({ status }) => status === 'fulfilled');
    expect(approved).toHaveLength(1);
    const reasons = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(reasons).toEqual(
      reasons.map(() => expect.objectContaining({ code: 'wrong_state' })),
    );
    expect(await bed.jobs()).toHaveLength(1);
    expect((await bed.counts()).salesforce_reviews).toBe(1);
  }, 60_000);

  it('makes one request of simultaneous submits with one key', async () => {
    const bed = await createBed();
    const requests = await Promise.all(
      Array.from({ length: 12 }, () => bed.submit('erin', { key: 'once' })),
    );
    expect(new Set(requests.map(({ id }) => id)).size).toBe(1);
    expect((await bed.counts()).salesforce_requests).toBe(1);
    await expect(
      bed.submit('erin', { key: 'once', boxes: ['tom'] }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      code: 'idempotency_conflict',
    });
    // The key is the person's own.
    expect(await bed.submit('sam', { key: 'once' })).toMatchObject({
      number: 2,
    });
  });

  it('knows a key again that was taken and used while the draft was built', async () => {
    const bed = await createBed();
    bed.org.meanwhile = async () => {
      await bed.submit('erin', { key: 'k', roles: runsAlone });
      for (const box of bed.org.boxes.values()) box.isOpen = true;
    };
    // The same wish: what was to be done is done, and that is no mistake.
    const repeated = await bed.submit('erin', { key: 'k', roles: runsAlone });
    expect(repeated.number).toBe(1);
    expect((await bed.counts()).salesforce_requests).toBe(1);
    // Another wish, with nothing left to do: the key is what is wrong.
    for (const box of bed.org.boxes.values()) box.isOpen = false;
    bed.org.meanwhile = async () => {
      await bed.submit('erin', { key: 'other', roles: runsAlone });
      for (const box of bed.org.boxes.values()) box.isOpen = true;
    };
    await expect(
      bed.submit('erin', { key: 'other', boxes: ['tom'] }),
    ).rejects.toMatchObject({ code: 'idempotency_conflict' });
    await expect(
      bed.submit('erin', { key: 'fresh', boxes: ['tom'] }),
    ).rejects.toMatchObject({ code: 'nothing_to_change' });
  });

  it('takes no review by the requester, nor by a target, nor from outside', async () => {
    const bed = await createBed(approvers);
    const request = await bed.submit('erin');
    await expect(bed.review('erin', request)).rejects.toMatchObject({
      code: 'own_request',
    });
    await expect(bed.review('marco', request)).rejects.toMatchObject({
      code: 'own_target',
    });
    await expect(bed.review('sam', request)).rejects.toMatchObject({
      code: 'not_eligible',
    });
    const aboutTom = await bed.submit('erin', { boxes: ['tom'] });
    await expect(bed.review('tom', aboutTom)).rejects.toMatchObject({
      code: 'own_target',
    });
    expect((await bed.counts()).salesforce_reviews).toBe(0);
  });

  it('takes a review of the plan that the reviewer saw, and of no other', async () => {
    const bed = await createBed(approvers);
    const request = await bed.submit('erin');
    await expect(
      bed.review('tom', { id: request.id, planDigest: 'f'.repeat(64) }),
    ).rejects.toMatchObject({ name: 'ConflictError', code: 'plan_changed' });
    expect((await bed.counts()).salesforce_reviews).toBe(0);
  });

  it('opens stages in order, each for other people', async () => {
    const bed = await createBed({
      stages: [
        { ...approvers.stages[0], name: 'First' },
        { ...approvers.stages[0], name: 'Second' },
      ],
    });
    const request = await bed.submit('sam');
    const after = await bed.review('tom', request);
    expect(after).toMatchObject({
      state: 'awaiting_approval',
      waitingFor: '1 of Approvers',
      stages: [{ state: 'approved' }, { state: 'open' }],
    });
    await expect(bed.review('tom', request)).rejects.toMatchObject({
      code: 'already_reviewed',
    });
    expect(await bed.notifications()).toHaveLength(2);
    expect(await bed.review('priya', request)).toMatchObject({
      state: 'approved',
    });
  });

  it('ends with one rejection, and tells the requester why', async () => {
    const bed = await createBed(approvers);
    const request = await bed.submit('erin');
    const after = await bed.requests.review(
      {
        requestId: request.id,
        planDigest: request.planDigest,
        decision: 'reject',
        comment: 'Ask again in January',
      },
      { caller: await bed.caller('tom') },
    );
    expect(after).toMatchObject({ state: 'rejected' });
    expect(after.finishedAt).toBeDefined();
    expect(await bed.jobs()).toEqual([]);
    await expect(bed.review('priya', request)).rejects.toMatchObject({
      code: 'wrong_state',
    });
  });

  it('refuses a submit when the plan is not the one that was seen', async () => {
    const bed = await createBed();
    const caller = await bed.caller('erin');
    const wish = {
      action: 'test_open_boxes',
      input: { boxes: ['marco', 'tom'] },
    };
    const draft = await bed.requests.previewDraft(wish, { caller });
    expect(draft).toMatchObject({ valid: true, plan: { changeCount: 2 } });
    const box = bed.org.boxes.get('005000000000003AAA');
    if (box) box.isOpen = true;
    const before = await bed.counts();
    await expect(
      bed.requests.submit(
        { ...wish, planDigest: draft.plan?.digest },
        { caller },
      ),
    ).rejects.toMatchObject({ code: 'plan_changed' });
    expect(await bed.counts()).toEqual(before);
  });

  it('stores nothing of a draft, nor of a submit that cannot be recorded', async () => {
    const bed = await createBed();
    const caller = await bed.caller('erin');
    const before = await bed.counts();
    await bed.requests.previewDraft(
      { action: 'test_open_boxes', input: { boxes: ['marco'] } },
      { caller },
    );
    const append = jest
      .spyOn(bed.auditLog, 'append')
      .mockRejectedValue(new Error('The log cannot be written'));
    await expect(bed.submit('erin')).rejects.toThrow(
      'The log cannot be written',
    );
    append.mockRestore();
    expect(await bed.counts()).toEqual(before);
  });

  it('says what is wrong at which field, and that there is nothing to change', async () => {
    const bed = await createBed({ reason: 'required' });
    const caller = await bed.caller('erin');
    const preview = (input: Record<string, unknown>, reason?: string) =>
      bed.requests.previewDraft(
        { action: 'test_open_boxes', input, reason },
        { caller },
      );
    expect(await preview({ boxes: [1], colour: 'red' })).toMatchObject({
      valid: false,
      errors: [{ path: 'boxes.0' }, { path: 'colour' }],
    });
    expect(await preview({ boxes: ['marco', 'nobody'] })).toMatchObject({
      valid: false,
      errors: [{ path: 'boxes.1', code: 'unknown_name' }],
    });
    expect(await preview({ boxes: ['marco'] })).toMatchObject({
      valid: false,
      errors: [{ path: 'reason', code: 'reason_required' }],
      plan: { changeCount: 1 },
    });
    bed.org.boxes.forEach(box => {
      box.isOpen = true;
    });
    expect(await preview({ boxes: ['marco'] }, 'Why not')).toMatchObject({
      valid: false,
      errors: [
        {
          path: '',
          code: 'nothing_to_change',
          message: 'There is nothing to change: marco: is open already',
        },
      ],
    });
    await expect(
      bed.submit('erin', { reason: 'Why not' }),
    ).rejects.toMatchObject({ code: 'nothing_to_change' });
    await expect(bed.submit('erin', { boxes: ['x'] })).rejects.toMatchObject({
      name: 'InputError',
      code: 'unknown_name',
      fields: [{ path: 'boxes.0' }],
    });
  });

  it('says when submitting that nobody is left to approve', async () => {
    const bed = await createBed({
      stages: [
        {
          name: 'Manager',
          requirements: [{ count: 1, from: [{ kind: 'manager' as const }] }],
        },
      ],
    });
    await expect(bed.submit('tom')).rejects.toMatchObject({
      name: 'NotAllowedError',
      code: 'no_reviewer_left',
    });
    expect(await bed.submit('erin')).toMatchObject({
      waitingFor: 'Priya (manager)',
    });
  });

  it('lets the requester withdraw, until it runs', async () => {
    const bed = await createBed();
    const request = await bed.submit('erin', { roles: runsAlone });
    const caller = await bed.caller('erin');
    expect(
      await bed.requests.cancel({ requestId: request.id }, { caller }),
    ).toMatchObject({ state: 'cancelled', allowedActions: [] });
    expect(await bed.jobs()).toMatchObject([{ state: 'done' }]);
    await expect(
      bed.requests.cancel({ requestId: request.id }, { caller }),
    ).rejects.toMatchObject({ code: 'wrong_state' });

    const started = await bed.submit('erin', { roles: runsAlone });
    await bed
      .knex('salesforce_jobs')
      .where({ request_id: started.id })
      .update({ state: 'leased' });
    await expect(
      bed.requests.cancel({ requestId: started.id }, { caller }),
    ).rejects.toMatchObject({ code: 'wrong_state' });
    expect(await bed.row(started.id)).toMatchObject({ state: 'approved' });
  });

  it('expires what waited in vain, once, and takes no review afterwards', async () => {
    const bed = await createBed();
    const request = await bed.submit('erin');
    bed.advance(14 * 24 * 3_600_000);
    await expect(bed.review('tom', request)).rejects.toMatchObject({
      code: 'wrong_state',
    });
    const sweeps = await Promise.all([
      bed.module.expiry.sweep(),
      bed.module.expiry.sweep(),
    ]);
    expect(sweeps[0].expired + sweeps[1].expired).toBe(1);
    expect(await bed.row(request.id)).toMatchObject({ state: 'expired' });
    expect(await bed.module.expiry.sweep()).toEqual({ expired: 0 });
  });

  it('lets those who look after the org run again what needs an admin', async () => {
    const bed = await createBed();
    const request = await bed.submit('erin', { roles: runsAlone });
    await bed
      .knex('salesforce_requests')
      .where({ id: request.id })
      .update({ state: 'needs_admin', blockers: '[{"code":"x"}]' });
    await bed.knex('salesforce_jobs').update({ state: 'done' });
    const retry = { requestId: request.id, repeatUnknown: false };
    await expect(
      bed.requests.retry(retry, { caller: await bed.caller('erin') }),
    ).rejects.toMatchObject({ code: 'not_permitted' });
    const admin = await bed.caller('sam', { managesOrgs: true });
    expect(
      (await bed.requests.get({ requestId: request.id }, { caller: admin }))
        .allowedActions,
    ).toEqual(['cancel', 'retry']);
    expect(await bed.requests.retry(retry, { caller: admin })).toMatchObject({
      state: 'approved',
      blockers: [],
    });
    expect(await bed.jobs()).toMatchObject([{ state: 'queued' }]);
    await expect(
      bed.requests.retry(retry, { caller: admin }),
    ).rejects.toMatchObject({ code: 'wrong_state' });
  });

  it('does not find what one may not see', async () => {
    const bed = await createBed();
    const request = await bed.submit('erin');
    const stranger = await bed.caller('sam', {
      roles: {
        ...everything,
        'salesforce.request.read': createSalesforceConditionalDecision(
          salesforceRequestReadPermission,
          salesforceConditions.isRequester({ userRefs: ['user:default/sam'] }),
        ),
      },
    });
    const options = { caller: stranger };
    const requestId = request.id;
    const { planDigest } = request;
    const notFound = { name: 'NotFoundError', code: 'not_found' };
    const calls = [
      () => bed.requests.get({ requestId }, options),
      () => bed.requests.listChanges({ requestId, limit: 5 }, options),
      () => bed.requests.getTimeline({ requestId, limit: 5 }, options),
      () =>
        bed.requests.review(
          { requestId, planDigest, decision: 'approve' },
          options,
        ),
      () => bed.requests.cancel({ requestId }, options),
      () => bed.requests.retry({ requestId, repeatUnknown: false }, options),
      () => bed.requests.previewUndo({ requestId }, options),
      () => bed.requests.submitUndo({ requestId }, options),
    ];
    for (const call of calls) {
      await expect(call()).rejects.toMatchObject(notFound);
    }
    expect(
      await bed.requests.reviewMany(
        { reviews: [{ requestId, planDigest, decision: 'approve' }] },
        options,
      ),
    ).toMatchObject({ items: [{ ok: false, error: { code: 'not_found' } }] });
    const page = await bed.requests.list(
      { view: 'all', order: 'newest', limit: 10 },
      options,
    );
    expect(page.items).toEqual([]);
  });

  it('tells whoever may not ask nothing about the org', async () => {
    const bed = await createBed();
    const caller = await bed.caller('erin', {
      roles: {
        ...everything,
        'salesforce.request.create': createSalesforceConditionalDecision(
          salesforceRequestReadPermission,
          salesforceConditions.isOwnUser(),
        ),
      },
    });
    const draft = await bed.requests.previewDraft(
      { action: 'test_open_boxes', input: { boxes: ['marco'] } },
      { caller },
    );
    expect(draft).toMatchObject({
      valid: false,
      decision: {
        verdict: 'refused',
        code: 'not_permitted',
        reasons: ['Your role may not ask for this for other people.'],
      },
    });
    expect(draft.plan).toBeUndefined();
    expect(draft.title).toBeUndefined();
    const own = await bed.requests.previewDraft(
      { action: 'test_open_boxes', input: { boxes: ['erin'] } },
      { caller },
    );
    expect(own).toMatchObject({ valid: true, plan: { changeCount: 1 } });
  });

  it('runs read actions and records them; what they may read is the context’s to say', async () => {
    const bed = await createBed();
    const read = { action: 'test_count_boxes', input: {} };
    expect(
      await bed.requests.runRead(read, { caller: await bed.caller('sam') }),
    ).toEqual({ kind: 'text', text: '3 boxes' });
    expect(await bed.auditTypes()).toEqual(['action.read']);
    await bed.requests.runRead(read, {
      caller: await bed.caller('erin', { roles: {} }),
    });
    expect(bed.readsAll).toEqual([true, false]);
    await expect(
      bed.requests.runRead(
        { action: 'test_open_boxes', input: {} },
        { caller: await bed.caller('sam') },
      ),
    ).rejects.toMatchObject({ name: 'InputError' });
  });
});
