import type {
  Person,
  Review,
  StageView,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { DelegationRow, ReviewRow } from '../database/tables';
import {
  approvalStanding,
  PERMISSION_KEY,
  seatsOf,
  type ApprovalCase,
} from '../domain/approval';
import { givenReviews } from './storedDecision';

/** Nobody reads longer lists, and large groups have thousands of members. */
const mostPeople = 50;

/** The stages of a request as pages show them: who did, who can, who cannot and why. */
export function stageViews(options: {
  approvalCase: ApprovalCase;
  requesterRef: string;
  reviews: readonly ReviewRow[];
  /** Those that hold now. */
  delegations: readonly Pick<DelegationRow, 'person_ref' | 'delegate_ref'>[];
  membersOf: (key: string) => readonly string[];
  personOf: (ref: string) => Person;
}): StageView[] {
  const { approvalCase, reviews, membersOf, personOf } = options;
  const given = givenReviews(reviews);
  const standing = approvalStanding(approvalCase, given);

  const obstacle = (ref: string, stage: number): string | undefined => {
    if (ref === options.requesterRef) return 'Asked for it';
    if (approvalCase.excludedRefs.includes(ref)) return 'It is about them';
    const earlier = given.find(
      review =>
        seatsOf(review).includes(ref) &&
        review.planVersion === approvalCase.planVersion &&
        (review.stage === stage || approvalCase.distinctReviewers),
    );
    if (!earlier) return undefined;
    return earlier.stage === stage
      ? 'Has reviewed it'
      : 'Has reviewed another stage';
  };

  /** Who stands in for somebody who can review, and may do so here. */
  const delegatesOf = (
    canReview: readonly string[],
    stage: number,
  ): Pick<StageView['requirements'][number], 'delegates'> => {
    const delegates = options.delegations
      .filter(
        ({ person_ref, delegate_ref }) =>
          canReview.includes(person_ref) &&
          obstacle(delegate_ref, stage) === undefined,
      )
      .slice(0, mostPeople)
      .map(({ person_ref, delegate_ref }) => ({
        person: personOf(delegate_ref),
        onBehalfOf: personOf(person_ref),
      }));
    return delegates.length > 0 ? { delegates } : {};
  };

  return approvalCase.stages.map((stage, index) => {
    const { state, requirements } = standing.stages[index];
    return {
      name: stage.name,
      state,
      requirements: stage.requirements.map((requirement, position) => {
        const { approvedBy, missing } = requirements[position];
        const people = [...new Set(requirement.from.flatMap(membersOf))];
        const canReview = people.filter(
          ref => obstacle(ref, index) === undefined,
        );
        const takesReviews =
          (state === 'open' || state === 'waiting') && missing > 0;
        return {
          sentence: requirement.sentence,
          count: requirement.count,
          approvals: approvedBy.length,
          missing,
          openToPermission: requirement.from.includes(PERMISSION_KEY),
          canReview: takesReviews
            ? canReview.slice(0, mostPeople).map(personOf)
            : [],
          ...(takesReviews ? delegatesOf(canReview, index) : {}),
          cannotReview: people
            .flatMap(ref => {
              const reason = obstacle(ref, index);
              return reason ? [{ person: personOf(ref), reason }] : [];
            })
            .slice(0, mostPeople),
        };
      }),
      reviews: reviews
        .filter(review => review.stage === index)
        .map(review => reviewView(review, approvalCase, personOf)),
    };
  });
}

function reviewView(
  row: ReviewRow,
  approvalCase: ApprovalCase,
  personOf: (ref: string) => Person,
): Review {
  return {
    reviewer: personOf(row.reviewer_ref),
    decision: row.decision,
    at: row.at,
    planDigest: row.plan_digest,
    counts:
      row.withdrawn_at === null &&
      row.plan_version === approvalCase.planVersion &&
      row.plan_digest === approvalCase.planDigest &&
      row.policy_version === approvalCase.policyVersion,
    ...(row.comment ? { comment: row.comment } : {}),
    ...(row.on_behalf_of ? { onBehalfOf: personOf(row.on_behalf_of) } : {}),
    ...(row.withdrawn_at
      ? {
          withdrawnAt: row.withdrawn_at,
          withdrawnReason: row.withdrawn_reason ?? '',
        }
      : {}),
  };
}
