import fc from 'fast-check';
import {
  approvalStanding,
  PERMISSION_KEY,
  type ApprovalCase,
  type ApprovalStage,
  type GivenReview,
} from './approval';
import { findReviewerGap } from './findReviewerGap';
import { openReviews } from './openReviews';
import { reviewEligibility } from './reviewEligibility';

const people = ['ann', 'ben', 'cem', 'dee', 'eva'];
const keys = ['group:a', 'group:b', PERMISSION_KEY];

const stageArbitrary: fc.Arbitrary<ApprovalStage> = fc.record({
  name: fc.constant('Stage'),
  requirements: fc.array(
    fc.record({
      count: fc.integer({ min: 1, max: 2 }),
      from: fc.uniqueArray(fc.constantFrom(...keys), {
        minLength: 1,
        maxLength: 2,
      }),
      sentence: fc.constant('somebody'),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

const caseArbitrary: fc.Arbitrary<ApprovalCase> = fc.record({
  stages: fc.array(stageArbitrary, { minLength: 1, maxLength: 3 }),
  distinctReviewers: fc.boolean(),
  planVersion: fc.constant(1),
  planDigest: fc.constant('digest'),
  policyVersion: fc.constant(3),
  excludedRefs: fc.subarray(people, { maxLength: 2 }),
});

const reviewArbitrary: fc.Arbitrary<GivenReview> = fc.record({
  stage: fc.integer({ min: 0, max: 2 }),
  reviewerRef: fc.constantFrom(...people),
  decision: fc.oneof(
    { weight: 6, arbitrary: fc.constant('approve' as const) },
    { weight: 1, arbitrary: fc.constant('reject' as const) },
  ),
  keys: fc.subarray(keys),
  planVersion: fc.oneof(
    { weight: 9, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.constant(2) },
  ),
  planDigest: fc.oneof(
    { weight: 9, arbitrary: fc.constant('digest') },
    { weight: 1, arbitrary: fc.constant('another') },
  ),
  policyVersion: fc.oneof(
    { weight: 9, arbitrary: fc.constant(3) },
    { weight: 1, arbitrary: fc.constant(2) },
  ),
});

/** One review per person and stage, as the database keeps them. */
const historyArbitrary = fc
  .array(reviewArbitrary, { maxLength: 12 })
  .map(reviews => [
    ...new Map(
      reviews.map(review => [`${review.stage} ${review.reviewerRef}`, review]),
    ).values(),
  ]);

const oneOf = (...from: string[]): ApprovalStage => ({
  name: 'Approval',
  requirements: [{ count: 1, from, sentence: from.join(' or ') }],
});

function approvalCaseWith(more: Partial<ApprovalCase>): ApprovalCase {
  return {
    stages: [oneOf('group:a')],
    distinctReviewers: true,
    planVersion: 1,
    planDigest: 'digest',
    policyVersion: 3,
    excludedRefs: ['erin'],
    ...more,
  };
}

function approve(reviewerRef: string, more: Partial<GivenReview> = {}) {
  return {
    stage: 0,
    reviewerRef,
    decision: 'approve' as const,
    keys: ['group:a'],
    planVersion: 1,
    planDigest: 'digest',
    policyVersion: 3,
    ...more,
  };
}

describe('approval', () => {
  it('does not depend on the order in which reviews were given', () => {
    fc.assert(
      fc.property(
        caseArbitrary,
        historyArbitrary.chain(history =>
          fc.tuple(
            fc.constant(history),
            fc.shuffledSubarray(history, { minLength: history.length }),
          ),
        ),
        (approvalCase, [history, shuffled]) => {
          expect(approvalStanding(approvalCase, shuffled).outcome).toBe(
            approvalStanding(approvalCase, history).outcome,
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('never counts the requester or a target', () => {
    fc.assert(
      fc.property(caseArbitrary, historyArbitrary, (approvalCase, reviews) => {
        const { stages } = approvalStanding(approvalCase, reviews);
        const counted = stages.flatMap(({ requirements }) =>
          requirements.flatMap(({ approvedBy }) => approvedBy),
        );
        expect(
          counted.filter(ref => approvalCase.excludedRefs.includes(ref)),
        ).toEqual([]);
      }),
    );
  });

  it.each([
    ['of another plan', { planDigest: 'another' }],
    ['of an earlier version of the plan', { planVersion: 0 }],
    ['under another policy', { policyVersion: 2 }],
    ['of a stage that was not open', { stage: 1 }],
    ['by somebody without a key', { keys: ['group:b'] }],
  ])('does not count a review %s', (_, more) => {
    const standing = approvalStanding(approvalCaseWith({}), [
      approve('ann', more),
    ]);
    expect(standing.outcome).toBe('pending');
  });

  it('needs two people for two requirements, even if one is in both groups', () => {
    const approvalCase = approvalCaseWith({
      stages: [
        {
          name: 'Both',
          requirements: [
            { count: 1, from: ['group:a'], sentence: '1 of A' },
            { count: 1, from: ['group:b'], sentence: '1 of B' },
          ],
        },
      ],
    });
    const both = { keys: ['group:a', 'group:b'] };
    expect(approvalStanding(approvalCase, [approve('ann', both)]).outcome).toBe(
      'pending',
    );
    // Ann counts for B, because Ben can only count for A.
    expect(
      approvalStanding(approvalCase, [approve('ann', both), approve('ben')])
        .outcome,
    ).toBe('approved');
  });

  it('says whose review is wanted, and stops asking those who are complete', () => {
    const approvalCase = approvalCaseWith({
      stages: [
        {
          name: 'Both',
          requirements: [
            { count: 1, from: ['group:a'], sentence: '1 of A' },
            { count: 1, from: ['group:b'], sentence: '1 of B' },
          ],
        },
        oneOf('group:c'),
      ],
    });
    expect(openReviews(approvalCase, [])).toEqual({
      stage: 0,
      keys: ['group:a', 'group:b'],
      waitingFor: '1 of A and 1 of B',
    });
    expect(openReviews(approvalCase, [approve('ann')])).toEqual({
      stage: 0,
      keys: ['group:b'],
      waitingFor: '1 of B',
    });
    expect(
      openReviews(approvalCase, [
        approve('ann'),
        approve('ben', { keys: ['group:b'] }),
      ]),
    ).toEqual({ stage: 1, keys: ['group:c'], waitingFor: 'group:c' });
  });
});

describe('review eligibility', () => {
  const ask = (options: {
    ref?: string;
    refs?: string[];
    mayDecide?: boolean;
    isTarget?: boolean;
    state?: 'awaiting_approval' | 'stale' | 'approved';
    approvalCase?: Partial<ApprovalCase>;
    reviews?: GivenReview[];
  }) =>
    reviewEligibility({
      state: options.state ?? 'awaiting_approval',
      requesterRef: 'erin',
      approvalCase: approvalCaseWith(options.approvalCase ?? {}),
      reviews: options.reviews ?? [],
      candidate: {
        ref: options.ref ?? 'ann',
        ownershipRefs: options.refs ?? ['ann', 'group:a'],
        mayDecide: options.mayDecide ?? true,
        isTarget: options.isTarget ?? false,
      },
    });

  it('takes a member of the group whose role allows it', () => {
    expect(ask({})).toEqual({ eligible: true, stage: 0, keys: ['group:a'] });
    expect(ask({ state: 'stale' })).toMatchObject({ eligible: true });
  });

  it.each([
    ['the requester', { ref: 'erin' }, 'own_request'],
    ['a target', { isTarget: true }, 'own_target'],
    [
      'a target known by name',
      { approvalCase: { excludedRefs: ['ann'] } },
      'own_target',
    ],
    ['a role that does not review', { mayDecide: false }, 'not_permitted'],
    ['somebody outside', { refs: ['ann'] }, 'not_eligible'],
    ['a decided request', { state: 'approved' as const }, 'wrong_state'],
    [
      'a second review',
      {
        approvalCase: {
          stages: [
            {
              name: 'Two',
              requirements: [
                { count: 2, from: ['group:a'], sentence: '2 of A' },
              ],
            },
          ],
        },
        reviews: [approve('ann')],
      },
      'already_reviewed',
    ],
    [
      'a second stage with distinct reviewers',
      {
        approvalCase: { stages: [oneOf('group:a'), oneOf('group:a')] },
        reviews: [approve('ann')],
      },
      'already_reviewed',
    ],
    [
      'somebody whose part is complete',
      {
        approvalCase: {
          stages: [
            {
              name: 'Both',
              requirements: [
                { count: 1, from: ['group:a'], sentence: '1 of A' },
                { count: 1, from: ['group:b'], sentence: '1 of B' },
              ],
            },
          ],
        },
        reviews: [approve('ben')],
      },
      'not_eligible',
    ],
  ])('refuses %s', (_, options, code) => {
    expect(ask(options)).toMatchObject({ eligible: false, code });
  });

  it('lets the same person review two stages where the policy allows it', () => {
    expect(
      ask({
        approvalCase: {
          distinctReviewers: false,
          stages: [oneOf('group:a'), oneOf('group:a')],
        },
        reviews: [approve('ann')],
      }),
    ).toEqual({ eligible: true, stage: 1, keys: ['group:a'] });
  });

  it('only lets through reviews that bring the request nearer to approval', () => {
    fc.assert(
      fc.property(
        caseArbitrary,
        historyArbitrary,
        fc.constantFrom(...people),
        fc.subarray(keys),
        (approvalCase, reviews, ref, refs) => {
          const answer = reviewEligibility({
            state: 'awaiting_approval',
            requesterRef: 'erin',
            approvalCase,
            reviews,
            candidate: {
              ref,
              ownershipRefs: refs,
              mayDecide: true,
              isTarget: false,
            },
          });
          if (!answer.eligible) return;
          const missing = (given: readonly GivenReview[]) =>
            approvalStanding(approvalCase, given)
              .stages.flatMap(stage => stage.requirements)
              .reduce((sum, requirement) => sum + requirement.missing, 0);
          const review = approve(ref, {
            stage: answer.stage,
            keys: answer.keys,
          });
          expect(missing([...reviews, review])).toBeLessThan(missing(reviews));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('finding out that nobody is left', () => {
  const members: Record<string, string[]> = {
    'group:a': ['ann', 'erin'],
    'group:b': ['ann'],
  };
  const gap = (
    stages: ApprovalStage[],
    excludedRefs: string[],
    distinctReviewers = true,
  ) =>
    findReviewerGap({
      stages,
      distinctReviewers,
      excludedRefs,
      membersOf: key => members[key] ?? [],
    });

  it('finds nothing where somebody is left', () => {
    expect(gap([oneOf('group:a')], ['erin'])).toBeUndefined();
  });

  it('leaves out the requester and the targets', () => {
    expect(gap([oneOf('group:a')], ['erin', 'ann'])).toEqual({
      stage: 'Approval',
      sentence: 'group:a',
      missing: 1,
    });
  });

  it('sees that one person cannot fill two stages', () => {
    const stages = [oneOf('group:a'), oneOf('group:b')];
    expect(gap(stages, ['erin'])).toMatchObject({ missing: 1 });
    expect(gap(stages, ['erin'], false)).toBeUndefined();
  });

  it('takes it that somebody holds the permission', () => {
    expect(gap([oneOf(PERMISSION_KEY)], ['erin'])).toBeUndefined();
  });

  it('finds a requirement without anybody behind it', () => {
    expect(gap([oneOf('group:nobody')], [])).toMatchObject({ missing: 1 });
  });
});
