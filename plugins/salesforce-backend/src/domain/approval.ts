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
  /** The person in whose name a delegate reviewed. */
  onBehalfOf?: string;
  /** Other names of these people, e.g. ids of their Salesforce users. */
  aliases?: readonly string[];
  decision: 'approve' | 'reject';
  /** The keys that count: the reviewer's, or those of the person they stand for. */
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
  /** The requester and the people who are targets, by every name they are known by. */
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
 * - A delegate and the person they stand for are one: of two approvals that
 *   share anybody, one counts, and one's own word goes before a delegate's.
 * - The requester and the targets never count, neither themselves nor through
 *   somebody who stands for them, under whichever of their names.
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
        !approvalCase.distinctReviewers ||
        !seatsOf(review).some(seat => spent.has(seat)),
    );
    const approvals = oncePerPerson(
      counting.filter(review => review.decision === 'approve'),
    );
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
    approvals.flatMap(seatsOf).forEach(seat => spent.add(seat));

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

/** Everybody who is behind a review, by every name they are known by. */
export function seatsOf(
  review: Pick<GivenReview, 'reviewerRef' | 'onBehalfOf' | 'aliases'>,
): string[] {
  const { reviewerRef, onBehalfOf, aliases = [] } = review;
  return [reviewerRef, ...(onBehalfOf ? [onBehalfOf] : []), ...aliases];
}

/** Own words before those of delegates, else by name: the order of time does not matter. */
function oncePerPerson(approvals: readonly GivenReview[]): GivenReview[] {
  const rank = ({ onBehalfOf, reviewerRef }: GivenReview) =>
    `${onBehalfOf === undefined ? 0 : 1} ${reviewerRef}`;
  const taken = new Set<string>();
  return [...approvals]
    .sort((left, right) => (rank(left) < rank(right) ? -1 : 1))
    .filter(review => {
      const seats = seatsOf(review);
      if (seats.some(seat => taken.has(seat))) return false;
      seats.forEach(seat => taken.add(seat));
      return true;
    });
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
      !seatsOf(review).some(seat => approvalCase.excludedRefs.includes(seat)) &&
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
