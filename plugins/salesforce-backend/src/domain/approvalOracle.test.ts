import fc from 'fast-check';
import {
  approvalStanding,
  PERMISSION_KEY,
  type ApprovalCase,
  type ApprovalStage,
  type GivenReview,
} from './approval';
import { findReviewerGap } from './findReviewerGap';
import { reviewEligibility } from './reviewEligibility';

/*
 * The rules of approval a second time, written to be read and not to be fast:
 * it tries every way to give approvals to requirements. It shares no code with
 * what it checks.
 */
function oracle(
  approvalCase: ApprovalCase,
  reviews: readonly GivenReview[],
): 'pending' | 'approved' | 'rejected' {
  const behind = (review: GivenReview) =>
    new Set(
      [review.reviewerRef, review.onBehalfOf, ...(review.aliases ?? [])].filter(
        name => name !== undefined,
      ),
    );
  const share = (names: Set<string>, others: Iterable<string>) =>
    [...others].some(name => names.has(name));
  const usedBefore = new Set<string>();

  for (const [index, { requirements }] of approvalCase.stages.entries()) {
    const counts = reviews.filter(
      review =>
        review.stage === index &&
        review.planVersion === approvalCase.planVersion &&
        review.planDigest === approvalCase.planDigest &&
        review.policyVersion === approvalCase.policyVersion &&
        !share(behind(review), approvalCase.excludedRefs) &&
        !(
          approvalCase.distinctReviewers && share(behind(review), usedBefore)
        ) &&
        requirements.some(({ from }) =>
          review.keys.some(key => from.includes(key)),
        ),
    );
    if (counts.some(({ decision }) => decision === 'reject')) return 'rejected';

    // One's own word goes before a delegate's; nobody counts twice.
    const inOrder = [
      ...counts.filter(review => review.onBehalfOf === undefined),
      ...counts.filter(review => review.onBehalfOf !== undefined),
    ].map((review, place, all) => ({
      review,
      group: review.onBehalfOf === undefined ? 0 : 1,
      place,
      all,
    }));
    const byName = [...inOrder].sort((a, b) => {
      if (a.group !== b.group) return a.group - b.group;
      return a.review.reviewerRef < b.review.reviewerRef ? -1 : 1;
    });
    const people: GivenReview[] = [];
    for (const { review } of byName) {
      if (!people.some(other => share(behind(other), behind(review)))) {
        people.push(review);
      }
    }
    if (
      !canMeet(
        requirements.map(({ count }) => count),
        requirements,
        people,
      )
    ) {
      return 'pending';
    }
    people.forEach(review =>
      behind(review).forEach(name => usedBefore.add(name)),
    );
  }
  return 'approved';
}

function canMeet(
  missing: number[],
  requirements: ApprovalStage['requirements'],
  reviews: readonly GivenReview[],
): boolean {
  if (missing.every(count => count <= 0)) return true;
  const [review, ...rest] = reviews;
  if (!review) return false;
  return (
    canMeet(missing, requirements, rest) ||
    requirements.some(
      ({ from }, index) =>
        missing[index] > 0 &&
        from.some(key => review.keys.includes(key)) &&
        canMeet(
          missing.map((count, at) => (at === index ? count - 1 : count)),
          requirements,
          rest,
        ),
    )
  );
}

const people = ['ann', 'ben', 'cem', 'dee', 'eva'];
const keys = ['group:a', 'group:b', PERMISSION_KEY];

/**
 * Policies and histories from a small generator of our own: a hundred thousand
 * of fast-check's take a minute to build, and are run with a seed here anyway.
 */
