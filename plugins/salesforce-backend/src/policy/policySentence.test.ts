import { layerPolicies } from './defaultPolicies';
import {
  partialPolicySchema,
  policySchema,
  type PartialPolicy,
} from './policySchema';
import {
  listInWords,
  nameFromRef,
  policySentence,
  requirementSentence,
  sourceInWords,
} from './policySentence';

const sentence = (policy: PartialPolicy) =>
  policySentence(layerPolicies(policy), nameFromRef);

const revops = {
  kind: 'group',
  ref: 'group:default/revops-approvers',
} as const;

describe('policySentence', () => {
  it.each<[PartialPolicy, string]>([
    [
      {},
      'Everyone whose role allows it may ask. Unless a role runs it without approval, it needs one person whose role allows it, within 14 days.',
    ],
    [{ enabled: false }, 'Switched off: nobody can ask for it.'],
    [
      {
        audience: ['group:default/sales-na', 'user:default/erin.walsh'],
        selfService: 'only',
        reason: 'required',
        limits: { maxTargets: 1, maxDuration: 'P3M' },
        expiresAfter: 'P2D',
        stages: [
          {
            name: 'Line',
            requirements: [
              { count: 1, from: [{ kind: 'manager' }] },
              { count: 2, from: [revops, { kind: 'org_owner' }] },
            ],
          },
          {
            name: 'Last word',
            requirements: [
              {
                count: 1,
                from: [{ kind: 'user', ref: 'user:default/sam.okafor' }],
              },
            ],
          },
        ],
      },
      "Sales na and Erin walsh may ask, for themselves only. Unless a role runs it without approval, it needs the requester's manager and 2 of Revops approvers or the owners of the org, then Sam okafor, within 2 days. Each stage needs other people. A reason is required. One Salesforce user or record at a time. For at most 3 months.",
    ],
    [
      {
        distinctReviewers: false,
        stages: [
          { name: 'One', requirements: [{ count: 1, from: [revops] }] },
          { name: 'Two', requirements: [{ count: 1, from: [revops] }] },
        ],
      },
      'Everyone whose role allows it may ask. Unless a role runs it without approval, it needs 1 of Revops approvers, then 1 of Revops approvers, within 14 days. The same people may approve in several stages.',
    ],
    [
      { selfService: 'off', limits: { maxTargets: 50 } },
      'Everyone whose role allows it may ask, but not for themselves. Unless a role runs it without approval, it needs one person whose role allows it, within 14 days. At most 50 at a time.',
    ],
    [
      {
        remindAfter: 'P2D',
        escalation: {
          after: 'P5D',
          to: [{ kind: 'manager' }, { kind: 'org_owner' }],
        },
      },
      "Everyone whose role allows it may ask. Unless a role runs it without approval, it needs one person whose role allows it, within 14 days. Reviewers are reminded every 2 days. What nobody decided within 5 days goes to the requester's manager and the owners of the org as well.",
    ],
  ])('says %j in plain words', (policy, expected) => {
    expect(sentence(policy)).toBe(expected);
  });
});

describe('the words of a policy', () => {
  it.each([
    ['group:default/revops-approvers', 'Revops approvers'],
    ['user:default/erin.walsh', 'Erin walsh'],
    ['group:default/_deal__desk_', 'Deal desk'],
  ])('calls %s %s', (ref, name) => {
    expect(nameFromRef(ref)).toBe(name);
  });

  it.each([
    [{ kind: 'permission' as const }, 'the people whose role allows it'],
    [{ kind: 'manager' as const }, "the requester's manager"],
    [{ kind: 'org_owner' as const }, 'the owners of the org'],
    [revops, 'Revops approvers'],
  ])('calls the source %j %s', (source, name) => {
    expect(sourceInWords(source, nameFromRef)).toBe(name);
  });

  const sam = { kind: 'user' as const, ref: 'user:default/sam.okafor' };
  it.each([
    [1, [{ kind: 'manager' as const }], "the requester's manager"],
    [1, [sam], 'Sam okafor'],
    [1, [revops], '1 of Revops approvers'],
    [2, [{ kind: 'manager' as const }], "2 of the requester's manager"],
    [2, [sam], '2 of Sam okafor'],
    [1, [sam, revops], '1 of Sam okafor or Revops approvers'],
    [
      1,
      [{ kind: 'manager' as const }, revops],
      "1 of the requester's manager or Revops approvers",
    ],
  ])('asks for %s of %j as "%s"', (count, from, words) => {
    expect(requirementSentence({ count, from }, nameFromRef)).toBe(words);
  });

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
  ])('lists %j as "%s"', (items, words) => {
    expect(listInWords(items, 'and')).toBe(words);
  });
});

