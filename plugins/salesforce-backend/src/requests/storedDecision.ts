import type { RequestRow, ReviewRow } from '../database/tables';
import type { ApprovalCase, GivenReview } from '../domain/approval';
import type { PolicyDecision } from '../policy/evaluatePolicy';

/** The decision that is stored with a request, and who is told about it. */
export interface StoredDecision extends PolicyDecision {
  requesterName: string;
  /** The people and groups who owned the org when it was submitted. */
  orgOwnerRefs: string[];
}

/** The decision that was stored with a request. */
export function storedDecision(
  row: Pick<RequestRow, 'decision'>,
): StoredDecision {
  return JSON.parse(row.decision);
}

/** What the reviews of a stored request are judged by. */
export function approvalCaseOf(
  row: RequestRow,
  options: { targetPersonRefs: readonly string[] },
): ApprovalCase {
  const { stages, distinctReviewers } = storedDecision(row);
  return {
    stages,
    distinctReviewers,
    planVersion: row.plan_version,
    planDigest: row.plan_digest,
    policyVersion: row.policy_version,
    excludedRefs: [
      ...new Set([row.requester_ref, ...options.targetPersonRefs]),
    ],
  };
}

/** A stored review as approval arithmetic reads it. */
export function givenReview(row: ReviewRow): GivenReview {
  return {
    stage: row.stage,
    reviewerRef: row.reviewer_ref,
    decision: row.decision,
    keys: JSON.parse(row.sources),
    planVersion: row.plan_version,
    planDigest: row.plan_digest,
    policyVersion: row.policy_version,
  };
}
