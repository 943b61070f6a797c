import {
  approvalStanding,
  type ApprovalCase,
  type GivenReview,
} from './approval';

/** Whose review is wanted now. */
export interface OpenReviews {
  stage: number;
  /** A review by somebody with one of these keys would count. */
  keys: string[];
  /** In words, e.g. "1 of RevOps approvers". */
  waitingFor: string;
}

/** Whose review a request waits for, or null when it waits for none. */
export function openReviews(
  approvalCase: ApprovalCase,
  reviews: readonly GivenReview[],
): OpenReviews | null {
  const standing = approvalStanding(approvalCase, reviews);
  const stage = standing.openStage;
  if (stage === null) return null;

  const { requirements } = approvalCase.stages[stage];
  const approvals = (given: readonly GivenReview[]) =>
    approvalStanding(approvalCase, given).stages[stage].requirements.reduce(
      (sum, { missing }) => sum - missing,
      0,
    );
  const before = approvals(reviews);
  const keys = [...new Set(requirements.flatMap(({ from }) => from))].filter(
    key =>
      approvals([
        ...reviews,
        {
          stage,
          // Nobody's entity ref: somebody who has not reviewed yet.
          reviewerRef: '',
          decision: 'approve',
          keys: [key],
          planVersion: approvalCase.planVersion,
          planDigest: approvalCase.planDigest,
          policyVersion: approvalCase.policyVersion,
        },
      ]) > before,
  );
  const waitingFor = requirements
    .filter(
      (_, index) => standing.stages[stage].requirements[index].missing > 0,
    )
    .map(({ sentence }) => sentence)
    .join(' and ');
  return { stage, keys, waitingFor };
}
