import { basePolicy, layerPolicies } from './defaultPolicies';
import { evaluatePolicy, type PolicyQuestion } from './evaluatePolicy';
import type { PartialPolicy } from './policySchema';

const names: Record<string, string> = {
  'group:default/revops': 'RevOps approvers',
  'user:default/priya': 'Priya Raman',
  'group:default/admins': 'Salesforce admins',
};

const members: Record<string, string[]> = {
  'group:default/revops': ['user:default/tom', 'user:default/priya'],
  'user:default/priya': ['user:default/priya'],
  'group:default/admins': ['user:default/sam'],
};

const revops = { kind: 'group', ref: 'group:default/revops' } as const;

function question(
  policy: PartialPolicy,
  more: Partial<PolicyQuestion> = {},
): PolicyQuestion {
  return {
    actionTitle: 'Freeze Salesforce users',
    policy: layerPolicies(policy),
    policyVersion: 4,
    permissions: { mayAsk: true, skipsApproval: false },
    requester: {
      ref: 'user:default/erin',
      ownershipRefs: ['user:default/erin', 'group:default/sales'],
      managerRef: 'user:default/priya',
    },
    targets: {
      size: 1,
      isOwnUser: false,
      ownsTargets: false,
      includesRequester: false,
      personRefs: ['user:default/marco'],
    },
    hasReason: true,
    now: new Date('2026-11-23T09:00:00Z'),
    orgOwnerRefs: ['group:default/admins'],
    nameOf: ref => names[ref] ?? ref,
    membersOf: ref => members[ref] ?? [],
    ...more,
  };
}

const own = {
  size: 1,
  isOwnUser: true,
  ownsTargets: false,
  includesRequester: true,
  personRefs: ['user:default/erin'],
};

