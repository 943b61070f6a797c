import { matchReviews } from './matchReviews';

/**
 * From whom a requirement takes reviews: {@link PERMISSION_KEY} for anybody
 * whom the host's roles allow, otherwise the entity ref of a group or a person.
 */
export type ReviewerKey = string;

/** Anybody who holds the permission to decide. */
export const PERMISSION_KEY = 'permission';

/** So many reviews by different people who have one of these keys. */
export interface ApprovalRequirement {
  count: number;
  from: ReviewerKey[];
  /** In words, e.g. "1 of RevOps approvers". */
  sentence: string;
}

/** A step of approval: all of its requirements. Stages come one after another. */
export interface ApprovalStage {
  name: string;
  requirements: ApprovalRequirement[];
}

/** A review as it was given. */
export interface GivenReview {
  stage: number;
  reviewerRef: string;
  decision: 'approve' | 'reject';
  /** The keys that the reviewer had when reviewing. */
  keys: ReviewerKey[];
  planVersion: number;
  planDigest: string;
  policyVersion: number;
}

/** What is to be approved, and by whom it must not be. */
export interface ApprovalCase {
  stages: ApprovalStage[];
  /** One person counts in one stage only. */
  distinctReviewers: boolean;
  planVersion: number;
  planDigest: string;
  policyVersion: number;
  /** The requester and the people who are targets. */
  excludedRefs: string[];
}

export interface RequirementStanding {
  /** The reviewers who count here. */
  approvedBy: string[];
  missing: number;
}

export interface StageStanding {
  state: 'waiting' | 'open' | 'approved' | 'rejected';
  requirements: RequirementStanding[];
}

export interface ApprovalStanding {
  outcome: 'pending' | 'approved' | 'rejected';
  /** The stage that takes reviews now; null unless pending. */
  openStage: number | null;
  stages: StageStanding[];
}

/**
 * Where a request stands, from the reviews it has.
 *
 * - Only reviews of this very plan under this very policy count.
 * - Stages are taken in order; a review of a stage that is not open yet counts
 *   for nothing.
 * - One rejection in the open stage rejects the request.
 * - A person counts once in a stage, for one requirement of it. With
 *   `distinctReviewers`, whoever approved in a stage counts in no later one.
 * - The requester and the targets never count.
 */
export function approvalStanding(
  approvalCase: ApprovalCase,
  reviews: readonly GivenReview[],
): ApprovalStanding {
  const stages: StageStanding[] = [];
  const spent = new Set<string>();
  let openStage: number | null = null;
  let rejected = false;

  approvalCase.stages.forEach((stage, index) => {
    if (openStage !== null || rejected) {
      stages.push(untouched(stage));
      return;
    }
    const counting = countingReviews(approvalCase, reviews, index).filter(
      review =>
        !approvalCase.distinctReviewers || !spent.has(review.reviewerRef),
    );
    const approvals = counting.filter(review => review.decision === 'approve');
    const matched = matchReviews({
      requirements: stage.requirements,
      reviewers: approvals.map(review => ({
        ref: review.reviewerRef,
        keys: review.keys,
      })),
    });
    const requirements = stage.requirements.map((requirement, position) => ({
      approvedBy: matched[position],
      missing: requirement.count - matched[position].length,
    }));
    approvals.forEach(review => spent.add(review.reviewerRef));

    if (counting.some(review => review.decision === 'reject')) {
      rejected = true;
      stages.push({ state: 'rejected', requirements });
    } else if (requirements.every(({ missing }) => missing === 0)) {
      stages.push({ state: 'approved', requirements });
    } else {
      openStage = index;
      stages.push({ state: 'open', requirements });
    }
  });

  if (rejected) return { outcome: 'rejected', openStage: null, stages };
  return {
    outcome: openStage === null ? 'approved' : 'pending',
    openStage,
    stages,
  };
}

/** The latest word of each person who may count in a stage. */
function countingReviews(
  approvalCase: ApprovalCase,
  reviews: readonly GivenReview[],
  stage: number,
): GivenReview[] {
  const byReviewer = new Map<string, GivenReview>();
  for (const review of reviews) {
    if (
      review.stage === stage &&
      review.planVersion === approvalCase.planVersion &&
      review.planDigest === approvalCase.planDigest &&
      review.policyVersion === approvalCase.policyVersion &&
      !approvalCase.excludedRefs.includes(review.reviewerRef) &&
      approvalCase.stages[stage].requirements.some(requirement =>
        requirement.from.some(key => review.keys.includes(key)),
      )
    ) {
      byReviewer.set(review.reviewerRef, review);
    }
  }
  return [...byReviewer.values()];
}

function untouched(stage: ApprovalStage): StageStanding {
  return {
    state: 'waiting',
    requirements: stage.requirements.map(({ count }) => ({
      approvedBy: [],
      missing: count,
    })),
  };
}
