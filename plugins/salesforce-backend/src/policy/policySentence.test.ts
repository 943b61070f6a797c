import { layerPolicies } from './defaultPolicies';
import { partialPolicySchema, type PartialPolicy } from './policySchema';
import { nameFromRef, policySentence } from './policySentence';

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
      "Sales na and Erin walsh may ask, for themselves only. Unless a role runs it without approval, it needs the requester's manager and 2 of Revops approvers or the owners of the org, then Sam okafor, within 2 days. A reason is required. One Salesforce user or record at a time. For at most 3 months.",
    ],
    [
      { selfService: 'off', limits: { maxTargets: 50 } },
      'Everyone whose role allows it may ask, but not for themselves. Unless a role runs it without approval, it needs one person whose role allows it, within 14 days. At most 50 at a time.',
    ],
  ])('says %j in plain words', (policy, expected) => {
    expect(sentence(policy)).toBe(expected);
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
    ['no duration', { limits: { maxDuration: '90 days' } }],
  ])('refuses %s', (_, policy) => {
    expect(partialPolicySchema.safeParse(policy).success).toBe(false);
  });

  it('compares refs without regard to case', () => {
    expect(
      partialPolicySchema.parse({ audience: ['Group:Default/RevOps'] })
        .audience,
    ).toEqual(['group:default/revops']);
  });
});