describe('policySchema', () => {
  const stage = (source: object) => ({
    stages: [
      { name: 'Approval', requirements: [{ count: 1, from: [source] }] },
    ],
  });

  it.each([
    ['an unknown member', { audiense: [] }],
    ['a group without a ref', stage({ kind: 'group' })],
    [
      'a ref where none belongs',
      stage({ kind: 'manager', ref: 'user:default/x' }),
    ],
    [
      'a user where a group belongs',
      stage({ kind: 'group', ref: 'user:default/x' }),
    ],
    ['an incomplete ref', { audience: ['revops'] }],
    [
      'a count of nothing',
      { stages: [{ name: 'A', requirements: [{ count: 0, from: [revops] }] }] },
    ],
    ['a duration of nothing', { expiresAfter: 'P0D' }],
    ['a duration that no calendar holds', { expiresAfter: 'P300000Y' }],
    ['no duration', { limits: { maxDuration: '90 days' } }],
  ])('refuses %s', (_, policy) => {
    expect(partialPolicySchema.safeParse(policy).success).toBe(false);
  });

  const requirement = (source: object) => ({
    stages: [
      { name: 'Approval', requirements: [{ count: 1, from: [source] }] },
    ],
  });
  const path = ['stages', 0, 'requirements', 0, 'from', 0, 'ref'];

  it.each([
    [{ kind: 'group' }, 'Say which group'],
    [{ kind: 'user' }, 'Say which user'],
    [
      { kind: 'manager', ref: 'user:default/x' },
      'A source of kind manager has no ref',
    ],
    [
      { kind: 'permission', ref: 'group:default/x' },
      'A source of kind permission has no ref',
    ],
    [
      { kind: 'group', ref: 'user:default/group' },
      'Give the entity ref of a group',
    ],
    [
      { kind: 'user', ref: 'group:default/user' },
      'Give the entity ref of a user',
    ],
  ])('says of %j: %s', (source, message) => {
    const { error } = partialPolicySchema.safeParse(requirement(source));
    expect(error?.issues).toEqual([
      expect.objectContaining({ code: 'custom', path, message }),
    ]);
  });

  it.each([
    [{ kind: 'group', ref: 'group:default/x' }],
    [{ kind: 'user', ref: 'user:default/x' }],
    [{ kind: 'manager' }],
    [{ kind: 'permission' }],
    [{ kind: 'org_owner' }],
  ])('takes the source %j', source => {
    expect(partialPolicySchema.safeParse(requirement(source)).error).toBe(
      undefined,
    );
  });

  it.each(['P14D', 'PT1H', 'P3M', 'P100Y'])(
    'takes the duration %s',
    expiresAfter => {
      expect(partialPolicySchema.parse({ expiresAfter })).toEqual({
        expiresAfter,
      });
    },
  );

  it.each(['P0D', '-P1D', 'a while', 'PT0S'])(
    'says of the duration "%s" what one looks like',
    expiresAfter => {
      const { error } = partialPolicySchema.safeParse({ expiresAfter });
      expect(error?.issues[0].message).toBe(
        'Give an ISO 8601 duration such as P14D',
      );
    },
  );

  it.each<[PartialPolicy, string[], string]>([
    [
      { expiresAfter: 'P5D', remindAfter: 'P1W' },
      ['remindAfter'],
      'Nobody would be reminded: a request expires after 5 days. Remind before that',
    ],
    [
      { expiresAfter: 'PT24H', remindAfter: 'P1D' },
      ['remindAfter'],
      'Nobody would be reminded: a request expires after 24 hours. Remind before that',
    ],
    [
      {
        expiresAfter: 'P5D',
        escalation: { after: 'P6D', to: [{ kind: 'org_owner' }] },
      },
      ['escalation', 'after'],
      'Nobody else would be asked: a request expires after 5 days. Escalate before that',
    ],
  ])('says of %j what would never happen', (policy, at, message) => {
    const { error } = policySchema.safeParse(layerPolicies(policy));
    expect(error?.issues).toEqual([
      expect.objectContaining({ path: at, message }),
    ]);
  });

  it('takes what happens before a request expires', () => {
    const policy = layerPolicies({
      expiresAfter: 'P5D',
      remindAfter: 'P1D',
      escalation: { after: 'PT119H', to: [{ kind: 'org_owner' }] },
    });
    expect(policySchema.parse(policy)).toEqual(policy);
  });

  it('compares refs without regard to case', () => {
    expect(
      partialPolicySchema.parse({ audience: ['Group:Default/RevOps'] })
        .audience,
    ).toEqual(['group:default/revops']);
  });
});