function randomCase(next: () => number) {
  const below = (count: number) => Math.floor(next() * count);
  const some = <T>(values: readonly T[], least: number, most: number) => {
    const shuffled = [...values].sort(() => next() - 0.5);
    return shuffled.slice(0, least + below(most - least + 1));
  };
  const rarely = <T>(often: T, seldom: T) => (below(12) === 0 ? seldom : often);
  const approvalCase: ApprovalCase = {
    stages: Array.from({ length: 1 + below(3) }, () => ({
      name: 'Stage',
      requirements: Array.from({ length: 1 + below(2) }, () => ({
        count: 1 + below(2),
        from: some(keys, 1, 2),
        sentence: 'somebody',
      })),
    })),
    distinctReviewers: below(2) === 0,
    planVersion: 1,
    planDigest: 'digest',
    policyVersion: 3,
    excludedRefs: [
      ...some(people, 0, 2),
      ...some(['sf:ann', 'sf:ben'], 0, below(4) === 0 ? 1 : 0),
    ],
  };
  const history = new Map<string, GivenReview>();
  for (let count = below(13); count > 0; count -= 1) {
    const reviewerRef = people[below(people.length)];
    const stage = below(approvalCase.stages.length);
    const principal = people[below(people.length)];
    const onBehalfOf =
      below(4) === 0 && principal !== reviewerRef ? principal : undefined;
    history.set(`${stage} ${reviewerRef}`, {
      stage,
      reviewerRef,
      ...(onBehalfOf ? { onBehalfOf } : {}),
      // Dee is Ann under a second name.
      aliases: [reviewerRef, onBehalfOf].flatMap(name =>
        name === 'ann' || name === 'dee' ? ['sf:ann'] : [],
      ),
      decision: rarely('approve', 'reject'),
      keys: some(keys, 1, 3),
      planVersion: rarely(1, 2),
      planDigest: rarely('digest', 'another'),
      policyVersion: rarely(3, 2),
    });
  }
  return { approvalCase, reviews: [...history.values()] };
}

/** The generator of Park and Miller: the same seed, the same cases. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** 100,000 unless a run over and over again, as for mutants, says otherwise. */
const cases = Number(process.env.SALESDESK_ORACLE_RUNS ?? 100_000);

