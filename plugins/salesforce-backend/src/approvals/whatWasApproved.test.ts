import type { Policy } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  PlannedChange,
  PlanProposal,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { planDigest } from '../domain/planDigest';
import { RequestTestBed } from '../requests/__testUtils__/RequestTestBed';
import { testDatabases } from '../__testUtils__/testDatabases';

const databases = testDatabases();
const day = 24 * 60 * 60 * 1000;

const approvers: Partial<Policy> = {
  stages: [
    {
      name: 'RevOps',
      requirements: [
        {
          count: 1,
          from: [{ kind: 'group', ref: 'group:default/approvers' }],
        },
      ],
    },
  ],
};

describe.each(databases.eachSupportedId())(
  'an approval when its job starts, %p',
  databaseId => {
    const createBed = async (policy: Partial<Policy> = approvers) =>
      RequestTestBed.create({ knex: await databases.init(databaseId), policy });

    /** What the executor asks before the first effect. */
    async function gate(bed: RequestTestBed, id: string) {
      const request = await bed.row(id);
      const context = bed.org.context(request.requester_ref, bed.now());
      const { proposal } = await bed.module.planner.plan({ request, context });
      return bed.module.gate.check({
        request,
        action: bed.org.openBoxes,
        proposal,
        context,
      });
    }

    async function approved(bed: RequestTestBed) {
      const request = await bed.submit('erin');
      await bed.review('tom', request);
      return request;
    }

    const lapsed = (reason: RegExp) => ({
      kind: 'lapsed',
      reasons: [expect.stringMatching(reason)],
    });

    it('holds while nothing changed', async () => {
      const bed = await createBed();
      const { id } = await approved(bed);
      expect(await gate(bed, id)).toEqual({ kind: 'holds' });
    });

    it('lapses when a reviewer left the group that made them one', async () => {
      const bed = await createBed();
      const { id } = await approved(bed);
      bed.people.groups['group:default/approvers'] = ['user:default/priya'];
      expect(await gate(bed, id)).toMatchObject(
        lapsed(/^Tom may not review this any more/),
      );
    });

    it('lapses when a reviewer keeps one of their groups and lost the one that counted', async () => {
      const from = (ref: string) => ({
        count: 1,
        from: [{ kind: 'group' as const, ref }],
      });
      const bed = await createBed({
        stages: [
          {
            name: 'Both',
            requirements: [
              from('group:default/approvers'),
              from('group:default/security'),
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
      expect(await bed.review('sam', request)).toMatchObject({
        state: 'approved',
      });
      expect(await gate(bed, request.id)).toEqual({ kind: 'holds' });
      // Two of security are left, and nobody of the approvers.
      bed.people.groups['group:default/approvers'] = ['user:default/priya'];
      expect(await gate(bed, request.id)).toMatchObject(
        lapsed(/^Tom stands for fewer here/),
      );
    });

    it('holds a request that was changed late to the limits of the day when it was changed', async () => {
      const bed = await createBed({
        ...approvers,
        limits: { maxDuration: 'P7D' },
      });
      const inDays = (days: number) =>
        new Date(bed.now().getTime() + days * day).toISOString();
      const request = await bed.submit('erin', { until: inDays(5) });
      bed.advance(6 * day);
      const amended = await bed.requests.amend(
        {
          requestId: request.id,
          input: { boxes: ['marco'], until: inDays(6) },
        },
        { caller: await bed.caller('erin') },
      );
      await bed.review('tom', amended);
      expect(await gate(bed, request.id)).toEqual({ kind: 'holds' });
    });

    it('lapses when somebody else is the manager by now', async () => {
      const bed = await createBed({
        stages: [
          {
            name: 'Line',
            requirements: [{ count: 1, from: [{ kind: 'manager' }] }],
          },
        ],
      });
      const request = await bed.submit('erin');
      await bed.review('priya', request);
      expect(await gate(bed, request.id)).toEqual({ kind: 'holds' });
      bed.people.managers['user:default/erin'] = 'user:default/tom';
      expect(await gate(bed, request.id)).toMatchObject(
        lapsed(/^Other people answer for it now/),
      );
    });

    it('lapses when the policy asks for more by now, and holds when it only sounds different', async () => {
      const bed = await createBed();
      const { id } = await approved(bed);
      const store = (version: number, policy: Partial<Policy>) =>
        bed.knex('salesforce_policies').insert({
          action: 'test_open_boxes',
          version,
          policy: JSON.stringify(policy),
          reset: false,
          changed_by: 'user:default/sam',
          changed_at: bed.now().toISOString(),
          comment: null,
        });
      const [stage] = approvers.stages ?? [];
      await store(1, { stages: [{ ...stage, name: 'Another name' }] });
      expect(await gate(bed, id)).toEqual({ kind: 'holds' });
      await store(2, {
        stages: [
          stage,
          {
            name: 'Security',
            requirements: [
              {
                count: 1,
                from: [{ kind: 'group', ref: 'group:default/security' }],
              },
            ],
          },
        ],
      });
      const answer = await gate(bed, id);
      expect(answer).toMatchObject(lapsed(/^The policy changed/));
      // It is reviewed by what holds now.
      expect(answer).toMatchObject({ patch: { policy_version: 2 } });
      await store(3, { enabled: false });
      expect(await gate(bed, id)).toMatchObject({
        kind: 'refused',
        blockers: [{ code: 'policy_refused' }],
      });
    });

    it('lapses when it is older than a request may wait', async () => {
      const bed = await createBed();
      const { id } = await approved(bed);
      bed.advance(13 * day);
      expect(await gate(bed, id)).toEqual({ kind: 'holds' });
      bed.advance(2 * day);
      expect(await gate(bed, id)).toMatchObject(
        lapsed(/^It was approved too long ago/),
      );
    });

    it('lapses when the reviewer turns out to be the requester under another name', async () => {
      const bed = await createBed();
      bed.org.requesterUserIds.set('user:default/erin', '005000000000002AAA');
      const { id } = await approved(bed);
      // The org was away when Tom reviewed; now it answers.
      bed.salesforceUsers.set('user:default/tom', '005000000000002AAA');
      expect(await gate(bed, id)).toMatchObject(
        lapsed(/^Tom has the same Salesforce user/),
      );
    });

    it('lapses when the review is of another plan, policy or person than is stored', async () => {
      const bed = await createBed();
      const { id } = await approved(bed);
      const reviews = () =>
        bed.knex('salesforce_reviews').where({
          request_id: id,
        });
      const [original] = await reviews();
      for (const altered of [
        { plan_digest: 'f'.repeat(64) },
        { plan_version: 7 },
        { policy_version: 7 },
        { decision: 'reject' },
        { stage: 3 },
        { sources: '[]' },
        { reviewer_ref: 'user:default/erin' },
        { on_behalf_of: 'user:default/erin' },
        { withdrawn_at: bed.now().toISOString() },
      ]) {
        await reviews().update(altered);
        expect(await gate(bed, id)).toMatchObject({ kind: 'lapsed' });
        await reviews().update(original);
      }
      expect(await gate(bed, id)).toEqual({ kind: 'holds' });
    });
  },
);

describe('the digest of a plan', () => {
  const change: PlannedChange = {
    object: 'PermissionSetAssignment',
    recordId: null,
    operation: 'create',
    summary: 'Assign it',
    target: { object: 'User', id: '005000000000001AAA', label: 'Marco' },
    fields: [
      { name: 'AssigneeId', label: 'User', before: null, after: '005' },
      { name: 'Count', label: 'Count', before: 1, after: 2, afterFrom: 0 },
    ],
    naturalKey: ['AssigneeId', 'PermissionSetId'],
    recordFrom: 0,
    after: [0],
    method: 'reset_password',
  };
  const plan = {
    orgId: 'acme',
    actionId: 'salesforce_assign_permission_set',
    changes: [change, { ...change, operation: 'update' as const }],
    followUps: [
      {
        action: 'salesforce_remove_permission_set',
        input: { users: ['005'], nested: { deep: [1, true, null] } },
        at: '2026-12-01T00:00:00Z',
        summary: 'Remove it',
      },
    ] satisfies PlanProposal['followUps'],
    without: ['User:005000000000009AAA'],
  };
  /** What reviewers read, and what decides nothing. */
  const words = new Set(['summary', 'label', 'target']);

  /** Every place in a value, with a way to put something else there. */
  function mutations(value: unknown, path: string[] = []): string[][] {
    if (typeof value !== 'object' || value === null) return [path];
    return Object.entries(value).flatMap(([key, part]) =>
      words.has(key) ? [] : mutations(part, [...path, key]),
    );
  }

  function mutated(path: string[]): typeof plan {
    const copy = structuredClone(plan);
    const last = path[path.length - 1];
    const holder = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>(
        (part, key) => part[key] as Record<string, unknown>,
        copy as unknown as Record<string, unknown>,
      );
    const before = holder[last];
    holder[last] = typeof before === 'number' ? before + 1 : `${before}x`;
    return copy;
  }

  const paths = mutations(plan);

  it('has more than thirty places that matter', () => {
    expect(paths.length).toBeGreaterThan(30);
  });

  it.each(paths.map(path => [path.join('.'), path] as const))(
    'is another when %s is',
    (_, path) => {
      expect(planDigest(mutated([...path]))).not.toBe(planDigest(plan));
    },
  );

  it('is another when a change is added, taken away or moved', () => {
    const [first, second] = plan.changes;
    for (const changes of [
      [first],
      [second, first],
      [first, second, second],
      [],
    ]) {
      expect(planDigest({ ...plan, changes })).not.toBe(planDigest(plan));
    }
  });
});
