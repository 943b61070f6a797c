import type { NewAuditEntry } from '../audit/AuditLog';
import type { RequestPatch } from '../database/operations/requests/updateRequest';
import type { RequestRow, ReviewRow } from '../database/tables';
import type { ApprovalStanding } from '../domain/approval';
import { after } from '../domain/duration';
import { nudgesAfter } from '../domain/escalation';
import type { OpenReviews } from '../domain/openReviews';
import { requesterMessages } from '../inbox/messages';
import type { OutboxMessage } from '../outbox/Outbox';
import { aboutRequest } from './requestEntries';
import type { RequestFacts } from './RequestFacts';
import { reviewMessages } from './reviewMessages';
import { storedDecision } from './storedDecision';

/** What changes of the request's times: each stage has its own clock. */
export function timesAfterReview(options: {
  row: RequestRow;
  review: ReviewRow;
  standing: ApprovalStanding;
  open: OpenReviews | null;
  at: Date;
}): RequestPatch {
  const { row, review, standing, open, at } = options;
  const { expiresAfter, remindAfter, escalation } = storedDecision(row);
  const quiet = { remind_at: null, escalate_at: null };
  if (standing.outcome === 'rejected') {
    return { ...quiet, finished_at: at.toISOString() };
  }
  if (standing.outcome === 'approved') {
    // An approval is not good for ever: what has not run by then is reviewed
    // again.
    return { ...quiet, expires_at: after(at, expiresAfter).toISOString() };
  }
  return open && open.stage > review.stage
    ? nudgesAfter({ openedAt: at, remindAfter, escalation })
    : {};
}

/** Who is told of a review, and what. */
export function outcomeMessages(options: {
  facts: RequestFacts;
  review: ReviewRow;
  standing: ApprovalStanding;
  nameOf: (ref: string) => string;
  open: OpenReviews | null;
  /** The stage was told of another plan, or thought that it was done. */
  isAskedAnew: boolean;
}): OutboxMessage[] {
  const { facts, review, standing, open } = options;
  const reviewerName = review.on_behalf_of
    ? `${options.nameOf(review.reviewer_ref)} for ${options.nameOf(
        review.on_behalf_of,
      )}`
    : options.nameOf(review.reviewer_ref);
  const { row, approvalCase } = facts;
  if (standing.outcome !== 'pending') {
    return requesterMessages({
      request: row,
      state: standing.outcome,
      actor: review.reviewer_ref,
      description: review.comment
        ? `${reviewerName}: ${review.comment}`
        : reviewerName,
    });
  }
  // The next stage is told when it opens; this one was told already.
  if (!open || (open.stage === review.stage && !options.isAskedAnew)) {
    return [];
  }
  return reviewMessages({
    request: row,
    keys: open.keys,
    excludedRefs: [...approvalCase.excludedRefs, review.reviewer_ref],
  });
}

/** What the audit log keeps of a review. */
export function reviewEntries(options: {
  facts: RequestFacts;
  review: ReviewRow;
  standing: ApprovalStanding;
  nameOf: (ref: string) => string;
}): [NewAuditEntry, ...NewAuditEntry[]] {
  const { facts, review, standing } = options;
  const { row, approvalCase } = facts;
  const about = {
    ...aboutRequest(row),
    actor: review.reviewer_ref,
    subjects: [row.requester_ref],
  };
  const approved = review.decision === 'approve';
  const reviewed: NewAuditEntry = {
    ...about,
    type: approved ? 'review.approved' : 'review.rejected',
    summary: `${approved ? 'Approved' : 'Rejected'}${
      review.on_behalf_of ? ` for ${options.nameOf(review.on_behalf_of)}` : ''
    }: ${row.title}`,
    data: {
      stage: approvalCase.stages[review.stage].name,
      comment: review.comment,
      planVersion: review.plan_version,
      planDigest: review.plan_digest,
      policyVersion: review.policy_version,
      countedAs: JSON.parse(review.sources),
      ...(review.on_behalf_of ? { onBehalfOf: review.on_behalf_of } : {}),
    },
  };
  if (standing.outcome === 'pending') return [reviewed];
  return [
    reviewed,
    {
      ...about,
      type: `request.${standing.outcome}`,
      summary:
        standing.outcome === 'approved'
          ? `Approval complete: ${row.title}`
          : `Rejected for good: ${row.title}`,
      data: { planDigest: row.plan_digest },
    },
  ];
}
