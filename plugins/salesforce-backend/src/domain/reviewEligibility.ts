import type {
  ErrorCode,
  RequestState,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  approvalStanding,
  PERMISSION_KEY,
  seatsOf,
  type ApprovalCase,
  type ApprovalStanding,
  type GivenReview,
} from './approval';
import { isReviewable } from './requestState';

/** Somebody for whom a candidate may stand today. */
export interface Principal {
  ref: string;
  /** Their own entity ref and those of the groups they belong to. */
  ownershipRefs: string[];
  /** Other names of theirs, e.g. the id of their Salesforce user. */
  aliases?: readonly string[];
}

/** Somebody who wants to review. */
export interface ReviewCandidate extends Principal {
  /** Whether the host's roles let them decide this request. */
  mayDecide: boolean;
  /** Whether a target of the request is their own Salesforce user. */
  isTarget: boolean;
  /** The people who named them as delegate, now. */
  principals?: readonly Principal[];
}

/** Everything that is asked to find out whether somebody may review. */
export interface EligibilityQuestion {
  state: RequestState;
  requesterRef: string;
  approvalCase: ApprovalCase;
  reviews: readonly GivenReview[];
  candidate: ReviewCandidate;
  /** In whose name; default: one's own, or else the first that counts. */
  onBehalfOf?: string;
}

type Refusal = { eligible: false; code: ErrorCode; reason: string };

export type ReviewEligibility =
  | { eligible: true; stage: number; keys: string[]; onBehalfOf?: string }
  | Refusal;

function no(code: ErrorCode, reason: string): Refusal {
  return { eligible: false, code, reason };
}

/**
 * Whether somebody may review now, and if not, why. The permission to decide
 * is necessary, never sufficient. A delegate brings the permission themselves
 * and stands in for the person's groups, manager's place or name; nobody passes
 * on what was delegated to them.
 */
export function reviewEligibility(
  question: EligibilityQuestion,
): ReviewEligibility {
  const { approvalCase, reviews, candidate, onBehalfOf } = question;
  const standing = approvalStanding(approvalCase, reviews);
  if (!isReviewable(question.state) || standing.openStage === null) {
    return no('wrong_state', 'This request takes no reviews now');
  }
  if (candidate.ref === question.requesterRef) {
    return no('own_request', 'Nobody reviews their own request');
  }
  if (candidate.isTarget || isExcluded(approvalCase, candidate)) {
    return no(
      'own_target',
      'Nobody reviews a request of their own, or about their own Salesforce user',
    );
  }
  if (!candidate.mayDecide) {
    return no('not_permitted', 'Your role does not review this request');
  }
  const principals = candidate.principals ?? [];
  if (onBehalfOf !== undefined) {
    const principal = principals.find(({ ref }) => ref === onBehalfOf);
    return principal
      ? inTheNameOf(question, standing, principal)
      : no('not_eligible', 'They have not named you as their delegate now');
  }
  const own = asOneself(question, standing);
  if (own.eligible) return own;
  for (const principal of principals) {
    const answer = inTheNameOf(question, standing, principal);
    if (answer.eligible) return answer;
  }
  return own;
}

function asOneself(
  question: EligibilityQuestion,
  standing: ApprovalStanding,
): ReviewEligibility {
  const { ref, ownershipRefs, aliases } = question.candidate;
  return countable(question, standing, {
    reviewerRef: ref,
    aliases,
    keys: [PERMISSION_KEY, ...ownershipRefs],
  });
}

function inTheNameOf(
  question: EligibilityQuestion,
  standing: ApprovalStanding,
  principal: Principal,
): ReviewEligibility {
  const { candidate, approvalCase } = question;
  if (
    principal.ref === question.requesterRef ||
    isExcluded(approvalCase, principal)
  ) {
    return no(
      principal.ref === question.requesterRef ? 'own_request' : 'own_target',
      'Nobody reviews in the name of somebody who asked for it or whom it is about',
    );
  }
  return countable(question, standing, {
    reviewerRef: candidate.ref,
    onBehalfOf: principal.ref,
    aliases: [...(candidate.aliases ?? []), ...(principal.aliases ?? [])],
    keys: principal.ownershipRefs,
  });
}

/** Whether an approval by these people would bring the request nearer to its end. */
function countable(
  question: EligibilityQuestion,
  standing: ApprovalStanding,
  candidate: Pick<
    GivenReview,
    'reviewerRef' | 'onBehalfOf' | 'aliases' | 'keys'
  >,
): ReviewEligibility {
  const { approvalCase, reviews } = question;
  const stage = standing.openStage ?? 0;
  const seats = seatsOf(candidate);
  const earlier = reviews.find(
    review =>
      review.planVersion === approvalCase.planVersion &&
      (review.stage === stage || approvalCase.distinctReviewers) &&
      seatsOf(review).some(seat => seats.includes(seat)),
  );
  if (earlier) return no('already_reviewed', whatWasReviewed());

  const { requirements } = approvalCase.stages[stage];
  const keys = [
    ...new Set(requirements.flatMap(requirement => requirement.from)),
  ].filter(key => candidate.keys.includes(key));
  const waitingFor = requirements
    .filter(
      (_, index) => standing.stages[stage].requirements[index].missing > 0,
    )
    .map(({ sentence }) => sentence)
    .join(' and ');
  if (keys.length === 0) {
    return no('not_eligible', `This stage waits for ${waitingFor}`);
  }

  // A review that could not add anything is not taken: what the reviewer stands
  // for is complete.
  const after = approvalStanding(approvalCase, [
    ...reviews,
    {
      ...candidate,
      stage,
      decision: 'approve',
      keys,
      planVersion: approvalCase.planVersion,
      planDigest: approvalCase.planDigest,
      policyVersion: approvalCase.policyVersion,
    },
  ]);
  const countsIn = (result: ApprovalStanding) =>
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
  const { onBehalfOf } = candidate;
  return {
    eligible: true,
    stage,
    keys,
    ...(onBehalfOf ? { onBehalfOf } : {}),
  };

  function whatWasReviewed(): string {
    if (earlier?.reviewerRef !== candidate.reviewerRef) {
      return 'A delegate and the person they stand for count as one, and the other has reviewed already';
    }
    return earlier.stage === stage
      ? 'You have reviewed this plan already'
      : 'You have reviewed another stage, and each stage needs other people';
  }
}

function isExcluded(
  approvalCase: ApprovalCase,
  person: Pick<Principal, 'ref' | 'aliases'>,
): boolean {
  return [person.ref, ...(person.aliases ?? [])].some(name =>
    approvalCase.excludedRefs.includes(name),
  );
}
