import { seatOfUser } from '../approvals/seats';
import type { TargetPersons } from '../database/operations/requests/targets';
import type { RequestRow, ReviewRow } from '../database/tables';
import type { ApprovalCase, GivenReview } from '../domain/approval';
import { escalateStages } from '../domain/escalation';
import type { PolicyDecision } from '../policy/evaluatePolicy';

/** The decision that is stored with a request, and who is told about it. */
export interface StoredDecision extends PolicyDecision {
  requesterName: string;
  /** The people and groups who owned the org when it was submitted. */
  orgOwnerRefs: string[];
  /** Who was told of an emergency because nobody else could be. */
  witnessRefs?: string[];
  /** When it was decided, where that was later than the submit: limits count from then. */
  decidedAt?: string;
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
  targets: Readonly<TargetPersons>,
): ApprovalCase {
  const { stages, distinctReviewers, escalation } = storedDecision(row);
  return {
    stages: escalateStages(stages, escalation, escalatedStages(row)),
    distinctReviewers,
    planVersion: row.plan_version,
    planDigest: row.plan_digest,
    policyVersion: row.policy_version,
    excludedRefs: [
      ...new Set([
        row.requester_ref,
        ...targets.refs,
        ...[row.requester_user_id ?? [], targets.userIds]
          .flat()
          .map(seatOfUser),
      ]),
    ],
  };
}

/** The stages of a request that were escalated. */
export function escalatedStages(
  row: Pick<RequestRow, 'escalated_stages'>,
): number[] {
  return row.escalated_stages ? JSON.parse(row.escalated_stages) : [];
}

/** Stored reviews as approval arithmetic reads them, without those taken back. */
export function givenReviews(rows: readonly ReviewRow[]): GivenReview[] {
  return rows.filter(row => row.withdrawn_at === null).map(givenReview);
}

/** A stored review as approval arithmetic reads it. */
export function givenReview(row: ReviewRow): GivenReview {
  return {
    stage: row.stage,
    reviewerRef: row.reviewer_ref,
    ...(row.on_behalf_of ? { onBehalfOf: row.on_behalf_of } : {}),
    ...(row.aliases ? { aliases: JSON.parse(row.aliases) } : {}),
    decision: row.decision,
    keys: JSON.parse(row.sources),
    planVersion: row.plan_version,
    planDigest: row.plan_digest,
    policyVersion: row.policy_version,
  };
}
