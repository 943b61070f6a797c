import type {
  ErrorCode,
  RequestState,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  approvalStanding,
  PERMISSION_KEY,
  type ApprovalCase,
  type GivenReview,
} from './approval';
import { isReviewable } from './requestState';

/** Somebody who wants to review. */
export interface ReviewCandidate {
  ref: string;
  /** Their own entity ref and those of the groups they belong to. */
  ownershipRefs: string[];
  /** Whether the host's roles let them decide this request. */
  mayDecide: boolean;
  /** Whether a target of the request is their own Salesforce user. */
  isTarget: boolean;
}

export type ReviewEligibility =
  | { eligible: true; stage: number; keys: string[] }
  | { eligible: false; code: ErrorCode; reason: string };

/**
 * Whether somebody may review now, and if not, why. The permission to decide
 * is necessary, never sufficient.
 */
export function reviewEligibility(options: {
  state: RequestState;
  requesterRef: string;
  approvalCase: ApprovalCase;
  reviews: readonly GivenReview[];
  candidate: ReviewCandidate;
}): ReviewEligibility {
  const { approvalCase, reviews, candidate } = options;
  const no = (code: ErrorCode, reason: string): ReviewEligibility => ({
    eligible: false,
    code,
    reason,
  });

  const standing = approvalStanding(approvalCase, reviews);
  if (!isReviewable(options.state) || standing.openStage === null) {
    return no('wrong_state', 'This request takes no reviews now');
  }
  if (candidate.ref === options.requesterRef) {
    return no('own_request', 'Nobody reviews their own request');
  }
  if (candidate.isTarget || approvalCase.excludedRefs.includes(candidate.ref)) {
    return no(
      'own_target',
      'Nobody reviews a request about their own Salesforce user',
    );
  }
  if (!candidate.mayDecide) {
    return no('not_permitted', 'Your role does not review this request');
  }

  const stage = standing.openStage;
  const earlier = reviews.find(
    review =>
      review.reviewerRef === candidate.ref &&
      review.planVersion === approvalCase.planVersion &&
      (review.stage === stage || approvalCase.distinctReviewers),
  );
  if (earlier) {
    return no(
      'already_reviewed',
      earlier.stage === stage
        ? 'You have reviewed this plan already'
        : 'You have reviewed another stage, and each stage needs other people',
    );
  }

  const { requirements } = approvalCase.stages[stage];
  const held = new Set([PERMISSION_KEY, ...candidate.ownershipRefs]);
  const keys = [
    ...new Set(requirements.flatMap(requirement => requirement.from)),
  ].filter(key => held.has(key));
  const missing = requirements.filter(
    (_, index) => standing.stages[stage].requirements[index].missing > 0,
  );
  const waitingFor = missing.map(({ sentence }) => sentence).join(' and ');
  if (keys.length === 0) {
    return no('not_eligible', `This stage waits for ${waitingFor}`);
  }

  // A review that could not add anything is not taken: what the reviewer stands
  // for is complete.
  const after = approvalStanding(approvalCase, [
    ...reviews,
    {
      stage,
      reviewerRef: candidate.ref,
      decision: 'approve',
      keys,
      planVersion: approvalCase.planVersion,
      planDigest: approvalCase.planDigest,
      policyVersion: approvalCase.policyVersion,
    },
  ]);
  const countsIn = (result: typeof standing) =>
    result.stages[stage].requirements.reduce(
      (sum, { approvedBy }) => sum + approvedBy.length,
      0,
    );
  if (countsIn(after) === countsIn(standing)) {
    return no(
      'not_eligible',
      `What you stand for is complete; this stage still waits for ${waitingFor}`,
    );
  }
  return { eligible: true, stage, keys };
}
