import type { ApprovalCase, GivenReview } from './approval';
import {
  reviewEligibility,
  type EligibilityQuestion,
  type Principal,
} from './reviewEligibility';

const oneOf = (...from: string[]) => ({
  name: 'Stage',
  requirements: [{ count: 1, from, sentence: `1 of ${from.join(' or ')}` }],
});

const caseWith = (more: Partial<ApprovalCase> = {}): ApprovalCase => ({
  stages: [oneOf('group:a')],
  distinctReviewers: true,
  planVersion: 2,
  planDigest: 'digest',
  policyVersion: 3,
  excludedRefs: ['erin', '005-of-erin'],
  ...more,
});

const approval = (more: Partial<GivenReview> = {}): GivenReview => ({
  stage: 0,
  reviewerRef: 'ann',
  decision: 'approve',
  keys: ['group:a'],
  planVersion: 2,
  planDigest: 'digest',
  policyVersion: 3,
  ...more,
});

/** Ben is in no group of his own; what he may do, others named him for. */
const ask = (
  more: Omit<Partial<EligibilityQuestion>, 'candidate'> & {
    candidate?: Partial<EligibilityQuestion['candidate']>;
  } = {},
) =>
  reviewEligibility({
    state: 'awaiting_approval',
    requesterRef: 'erin',
    approvalCase: caseWith(),
    reviews: [],
    ...more,
    candidate: {
      ref: 'ben',
      ownershipRefs: ['ben'],
      mayDecide: true,
      isTarget: false,
      ...more.candidate,
    },
  });

const ann: Principal = { ref: 'ann', ownershipRefs: ['ann', 'group:a'] };
const both = {
  name: 'Both',
  requirements: [
    { count: 1, from: ['group:a'], sentence: '1 of A' },
    { count: 1, from: ['group:b'], sentence: '1 of B' },
    { count: 1, from: ['group:c'], sentence: '1 of C' },
  ],
};

describe('standing in for somebody', () => {
  it('lets a delegate review in the name of who named them, with their groups', () => {
    const expected = {
      eligible: true,
      stage: 0,
      keys: ['group:a'],
      onBehalfOf: 'ann',
    };
    expect(ask({ candidate: { principals: [ann] } })).toEqual(expected);
    expect(
      ask({ candidate: { principals: [ann] }, onBehalfOf: 'ann' }),
    ).toEqual(expected);
  });

  it('takes the first of several for whom it counts', () => {
    const out: Principal = { ref: 'cleo', ownershipRefs: ['cleo'] };
    expect(ask({ candidate: { principals: [out, ann] } })).toMatchObject({
      onBehalfOf: 'ann',
    });
  });

  it('reviews as oneself where that counts', () => {
    const answer = ask({
      candidate: { ownershipRefs: ['ben', 'group:a'], principals: [ann] },
    });
    expect(answer).toEqual({ eligible: true, stage: 0, keys: ['group:a'] });
  });

  it('refuses the name of somebody who named nobody', () => {
    const refusal = {
      eligible: false,
      code: 'not_eligible',
      reason: 'They have not named you as their delegate now',
    };
    expect(ask({ onBehalfOf: 'ann' })).toEqual(refusal);
    const cleo: Principal = { ref: 'cleo', ownershipRefs: ['cleo', 'group:a'] };
    expect(
      ask({ candidate: { principals: [cleo] }, onBehalfOf: 'ann' }),
    ).toEqual(refusal);
  });

  it('says of the chosen person why it does not count, and of nobody else', () => {
    const cleo: Principal = { ref: 'cleo', ownershipRefs: ['cleo'] };
    expect(
      ask({ candidate: { principals: [cleo, ann] }, onBehalfOf: 'cleo' }),
    ).toMatchObject({ eligible: false, code: 'not_eligible' });
  });

  it.each([
    ['who asked', { ref: 'erin', ownershipRefs: ['group:a'] }, 'own_request'],
    [
      'whom it is about, by another name',
      { ref: 'twin', ownershipRefs: ['group:a'], aliases: ['005-of-erin'] },
      'own_target',
    ],
  ])('refuses the name of somebody %s', (_, principal, code) => {
    expect(
      ask({
        candidate: { principals: [principal] },
        onBehalfOf: principal.ref,
      }),
    ).toEqual({
      eligible: false,
      code,
      reason:
        'Nobody reviews in the name of somebody who asked for it or whom it is about',
    });
    // And nothing is found by itself that would be refused when named.
    expect(ask({ candidate: { principals: [principal] } })).toMatchObject({
      eligible: false,
    });
  });

  it('counts the two as one', () => {
    const two = { approvalCase: caseWith({ stages: [both] }) };
    const refusal = {
      eligible: false,
      code: 'already_reviewed',
      reason:
        'A delegate and the person they stand for count as one, and the other has reviewed already',
    };
    // she did, he comes in her name
    expect(
      ask({
        ...two,
        reviews: [approval()],
        candidate: { principals: [ann] },
        onBehalfOf: 'ann',
      }),
    ).toEqual(refusal);
    // somebody reviewed in her name, she comes herself
    expect(
      ask({
        ...two,
        reviews: [approval({ reviewerRef: 'cleo', onBehalfOf: 'ann' })],
        candidate: { ref: 'ann', ownershipRefs: ['ann', 'group:b'] },
      }),
    ).toEqual(refusal);
  });

  it('knows people by their other names', () => {
    const reviews = [
      approval({ reviewerRef: 'cleo', aliases: ['005-of-ann', '005-x'] }),
    ];
    const two = { approvalCase: caseWith({ stages: [both] }), reviews };
    expect(
      ask({
        ...two,
        candidate: {
          principals: [{ ...ann, aliases: ['005-y', '005-of-ann'] }],
        },
        onBehalfOf: 'ann',
      }),
    ).toMatchObject({ code: 'already_reviewed' });
    expect(
      ask({
        ...two,
        candidate: {
          ownershipRefs: ['ben', 'group:b'],
          aliases: ['005-z', '005-of-ann'],
        },
      }),
    ).toMatchObject({ code: 'already_reviewed' });
    expect(
      ask({
        ...two,
        candidate: { aliases: ['005-of-ann'], principals: [ann] },
        onBehalfOf: 'ann',
      }),
    ).toMatchObject({ code: 'already_reviewed' });
  });
});

