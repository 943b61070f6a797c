import {
  SalesdeskError,
  type ErrorCode,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog, NewAuditEntry } from '../audit/AuditLog';
import { insertReview } from '../database/operations/reviews/insertReview';
import { lockRequest } from '../database/operations/requests/lockRequest';
import { replaceOpenReviewers } from '../database/operations/requests/reviewers';
import type { RequestRow, ReviewRow } from '../database/tables';
import { approvalStanding, type ApprovalStanding } from '../domain/approval';
import { openReviews, type OpenReviews } from '../domain/openReviews';
import { reviewEligibility } from '../domain/reviewEligibility';
import type { JobQueue } from '../executor/Executor';
import { requesterMessages } from '../inbox/messages';
import type { Outbox, OutboxMessage } from '../outbox/Outbox';
import type { Caller } from '../permissions/Caller';
import type { PeopleDirectory } from './PeopleDirectory';
import { aboutRequest } from './requestEntries';
import { readRequestFacts, type RequestFacts } from './RequestFacts';
import type { GivenDecision } from './RequestService';
import { requestNotFound } from './requestNotFound';
import { reviewMessages } from './reviewMessages';
import { givenReview } from './storedDecision';
import { transitionRequest } from './transitionRequest';

/** What {@link RequestReviews} needs. */
export interface RequestReviewsOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  jobs: JobQueue;
  people: PeopleDirectory;
  now: () => Date;
  newId: () => string;
}

/**
 * Takes reviews. What is promised:
 *
 * - A review counts for the plan whose digest it names, or is refused.
 * - The request is locked while it is decided, so the last needed approval is
 *   the last of exactly one transaction, and that transaction makes the job:
 *   any number of approvals at once make one job.
 * - A refused review leaves nothing behind.
 */
export class RequestReviews {
  readonly #options: RequestReviewsOptions;

  constructor(options: RequestReviewsOptions) {
    this.#options = options;
  }

  async review(options: {
    given: GivenDecision;
    caller: Caller;
  }): Promise<RequestRow> {
    const { given, caller } = options;
    const { knex } = this.#options;
    // Before the transaction: nothing waits for the catalog while rows are
    // locked.
    const names = await this.#options.people.describe([caller.ref]);
    const reviewerName = names.get(caller.ref)?.displayName ?? caller.ref;
    return knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: given.requestId });
      if (!row) throw requestNotFound(given.requestId);
      const [facts] = await readRequestFacts({
        knex: transaction,
        rows: [row],
      });
      const review = this.#judge({ facts, given, caller });
      const standing = approvalStanding(
        facts.approvalCase,
        [...facts.reviews, review].map(givenReview),
      );
      return this.#store({
        transaction,
        facts,
        review,
        standing,
        reviewerName,
      });
    });
  }

  /** The review as it will be stored; throws when it is not to be taken. */
  #judge(options: {
    facts: RequestFacts;
    given: GivenDecision;
    caller: Caller;
  }): ReviewRow {
    const { facts, given, caller } = options;
    const { row, resource, approvalCase } = facts;
    const now = this.#options.now().toISOString();
    const eligibility = reviewEligibility({
      state: row.state,
      requesterRef: row.requester_ref,
      approvalCase,
      reviews: facts.reviews.map(givenReview),
      candidate: {
        ref: caller.ref,
        ownershipRefs: caller.ownershipRefs,
        isTarget: resource.targetPersonRefs.includes(caller.ref),
        mayDecide: caller.decisions.allows('decide', resource),
      },
    });
    if (!eligibility.eligible) {
      throw refusal(eligibility.code, eligibility.reason);
    }
    if (row.expires_at !== null && row.expires_at <= now) {
      throw refusal('wrong_state', 'The time for a decision is over');
    }
    if (given.planDigest !== row.plan_digest) {
      throw refusal(
        'plan_changed',
        'What this would change is not what you saw any more; look at it again',
      );
    }
    return {
      id: this.#options.newId(),
      request_id: row.id,
      plan_version: row.plan_version,
      stage: eligibility.stage,
      reviewer_ref: caller.ref,
      decision: given.decision,
      sources: JSON.stringify(eligibility.keys),
      comment: given.comment?.trim() || null,
      plan_digest: row.plan_digest,
      policy_version: row.policy_version,
      at: now,
    };
  }

  async #store(options: {
    transaction: Knex.Transaction;
    facts: RequestFacts;
    review: ReviewRow;
    standing: ApprovalStanding;
    reviewerName: string;
  }): Promise<RequestRow> {
    const { transaction, facts, review, standing } = options;
    const { auditLog, outbox, jobs, now } = this.#options;
    const { row, approvalCase } = facts;
    if ((await insertReview({ transaction, row: review })) !== 'inserted') {
      throw refusal('already_reviewed', 'You have reviewed this plan already');
    }
    const to = standing.outcome === 'pending' ? row.state : standing.outcome;
    const open = openReviews(
      approvalCase,
      [...facts.reviews, review].map(givenReview),
    );
    const at = now();
    const patch = {
      waiting_for: open?.waitingFor ?? null,
      ...(to === 'rejected' ? { finished_at: at.toISOString() } : {}),
    };
    const changed = await transitionRequest({
      transaction,
      auditLog,
      outbox,
      request: row,
      to,
      patch,
      at,
      record: {
        entries: reviewEntries({ facts, review, standing }),
        messages: outcomeMessages({ ...options, open }),
      },
      alongside: async () => {
        await replaceOpenReviewers({ transaction, request: row, open });
        if (to === 'approved') {
          await jobs.requeue(transaction, {
            requestId: row.id,
            orgId: row.org_id,
            runAt: at.toISOString(),
            repeatUnknown: false,
          });
        }
      },
    });
    return { ...row, ...patch, ...changed };
  }
}

function outcomeMessages(options: {
  facts: RequestFacts;
  review: ReviewRow;
  standing: ApprovalStanding;
  open: OpenReviews | null;
  reviewerName: string;
}): OutboxMessage[] {
  const { facts, review, standing, open, reviewerName } = options;
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
  if (!open || open.stage === review.stage) return [];
  return reviewMessages({
    request: row,
    keys: open.keys,
    excludedRefs: approvalCase.excludedRefs,
  });
}

function reviewEntries(options: {
  facts: RequestFacts;
  review: ReviewRow;
  standing: ApprovalStanding;
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
    summary: `${approved ? 'Approved' : 'Rejected'}: ${row.title}`,
    data: {
      stage: approvalCase.stages[review.stage].name,
      comment: review.comment,
      planVersion: review.plan_version,
      planDigest: review.plan_digest,
      policyVersion: review.policy_version,
      countedAs: JSON.parse(review.sources),
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

function refusal(code: ErrorCode, reason: string): SalesdeskError {
  const isConflict =
    code === 'wrong_state' ||
    code === 'plan_changed' ||
    code === 'already_reviewed';
  return new SalesdeskError(
    isConflict ? 'ConflictError' : 'NotAllowedError',
    reason,
    { code },
  );
}