describe('an independent oracle', () => {
  it(`agrees on ${cases} random policies and histories`, () => {
    const outcomes = { pending: 0, approved: 0, rejected: 0 };
    const disagreements: unknown[] = [];
    const next = random(20_261_128);
    for (let run = 0; run < cases; run += 1) {
      const { approvalCase, reviews } = randomCase(next);
      const expected = oracle(approvalCase, reviews);
      const { outcome } = approvalStanding(approvalCase, reviews);
      outcomes[outcome] += 1;
      if (outcome !== expected) {
        disagreements.push({ approvalCase, reviews, expected, outcome });
      }
    }
    expect(disagreements).toEqual([]);
    // The cases are not all of one kind.
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(cases / 20);
  });

  it('agrees on seeds that nobody chose', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_147_483_646 }), seed => {
        const { approvalCase, reviews } = randomCase(random(seed));
        expect(approvalStanding(approvalCase, reviews).outcome).toBe(
          oracle(approvalCase, reviews),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Every requirement list of a stage that two groups allow, up to two people. */
const stageKinds: ApprovalStage['requirements'][] = [
  [{ count: 1, from: ['group:a'], sentence: '' }],
  [{ count: 2, from: ['group:a'], sentence: '' }],
  [{ count: 1, from: ['group:a', 'group:b'], sentence: '' }],
  [{ count: 2, from: ['group:a', 'group:b'], sentence: '' }],
  [
    { count: 1, from: ['group:a'], sentence: '' },
    { count: 1, from: ['group:b'], sentence: '' },
  ],
];

const memberships = [[], ['group:a'], ['group:b'], ['group:a', 'group:b']];

function listsOf<T>(values: readonly T[], length: number): T[][] {
  if (length === 0) return [[]];
  return values.flatMap(value =>
    listsOf(values, length - 1).map(rest => [value, ...rest]),
  );
}

/** Who is in which group; people who are alike are told apart by nothing. */
function crowds(size: number, from = 0): string[][][] {
  if (size === 0) return [[]];
  return memberships.flatMap((groups, index) =>
    index < from ? [] : crowds(size - 1, index).map(rest => [groups, ...rest]),
  );
}

describe('every policy of up to 3 stages and 5 people', () => {
  it('is reviewed as the oracle says, however people review, and never by the requester', () => {
    let cases = 0;
    let states = 0;
    const wrong: unknown[] = [];
    for (let stageCount = 1; stageCount <= 3; stageCount += 1) {
      for (const kinds of listsOf(stageKinds, stageCount)) {
        for (const distinctReviewers of [true, false]) {
          // Where nobody is spent, the order of stages makes no difference.
          if (!distinctReviewers && !isInOrder(kinds)) continue;
          for (const crowd of crowds(4)) {
            cases += 1;
            const approvalCase: ApprovalCase = {
              stages: kinds.map(requirements => ({
                name: 'Stage',
                requirements,
              })),
              distinctReviewers,
              planVersion: 1,
              planDigest: 'digest',
              policyVersion: 3,
              excludedRefs: ['erin'],
            };
            const explored = explore(approvalCase, crowd);
            states += explored.states;
            if (explored.wrong.length) wrong.push(explored.wrong[0]);
            const members = new Map(
              ['group:a', 'group:b'].map(group => [
                group,
                [
                  'erin',
                  ...crowd.flatMap((groups, index) =>
                    groups.includes(group) ? [people[index]] : [],
                  ),
                ],
              ]),
            );
            const gap = findReviewerGap({
              stages: approvalCase.stages,
              distinctReviewers,
              membersOf: key => members.get(key) ?? [],
              excludedRefs: ['erin'],
            });
            // "Nobody is left" is said exactly when no way leads to approval.
            if ((gap === undefined) !== explored.canBeApproved) {
              wrong.push({ approvalCase, crowd, gap });
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(cases).toBe(7_350);
    expect(states).toBeGreaterThan(cases * 2);
  });
});

function isInOrder(kinds: ApprovalStage['requirements'][]): boolean {
  return kinds.every(
    (kind, index) =>
      index === 0 ||
      stageKinds.indexOf(kinds[index - 1]) <= stageKinds.indexOf(kind),
  );
}

/** Follows every review that is taken, until none is taken any more. */
function explore(approvalCase: ApprovalCase, crowd: string[][]) {
  const wrong: unknown[] = [];
  const seen = new Set<string>();
  let canBeApproved = false;
  const visit = (reviews: GivenReview[]) => {
    const name = reviews
      .map(({ stage, reviewerRef }) => `${stage}${reviewerRef}`)
      .sort()
      .join();
    if (seen.has(name)) return;
    seen.add(name);
    const { outcome, openStage } = approvalStanding(approvalCase, reviews);
    if (outcome !== oracle(approvalCase, reviews)) wrong.push(reviews);
    if (outcome === 'approved') canBeApproved = true;
    const alike = new Set<string>();
    for (const [index, ref] of ['erin', ...people].entries()) {
      if (index > crowd.length) continue;
      const groups = index === 0 ? ['group:a', 'group:b'] : crowd[index - 1];
      // Of people who are in the same groups and reviewed the same stages, one
      // stands for all.
      const kind = [
        index === 0,
        ...groups,
        ...reviews.flatMap(review =>
          review.reviewerRef === ref ? [review.stage] : [],
        ),
      ].join();
      if (alike.has(kind)) continue;
      alike.add(kind);
      const answer = reviewEligibility({
        state: 'awaiting_approval',
        requesterRef: 'erin',
        approvalCase,
        reviews,
        candidate: {
          ref,
          ownershipRefs: [ref, ...groups],
          mayDecide: true,
          isTarget: false,
        },
      });
      if (!answer.eligible) continue;
      if (ref === 'erin' || answer.stage !== openStage) wrong.push(reviews);
      const given = {
        stage: answer.stage,
        reviewerRef: ref,
        keys: answer.keys,
        planVersion: 1,
        planDigest: 'digest',
        policyVersion: 3,
      };
      if (
        alike.size === 2 &&
        approvalStanding(approvalCase, [
          ...reviews,
          { ...given, decision: 'reject' },
        ]).outcome !== 'rejected'
      ) {
        wrong.push(reviews);
      }
      visit([...reviews, { ...given, decision: 'approve' }]);
    }
  };
  visit([]);
  return { states: seen.size, wrong, canBeApproved };
}