describe('why somebody may not review', () => {
  it.each<[string, ReturnType<typeof ask>, string, string]>([
    [
      'a request that is over',
      ask({ state: 'succeeded' }),
      'wrong_state',
      'This request takes no reviews now',
    ],
    [
      'a request of which every stage is complete',
      ask({
        reviews: [approval()],
        candidate: { ownershipRefs: ['ben', 'group:a'] },
      }),
      'wrong_state',
      'This request takes no reviews now',
    ],
    [
      'who asked',
      ask({ candidate: { ref: 'erin', ownershipRefs: ['erin', 'group:a'] } }),
      'own_request',
      'Nobody reviews their own request',
    ],
    [
      'whom it is about',
      ask({ candidate: { isTarget: true } }),
      'own_target',
      'Nobody reviews a request of their own, or about their own Salesforce user',
    ],
    [
      'whom it is about, by one of several names',
      ask({ candidate: { aliases: ['005-other', '005-of-erin'] } }),
      'own_target',
      'Nobody reviews a request of their own, or about their own Salesforce user',
    ],
    [
      'a role that does not review',
      ask({ candidate: { mayDecide: false, ownershipRefs: ['group:a'] } }),
      'not_permitted',
      'Your role does not review this request',
    ],
    [
      'somebody outside, with what is still missing',
      ask({
        approvalCase: caseWith({ stages: [both] }),
        reviews: [approval()],
      }),
      'not_eligible',
      'This stage waits for 1 of B and 1 of C',
    ],
    [
      'somebody whose part is complete',
      ask({
        approvalCase: caseWith({ stages: [both] }),
        reviews: [approval()],
        candidate: { ownershipRefs: ['ben', 'group:a'] },
      }),
      'not_eligible',
      'What you stand for is complete; this stage still waits for 1 of B and 1 of C',
    ],
    [
      'a second review',
      ask({
        approvalCase: caseWith({ stages: [both] }),
        reviews: [approval()],
        candidate: { ref: 'ann', ownershipRefs: ['ann', 'group:b'] },
      }),
      'already_reviewed',
      'You have reviewed this plan already',
    ],
    [
      'another stage',
      ask({
        approvalCase: caseWith({
          stages: [oneOf('group:a'), oneOf('group:a')],
        }),
        reviews: [approval()],
        candidate: { ref: 'ann', ownershipRefs: ['ann', 'group:a'] },
      }),
      'already_reviewed',
      'You have reviewed another stage, and each stage needs other people',
    ],
  ])('refuses %s', (_, answer, code, reason) => {
    expect(answer).toEqual({ eligible: false, code, reason });
  });

  it('lets somebody review the new plan who reviewed the one before', () => {
    expect(
      ask({
        reviews: [approval({ planVersion: 1 })],
        candidate: { ref: 'ann', ownershipRefs: ['ann', 'group:a'] },
      }),
    ).toEqual({ eligible: true, stage: 0, keys: ['group:a'] });
  });

  it('keeps people apart who have other names only', () => {
    expect(
      ask({
        approvalCase: caseWith({ stages: [both] }),
        reviews: [approval({ aliases: ['005-of-ann'] })],
        candidate: {
          ownershipRefs: ['ben', 'group:b'],
          aliases: ['005-of-ben'],
        },
      }),
    ).toMatchObject({ eligible: true, keys: ['group:b'] });
  });
});
