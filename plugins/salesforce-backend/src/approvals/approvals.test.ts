import type { Policy } from '@salesdesk/backstage-plugin-salesforce-common';
import { randomUUID } from 'node:crypto';
import type { ReviewRow } from '../database/tables';
import { DatabaseOutbox } from '../outbox';
import {
  allow,
  everything,
  RequestTestBed,
} from '../requests/__testUtils__/RequestTestBed';
import { testDatabases } from '../__testUtils__/testDatabases';
import { DefaultDelegationService } from './DefaultDelegationService';

const databases = testDatabases();
const hour = 60 * 60 * 1000;
const day = 24 * hour;

const group = (ref: string, count = 1) => ({
  count,
  from: [{ kind: 'group' as const, ref }],
});

const approvers: Partial<Policy> = {
  stages: [
    { name: 'RevOps', requirements: [group('group:default/approvers')] },
  ],
};

const twoStages: Partial<Policy> = {
  stages: [
    { name: 'RevOps', requirements: [group('group:default/approvers')] },
    { name: 'Security', requirements: [group('group:default/security')] },
  ],
};

const mayBreakGlass = {
  ...everything,
  'salesforce.request.break-glass': allow,
};

describe.each(databases.eachSupportedId())('approvals, %p', databaseId => {
  const createBed = async (policy?: Partial<Policy>) =>
    RequestTestBed.create({ knex: await databases.init(databaseId), policy });

  const delegationsOf = (bed: RequestTestBed) =>
    DefaultDelegationService.create({
      knex: bed.knex,
      auditLog: bed.auditLog,
      outbox: DatabaseOutbox.create({ now: bed.now, onCommitted: () => {} }),
      people: bed.people,
      personExists: async ref => ref.startsWith('user:default/'),
      now: bed.now,
      newId: randomUUID,
    });

  async function delegate(
    bed: RequestTestBed,
    person: string,
    to: string,
    days = 5,
  ) {
    return delegationsOf(bed).create(
      {
        delegate: `user:default/${to}`,
        endsAt: new Date(bed.now().getTime() + days * day).toISOString(),
      },
      { caller: await bed.caller(person) },
    );
  }

  const reviewsOf = (bed: RequestTestBed, id: string) =>
    bed.knex<ReviewRow>('salesforce_reviews').where('request_id', id);

  it('lets a delegate review in the name of somebody, for the period and no longer', async () => {
    const bed = await createBed(approvers);
    await delegate(bed, 'priya', 'dan');
    const request = await bed.submit('erin');
    expect(request.stages[0].requirements[0].delegates).toEqual([
      {
        person: expect.objectContaining({ ref: 'user:default/dan' }),
        onBehalfOf: expect.objectContaining({ ref: 'user:default/priya' }),
      },
    ]);
    const seen = await bed.requests.get(
      { requestId: request.id },
      { caller: await bed.caller('dan') },
    );
    expect(seen).toMatchObject({
      allowedActions: ['approve', 'reject', 'cancel'],
      mayReviewFor: [{ ref: 'user:default/priya' }],
    });
    const inbox = await bed.requests.list(
      { view: 'to_review', order: 'oldest', limit: 10 },
      { caller: await bed.caller('dan') },
    );
    expect(inbox.items.map(({ id }) => id)).toEqual([request.id]);
    const approved = await bed.review('dan', request);
    expect(approved).toMatchObject({
      state: 'approved',
      stages: [
        {
          reviews: [
            {
              reviewer: { ref: 'user:default/dan' },
              onBehalfOf: { ref: 'user:default/priya' },
              counts: true,
            },
          ],
        },
      ],
    });
    // Their own word and that of their delegate are one.
    const second = await bed.submit('sam');
    bed.advance(6 * day);
    await expect(bed.review('dan', second)).rejects.toMatchObject({
      code: 'not_eligible',
    });
    expect(await bed.auditTypes()).toContain('delegation.created');
  });

  it('counts a delegate and the person they stand for as one', async () => {
    const bed = await createBed({
      stages: [
        {
          name: 'Two',
          requirements: [group('group:default/approvers', 2)],
        },
      ],
    });
    await delegate(bed, 'priya', 'dan');
    bed.advance(hour);
    await delegate(bed, 'tom', 'dan');
    const request = await bed.submit('sam');
    expect(await bed.review('dan', request)).toMatchObject({
      state: 'awaiting_approval',
    });
    // Neither the delegate again, nor the one who was stood for.
    await expect(bed.review('dan', request)).rejects.toMatchObject({
      code: 'already_reviewed',
    });
    await expect(bed.review('priya', request)).rejects.toMatchObject({
      code: 'already_reviewed',
    });
    expect(await bed.review('tom', request)).toMatchObject({
      state: 'approved',
    });
  });

  it('takes no review of one’s own request as delegate, on behalf, by alias or through a group', async () => {
    const bed = await createBed(approvers);
    // Erin asked. She stands for Priya; Dan stands for Erin; Dan named Sam.
    await delegate(bed, 'priya', 'erin');
    await delegate(bed, 'erin', 'dan');
    await delegate(bed, 'dan', 'sam');
    const request = await bed.submit('erin');
    await expect(bed.review('erin', request)).rejects.toMatchObject({
      code: 'own_request',
    });
    await expect(
      bed.requests.review(
        {
          requestId: request.id,
          planDigest: request.planDigest,
          decision: 'approve',
          onBehalfOf: 'user:default/priya',
        },
        { caller: await bed.caller('erin') },
      ),
    ).rejects.toMatchObject({ code: 'own_request' });
    await expect(bed.review('dan', request)).rejects.toMatchObject({
      code: 'not_eligible',
    });
    // Nobody passes on what was delegated to them.
    await expect(bed.review('sam', request)).rejects.toMatchObject({
      code: 'not_eligible',
    });
    // A second entity in the catalog with the Salesforce user of the requester,
    // or of the target.
    bed.people.groups['group:default/approvers'].push(
      'user:default/erin2',
      'user:default/marco2',
    );
    bed.org.requesterUserIds.set('user:default/erin', '005000000000002AAA');
    bed.salesforceUsers.set('user:default/erin2', '005000000000002AAA');
    bed.salesforceUsers.set('user:default/marco2', '005000000000001AAA');
    const another = await bed.submit('erin');
    for (const alias of ['erin2', 'marco2']) {
      await expect(bed.review(alias, another)).rejects.toMatchObject({
        code: 'own_target',
      });
      const inbox = await bed.requests.list(
        { view: 'to_review', order: 'oldest', limit: 10 },
        { caller: await bed.caller(alias) },
      );
      expect(inbox.items.map(({ id }) => id)).not.toContain(another.id);
    }
    expect(await reviewsOf(bed, request.id)).toEqual([]);
    expect(await reviewsOf(bed, another.id)).toEqual([]);
  });

  it('takes two catalog entities with one Salesforce user for one person', async () => {
    const bed = await createBed({
      stages: [
        { name: 'Two', requirements: [group('group:default/approvers', 2)] },
      ],
    });
    bed.people.groups['group:default/approvers'].push('user:default/tom2');
    bed.salesforceUsers.set('user:default/tom', '005000000000009AAA');
    bed.salesforceUsers.set('user:default/tom2', '005000000000009AAA');
    const request = await bed.submit('sam');
    await bed.review('tom', request);
    await expect(bed.review('tom2', request)).rejects.toMatchObject({
      code: 'already_reviewed',
    });
  });

  it('refuses a delegation to oneself, to nobody, or for no time', async () => {
    const bed = await createBed();
    const service = delegationsOf(bed);
    const caller = await bed.caller('priya');
    const endsAt = new Date(bed.now().getTime() + day).toISOString();
    for (const body of [
      { delegate: 'USER:default/Priya', endsAt },
      { delegate: 'group:default/approvers', endsAt },
      { delegate: 'user:elsewhere/nobody', endsAt },
      { delegate: 'tom', endsAt: bed.now().toISOString() },
      { delegate: 'tom', endsAt: '2028-01-01T00:00:00Z' },
    ]) {
      await expect(service.create(body, { caller })).rejects.toMatchObject({
        code: 'invalid_input',
      });
    }
    const { id } = await service.create(
      { delegate: 'tom', endsAt },
      { caller },
    );
    await expect(
      service.end({ delegationId: id }, { caller: await bed.caller('tom') }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await service.end({ delegationId: id }, { caller });
    expect(await service.list({ caller })).toEqual({ given: [], received: [] });
  });

  it('changes a request before its first review, and not after', async () => {
    const bed = await createBed(approvers);
    const request = await bed.submit('erin', { boxes: ['marco'] });
    const caller = await bed.caller('erin');
    const amended = await bed.requests.amend(
      { requestId: request.id, input: { boxes: ['marco', 'tom'] } },
      { caller },
    );
    expect(amended).toMatchObject({
      state: 'awaiting_approval',
      title: 'Open marco, tom',
      plan: { version: 2, changeCount: 2 },
      previousPlans: [{ version: 1, digest: request.planDigest }],
    });
    expect(amended.planDigest).not.toBe(request.planDigest);
    // What the reviewer saw is gone; Tom is a target by now.
    await expect(bed.review('priya', request)).rejects.toMatchObject({
      code: 'plan_changed',
    });
    await expect(bed.review('tom', amended)).rejects.toMatchObject({
      code: 'own_target',
    });
    expect(await bed.auditTypes(request.id)).toEqual([
      'request.submitted',
      'request.planned',
      'request.amended',
      'request.planned',
    ]);
    await expect(
      bed.requests.amend(
        { requestId: request.id, input: { boxes: ['tom'] } },
        { caller: await bed.caller('sam') },
      ),
    ).rejects.toMatchObject({ code: 'not_permitted' });
    await bed.review('priya', amended);
    await expect(
      bed.requests.amend(
        { requestId: request.id, input: { boxes: ['tom'] } },
        { caller },
      ),
    ).rejects.toMatchObject({ code: 'wrong_state' });
  });

  it('lets an approver take targets off and approve the rest, and add nothing', async () => {
    const bed = await createBed(twoStages);
    const request = await bed.submit('dan', { boxes: ['marco', 'erin'] });
    await bed.review('tom', request);
    // Sam, of the second stage, leaves Erin out.
    const narrowed = await bed.requests.narrow(
      {
        requestId: request.id,
        planDigest: request.planDigest,
        remove: ['005000000000002AAA'],
        comment: 'She left',
      },
      { caller: await bed.caller('sam') },
    );
    expect(narrowed).toMatchObject({
      state: 'awaiting_approval',
      title: 'Open marco, erin, without erin',
      plan: { version: 2, changes: [{ summary: 'Open marco' }] },
      previousPlans: [{ version: 1, changeCount: 2 }],
      stages: [
        // Tom approved the whole and is asked again for the rest.
        { state: 'open', reviews: [{ counts: false }] },
        { state: 'waiting', reviews: [{ counts: true }] },
      ],
    });
    expect(await bed.auditTypes(request.id)).toEqual(
      expect.arrayContaining(['request.narrowed']),
    );
    const approved = await bed.review('tom', narrowed);
    expect(approved).toMatchObject({ state: 'approved' });
    // The job computes the same plan: the digest is the one that was approved.
    const row = await bed.row(request.id);
    const { digest } = await bed.module.planner.plan({
      request: row,
      context: bed.org.context(row.requester_ref, bed.now()),
    });
    expect(digest).toBe(row.plan_digest);

    const other = await bed.submit('dan', { boxes: ['marco', 'erin'] });
    const narrow = async (remove: string[], who = 'tom') =>
      bed.requests.narrow(
        { requestId: other.id, planDigest: other.planDigest, remove },
        { caller: await bed.caller(who) },
      );
    await expect(narrow(['005000000000003AAA'])).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await expect(
      narrow(['005000000000001AAA', '005000000000002AAA']),
    ).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(narrow(['005000000000001AAA'], 'dan')).rejects.toMatchObject({
      code: 'own_request',
    });
    expect((await bed.row(other.id)).plan_version).toBe(1);
  });

  it('reminds of nothing whose time is over, and escalates nothing', async () => {
    const bed = await createBed({
      ...approvers,
      expiresAfter: 'P1D',
      remindAfter: 'PT4H',
      escalation: { after: 'PT8H', to: [{ kind: 'org_owner' }] },
    });
    const request = await bed.submit('erin');
    bed.advance(day);
    expect(await bed.module.nudges.sweep()).toEqual({
      reminded: 0,
      escalated: 0,
    });
    await bed.module.expiry.sweep();
    expect((await bed.row(request.id)).state).toBe('expired');
  });

  it('revives nothing whose time is over, before any sweep has seen it', async () => {
    const bed = await createBed({ ...approvers, expiresAfter: 'P1D' });
    const request = await bed.submit('sam');
    bed.advance(day);
    await expect(
      bed.requests.amend(
        { requestId: request.id, input: { boxes: ['erin'] } },
        { caller: await bed.caller('sam') },
      ),
    ).rejects.toMatchObject({ code: 'wrong_state' });
    await bed.module.expiry.sweep();
    expect((await bed.row(request.id)).state).toBe('expired');
  });

  it('takes an approval back until its job has started', async () => {
    const bed = await createBed(approvers);
    const request = await bed.submit('erin');
    await bed.review('tom', request);
    const caller = await bed.caller('tom');
    expect(await bed.jobs()).toMatchObject([{ state: 'queued' }]);
    await expect(
      bed.requests.withdrawApproval(
        { requestId: request.id },
        { caller: await bed.caller('priya') },
      ),
    ).rejects.toMatchObject({ code: 'wrong_state' });
    const waits = await bed.requests.withdrawApproval(
      { requestId: request.id, comment: 'I misread it' },
      { caller },
    );
    expect(waits).toMatchObject({
      state: 'awaiting_approval',
      stages: [
        {
          state: 'open',
          reviews: [{ counts: false, withdrawnReason: 'I misread it' }],
        },
      ],
    });
    expect(await bed.jobs()).toMatchObject([{ state: 'done' }]);
    // The same person may think again; the job is queued once.
    expect(await bed.review('tom', waits)).toMatchObject({ state: 'approved' });
    expect(await bed.jobs()).toMatchObject([{ state: 'queued' }]);

    await bed
      .knex('salesforce_jobs')
      .update({ state: 'leased', lease_until: '2027-01-01T00:00:00.000Z' });
    await expect(
      bed.requests.withdrawApproval({ requestId: request.id }, { caller }),
    ).rejects.toMatchObject({ code: 'wrong_state' });
    expect((await bed.row(request.id)).state).toBe('approved');
    expect(await bed.auditTypes(request.id)).toEqual(
      expect.arrayContaining(['review.withdrawn']),
    );
  });

  it('counts no earlier approval of somebody who lost the right', async () => {
    const bed = await createBed(twoStages);
    const request = await bed.submit('erin');
    await bed.review('tom', request);
    bed.people.groups['group:default/approvers'] = ['user:default/priya'];
    bed.advance(hour);
    // The last review finds out, and the first stage is open again.
    await expect(bed.review('sam', request)).rejects.toMatchObject({
      code: 'not_eligible',
      message: 'This stage waits for 1 of Approvers',
    });
    // Not only Sam hears it: it waits for those who can go on, and tells them.
    expect((await bed.row(request.id)).waiting_for).toBe('1 of Approvers');
    const inbox = await bed.requests.list(
      { view: 'to_review', order: 'oldest', limit: 10 },
      { caller: await bed.caller('priya') },
    );
    expect(inbox.items.map(({ id }) => id)).toEqual([request.id]);
    const told = await bed.notifications();
    expect(told[told.length - 1]).toMatch(/→ group:default\/approvers /);
    expect(await bed.review('priya', request)).toMatchObject({
      state: 'awaiting_approval',
      stages: [
        {
          state: 'approved',
          reviews: [
            { counts: false, withdrawnReason: expect.stringMatching(/^Tom/) },
            { counts: true },
          ],
        },
        { state: 'open' },
      ],
    });
    expect(await bed.auditTypes(request.id)).toContain('review.lapsed');
    expect(await bed.review('sam', request)).toMatchObject({
      state: 'approved',
    });
  });

  it('counts an earlier approval for what its giver still stands for', async () => {
    const bed = await createBed({
      stages: [
        {
          name: 'Both',
          requirements: [
            group('group:default/approvers'),
            group('group:default/security'),
          ],
        },
      ],
    });
    bed.people.groups['group:default/security'] = [
      'user:default/tom',
      'user:default/sam',
    ];
    const request = await bed.submit('erin');
    await bed.review('tom', request);
    bed.people.groups['group:default/approvers'] = ['user:default/priya'];
    await expect(bed.review('sam', request)).rejects.toMatchObject({
      code: 'not_eligible',
      message:
        'What you stand for is complete; this stage still waits for 1 of Approvers',
    });
    expect(await bed.review('priya', request)).toMatchObject({
      state: 'approved',
    });
  });

  it('reminds and escalates once, however many replicas sweep', async () => {
    const bed = await createBed({
      ...approvers,
      remindAfter: 'PT4H',
      escalation: {
        after: 'P1D',
        to: [{ kind: 'group', ref: 'group:default/security' }],
      },
    });
    const request = await bed.submit('erin');
    expect(request.nudges).toEqual({
      remindsAt: '2026-11-23T13:00:00.000Z',
      escalatesAt: '2026-11-24T09:00:00.000Z',
      escalatesTo: 'Security',
    });
    await expect(bed.review('sam', request)).rejects.toMatchObject({
      code: 'not_eligible',
    });
    const sweep = async () => {
      const results = await Promise.all(
        Array.from({ length: 4 }, () => bed.module.nudges.sweep()),
      );
      return results.reduce(
        (sum, { reminded, escalated }) => ({
          reminded: sum.reminded + reminded,
          escalated: sum.escalated + escalated,
        }),
        { reminded: 0, escalated: 0 },
      );
    };
    expect(await sweep()).toEqual({ reminded: 0, escalated: 0 });
    bed.advance(5 * hour);
    expect(await sweep()).toEqual({ reminded: 1, escalated: 0 });
    expect((await bed.notifications()).slice(1)).toEqual([
      'Still waiting for your review: Open marco → group:default/approvers but user:default/erin user:default/marco',
    ]);
    bed.advance(20 * hour);
    expect(await sweep()).toEqual({ reminded: 0, escalated: 1 });
    expect((await bed.notifications()).at(-1)).toBe(
      'Waiting for your review: Open marco → group:default/security but user:default/erin user:default/marco',
    );
    expect(await bed.review('sam', request)).toMatchObject({
      state: 'approved',
    });
    bed.advance(9 * day);
    expect(await sweep()).toEqual({ reminded: 0, escalated: 0 });
  });

  it('goes to the escalation at once where nobody else is left, and says so', async () => {
    const onlyErin: Partial<Policy> = {
      stages: [
        {
          name: 'One',
          requirements: [
            {
              count: 1,
              from: [{ kind: 'user', ref: 'user:default/erin' }],
            },
          ],
        },
      ],
    };
    const alone = await createBed(onlyErin);
    // A delegate of the only one who could does not help: it is her request.
    await delegate(alone, 'erin', 'dan');
    await expect(alone.submit('erin')).rejects.toMatchObject({
      code: 'no_reviewer_left',
    });
    const bed = await createBed({
      ...onlyErin,
      escalation: {
        after: 'P1D',
        to: [{ kind: 'group', ref: 'group:default/security' }],
      },
    });
    const request = await bed.submit('erin');
    expect(request.decision.reasons[1]).toMatch(/goes to Security at once/);
    expect(await bed.review('sam', request)).toMatchObject({
      state: 'approved',
    });
  });

  it('breaks the glass with a reason: runs, tells everybody skipped, is looked at afterwards', async () => {
    const bed = await createBed(twoStages);
    const submit = async (more: object, roles = mayBreakGlass) =>
      bed.requests.submit(
        {
          action: 'test_open_boxes',
          input: { boxes: ['marco'] },
          breakGlass: true,
          ...more,
        },
        { caller: await bed.caller('dan', { roles }) },
      );
    await expect(submit({})).rejects.toMatchObject({ code: 'reason_required' });
    await expect(
      submit({ reason: 'Help' }, everything as typeof mayBreakGlass),
    ).rejects.toMatchObject({ code: 'not_permitted' });

    const { request } = await submit({ reason: 'He deletes records' });
    expect(request).toMatchObject({
      state: 'approved',
      breakGlass: 'to_review',
      decision: { code: 'break_glass', verdict: 'runs_without_approval' },
    });
    expect(await bed.jobs()).toHaveLength(1);
    expect(await bed.notifications()).toEqual([
      'Ran without your approval: Open marco → group:default/approvers group:default/security but user:default/dan user:default/marco',
    ]);
    const inbox = await bed.requests.list(
      { view: 'to_review', order: 'oldest', limit: 10 },
      { caller: await bed.caller('tom') },
    );
    expect(inbox.items).toMatchObject([
      {
        id: request.id,
        allowedActions: expect.arrayContaining(['review_after']),
      },
    ]);
    const look = async (who: string) =>
      bed.requests.reviewAfterwards(
        {
          requestId: request.id,
          verdict: 'not_justified',
          comment: 'It could wait',
        },
        { caller: await bed.caller(who) },
      );
    await expect(look('dan')).rejects.toMatchObject({ code: 'not_eligible' });
    await expect(look('marco')).rejects.toMatchObject({ code: 'not_eligible' });
    expect(await look('tom')).toMatchObject({
      breakGlass: 'reviewed',
      afterReview: {
        reviewer: { ref: 'user:default/tom' },
        verdict: 'not_justified',
        comment: 'It could wait',
      },
    });
    await expect(look('priya')).rejects.toMatchObject({ code: 'wrong_state' });
    expect(await bed.auditTypes(request.id)).toEqual([
      'request.submitted',
      'request.planned',
      'request.reviewed_afterwards',
    ]);
  });

  describe('an emergency of which nobody would be told', () => {
    const ownersOnly: Partial<Policy> = {
      stages: [
        {
          name: 'Owners',
          requirements: [{ count: 1, from: [{ kind: 'org_owner' }] }],
        },
      ],
    };
    /** The only owner of the org, in a group of their own, runs something. */
    async function emergency(bed: RequestTestBed) {
      const { request } = await bed.requests.submit(
        {
          action: 'test_open_boxes',
          input: { boxes: ['marco'] },
          breakGlass: true,
          reason: 'He deletes records',
        },
        { caller: await bed.caller('sam', { roles: mayBreakGlass }) },
      );
      return request;
    }
    const told = (who: string) => [
      `Ran without approval: Open marco → group:default/security ${who} but user:default/sam user:default/marco`,
    ];

    it('is told to those to whom the host gives a say, who look at it', async () => {
      const bed = await createBed(ownersOnly);
      bed.watchers.push(
        'user:default/sam',
        'user:default/marco',
        'user:default/ines',
      );
      const request = await emergency(bed);
      expect(await bed.notifications()).toEqual(told('user:default/ines'));
      const inbox = await bed.requests.list(
        { view: 'to_review', order: 'oldest', limit: 10 },
        { caller: await bed.caller('ines') },
      );
      expect(inbox.items.map(({ id }) => id)).toEqual([request.id]);
      const look = async (who: string) =>
        bed.requests.reviewAfterwards(
          { requestId: request.id, verdict: 'justified' },
          { caller: await bed.caller(who) },
        );
      await expect(look('tom')).rejects.toMatchObject({ code: 'not_eligible' });
      expect(await look('ines')).toMatchObject({ breakGlass: 'reviewed' });
    });

    it('is told to the manager, owners of other orgs and earlier reviewers, where the host says nothing', async () => {
      const bed = await createBed(approvers);
      await bed.review('tom', await bed.submit('erin'));
      bed.people.managers['user:default/sam'] = 'user:default/vic';
      bed.people.groups['group:default/approvers'] = ['user:default/sam'];
      bed.owners.other = ['user:default/gone', 'user:default/olga'];
      await emergency(bed);
      const [last] = (await bed.notifications()).slice(-1);
      expect(last).toBe(
        'Ran without approval: Open marco → group:default/approvers group:default/security user:default/vic user:default/olga user:default/tom but user:default/sam user:default/marco',
      );
    });

    it('says so plainly where there is nobody', async () => {
      const bed = await createBed(ownersOnly);
      const request = await emergency(bed);
      expect(request.decision.reasons).toContainEqual(
        expect.stringMatching(/^Nobody but who asked could be told/),
      );
      const { items } = await bed.auditLog.list({
        filter: { requestId: request.id },
        order: 'oldest',
        limit: 1,
      });
      expect(JSON.stringify(items[0].data)).toContain('Nobody but who asked');
    });

    it('adds nobody where somebody who was skipped is told', async () => {
      const bed = await createBed(approvers);
      bed.watchers.push('user:default/ines');
      const request = await emergency(bed);
      expect(await bed.notifications()).toEqual([
        'Ran without your approval: Open marco → group:default/approvers group:default/security but user:default/sam user:default/marco',
      ]);
      expect(JSON.stringify(request.decision.reasons)).not.toContain('Nobody');
    });
  });
});