describe('evaluatePolicy', () => {
  it('takes records that one owns for self-service', () => {
    const targets = {
      size: 2,
      isOwnUser: false,
      ownsTargets: true,
      includesRequester: false,
      personRefs: [],
    };
    const only = { selfService: 'only' as const };
    expect(
      evaluatePolicy(
        question(only, {
          targets,
          permissions: { mayAsk: true, skipsApproval: true },
        }),
      ),
    ).toMatchObject({
      verdict: 'runs_without_approval',
      reasons: ['You may do this with records that you own without approval.'],
    });
    expect(
      evaluatePolicy(
        question(only, { targets: { ...targets, ownsTargets: false } }),
      ).verdict,
    ).toBe('refused');
  });

  it('asks for one person whose role allows it where no stage is named', () => {
    expect(evaluatePolicy(question({}))).toEqual({
      verdict: 'needs_approval',
      code: 'needs_approval',
      reasons: [
        'It needs the approval of 1 of the people whose role allows it within 14 days.',
      ],
      reasonMissing: false,
      policyVersion: 4,
      distinctReviewers: true,
      expiresAfter: 'P14D',
      stages: [
        {
          name: 'Approval',
          requirements: [
            {
              count: 1,
              from: ['permission'],
              sentence: '1 of the people whose role allows it',
            },
          ],
        },
      ],
    });
  });

  it('resolves the manager and the owners of the org for the request', () => {
    const decision = evaluatePolicy(
      question({
        stages: [
          {
            name: 'Line',
            requirements: [{ count: 1, from: [{ kind: 'manager' }] }],
          },
          {
            name: 'Org',
            requirements: [{ count: 1, from: [revops, { kind: 'org_owner' }] }],
          },
        ],
      }),
    );
    expect(decision.stages).toEqual([
      {
        name: 'Line',
        requirements: [
          {
            count: 1,
            from: ['user:default/priya'],
            sentence: 'Priya Raman (manager)',
          },
        ],
      },
      {
        name: 'Org',
        requirements: [
          {
            count: 1,
            from: ['group:default/revops', 'group:default/admins'],
            sentence: '1 of RevOps approvers or the owners of the org',
          },
        ],
      },
    ]);
    expect(decision.reasons).toEqual([
      'It needs the approval of Priya Raman (manager), then 1 of RevOps approvers or the owners of the org within 14 days.',
    ]);
  });

  it('runs without approval where the role says so, whatever the stages', () => {
    const decision = evaluatePolicy(
      question(
        {
          stages: [
            { name: 'RevOps', requirements: [{ count: 2, from: [revops] }] },
          ],
        },
        { permissions: { mayAsk: true, skipsApproval: true }, targets: own },
      ),
    );
    expect(decision).toMatchObject({
      verdict: 'runs_without_approval',
      code: 'role_runs_it',
      reasons: ['You may do this for yourself without approval.'],
      stages: [],
    });
  });

  it.each<[string, PartialPolicy, Partial<PolicyQuestion>, string, string]>([
    [
      'an action that is switched off',
      { enabled: false },
      {},
      'policy_refused',
      '"Freeze Salesforce users" is switched off here.',
    ],
    [
      'a role that may not ask',
      {},
      { permissions: { mayAsk: false, skipsApproval: true } },
      'not_permitted',
      'Your role may not ask for this for other people.',
    ],
    [
      'somebody outside the audience',
      { audience: ['group:default/revops'] },
      {},
      'policy_refused',
      'Only RevOps approvers may ask for this.',
    ],
    [
      'other people where one asks for oneself only',
      { selfService: 'only' },
      {},
      'policy_refused',
      'Everyone asks for this for themselves only.',
    ],
    [
      'oneself where nobody asks for themselves',
      { selfService: 'off' },
      { targets: { ...own, size: 3, isOwnUser: false } },
      'policy_refused',
      'Nobody asks for this for themselves.',
    ],
    [
      'too many targets',
      { limits: { maxTargets: 10 } },
      { targets: { ...own, size: 11, isOwnUser: false } },
      'limit_exceeded',
      'It names 11, and at most 10 are allowed at a time.',
    ],
    [
      'a grant that is too long',
      { limits: { maxDuration: 'P90D' } },
      { grant: { endsAt: new Date('2027-02-22T00:00:00Z') } },
      'limit_exceeded',
      'It must end within 90 days.',
    ],
    [
      'a grant without an end',
      { limits: { maxDuration: 'P90D' } },
      { grant: {} },
      'limit_exceeded',
      'It must end within 90 days.',
    ],
    [
      'what nobody is left to approve',
      {
        stages: [
          {
            name: 'RevOps',
            requirements: [{ count: 2, from: [revops] }],
          },
        ],
      },
      {
        targets: {
          size: 1,
          isOwnUser: false,
          ownsTargets: false,
          includesRequester: false,
          personRefs: ['user:default/tom'],
        },
      },
      'no_reviewer_left',
      'Nobody could approve this: stage "RevOps" needs 2 of RevOps approvers, and without you and the people it is about, 1 too few are left. Ask an admin to change the policy.',
    ],
    [
      "a manager's approval for somebody without a manager",
      {
        stages: [
          {
            name: 'Line',
            requirements: [{ count: 1, from: [{ kind: 'manager' }] }],
          },
        ],
      },
      { requester: { ref: 'user:default/erin', ownershipRefs: [] } },
      'no_reviewer_left',
      'Nobody could approve this: stage "Line" needs the requester\'s manager, and nobody is known to be that. Ask an admin to change the policy.',
    ],
  ])('refuses %s', (_, policy, more, code, reason) => {
    expect(evaluatePolicy(question(policy, more))).toMatchObject({
      verdict: 'refused',
      code,
      reasons: [reason],
    });
  });

  it.each<[string, PartialPolicy, Partial<PolicyQuestion>]>([
    ['the audience', { audience: ['group:default/sales'] }, {}],
    ['oneself', { selfService: 'only' }, { targets: own }],
    ['as many targets as allowed', { limits: { maxTargets: 1 } }, {}],
    [
      'a grant that ends in time',
      { limits: { maxDuration: 'P90D' } },
      { grant: { endsAt: new Date('2027-02-21T09:00:00Z') } },
    ],
    [
      'an action that cannot be time-bound',
      { limits: { maxDuration: 'P90D' } },
      { grant: undefined },
    ],
    ['a trial without roles', {}, { permissions: undefined }],
  ])('lets %s pass', (_, policy, more) => {
    expect(evaluatePolicy(question(policy, more)).verdict).toBe(
      'needs_approval',
    );
  });

  it('names every obstacle, and the first decides the code', () => {
    const decision = evaluatePolicy(
      question(
        { enabled: false, limits: { maxTargets: 1 } },
        { targets: { ...own, size: 2, isOwnUser: false } },
      ),
    );
    expect(decision.code).toBe('policy_refused');
    expect(decision.reasons).toHaveLength(2);
  });

  it('misses a reason only where one is required', () => {
    const withoutReason = { hasReason: false };
    expect(
      evaluatePolicy(question({ reason: 'required' }, withoutReason))
        .reasonMissing,
    ).toBe(true);
    expect(evaluatePolicy(question({}, withoutReason)).reasonMissing).toBe(
      false,
    );
    expect(evaluatePolicy(question({ reason: 'required' })).reasonMissing).toBe(
      false,
    );
  });

  it('says when it reminds and to whom it escalates', () => {
    const decision = evaluatePolicy(
      question({
        stages: [{ name: 'One', requirements: [{ count: 1, from: [revops] }] }],
        remindAfter: 'P1D',
        escalation: {
          after: 'P2D',
          to: [{ kind: 'manager' }, { kind: 'org_owner' }],
        },
      }),
    );
    expect(decision).toMatchObject({
      verdict: 'needs_approval',
      remindAfter: 'P1D',
      escalation: {
        after: 'P2D',
        keys: ['user:default/priya', 'group:default/admins'],
        sentence: 'Priya Raman (manager) or the owners of the org',
      },
    });
  });

  it('goes to the escalation at once where nobody else is left, and is refused where it does not help', () => {
    const onlyMarco = {
      stages: [
        {
          name: 'One',
          requirements: [
            {
              count: 1,
              from: [{ kind: 'user' as const, ref: 'user:default/marco' }],
            },
          ],
        },
      ],
    };
    expect(evaluatePolicy(question(onlyMarco))).toMatchObject({
      verdict: 'refused',
      code: 'no_reviewer_left',
    });
    const helped = evaluatePolicy(
      question({ ...onlyMarco, escalation: { after: 'P2D', to: [revops] } }),
    );
    expect(helped).toMatchObject({
      verdict: 'needs_approval',
      stages: [
        {
          requirements: [
            { from: ['user:default/marco', 'group:default/revops'] },
          ],
        },
      ],
    });
    expect(helped.escalation).toBeUndefined();
    expect(helped.reasons[1]).toMatch(/^It goes to RevOps approvers at once/);
    expect(
      evaluatePolicy(
        question({
          ...onlyMarco,
          escalation: {
            after: 'P2D',
            to: [{ kind: 'user', ref: 'user:default/nobody' }],
          },
        }),
      ),
    ).toMatchObject({ code: 'no_reviewer_left' });
  });

  it('breaks the glass for those who may, with a reason, and keeps who was skipped', () => {
    const emergency = {
      breakGlass: true,
      permissions: { mayAsk: true, skipsApproval: false, mayBreakGlass: true },
    };
    const policy = {
      stages: [{ name: 'One', requirements: [{ count: 1, from: [revops] }] }],
    };
    expect(evaluatePolicy(question(policy, emergency))).toMatchObject({
      verdict: 'runs_without_approval',
      code: 'break_glass',
      reasonMissing: false,
      stages: [{ requirements: [{ from: ['group:default/revops'] }] }],
    });
    expect(
      evaluatePolicy(question(policy, { ...emergency, hasReason: false })),
    ).toMatchObject({ reasonMissing: true });
    expect(
      evaluatePolicy(
        question(policy, {
          breakGlass: true,
          permissions: { mayAsk: true, skipsApproval: false },
        }),
      ),
    ).toMatchObject({ verdict: 'refused', code: 'not_permitted' });
    // Nothing else is broken by it.
    expect(
      evaluatePolicy(question({ ...policy, enabled: false }, emergency)),
    ).toMatchObject({ verdict: 'refused', code: 'policy_refused' });
  });

  it('lays policies over each other member by member', () => {
    expect(
      layerPolicies(
        { reason: 'required', limits: { maxTargets: 5 } },
        undefined,
        { limits: {} },
      ),
    ).toEqual({ ...basePolicy, reason: 'required', limits: {} });
  });
});
