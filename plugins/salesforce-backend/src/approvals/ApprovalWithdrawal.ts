import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { lockRequest } from '../database/operations/requests/lockRequest';
import { replaceOpenReviewers } from '../database/operations/requests/reviewers';
import { withdrawReview } from '../database/operations/reviews/withdrawReview';
import type { RequestRow } from '../database/tables';
import { approvalStanding } from '../domain/approval';
import { after } from '../domain/duration';
import { nudgesAfter } from '../domain/escalation';
import { openReviews } from '../domain/openReviews';
import type { JobQueue } from '../executor/Executor';
import type { Outbox } from '../outbox/Outbox';
import { aboutRequest } from '../requests/requestEntries';
import { readRequestFacts } from '../requests/RequestFacts';
import { requestNotFound } from '../requests/requestNotFound';
import { reviewMessages } from '../requests/reviewMessages';
import { givenReviews, storedDecision } from '../requests/storedDecision';
import { transitionRequest } from '../requests/transitionRequest';
import { approvalToWithdraw, takesApprovalsBack } from './approvalRules';

/**
 * Takes an approval back. A request that is approved waits again, and its job
 * is cancelled in the same transaction: a worker that holds the job already is
 * about to start, and then it is too late.
 */
export class ApprovalWithdrawal {
  readonly #options: {
    knex: Knex;
    auditLog: AuditLog;
    outbox: Outbox;
    jobs: JobQueue;
    now: () => Date;
  };

  constructor(options: {
    knex: Knex;
    auditLog: AuditLog;
    outbox: Outbox;
    jobs: JobQueue;
    now: () => Date;
  }) {
    this.#options = options;
  }

  async withdraw(options: {
    requestId: string;
    actorRef: string;
    comment?: string;
  }): Promise<RequestRow> {
    const { requestId, actorRef } = options;
    const { knex, auditLog, outbox, jobs, now } = this.#options;
    const comment = options.comment?.trim() || undefined;
    return knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: requestId });
      if (!row) throw requestNotFound(requestId);
      const [facts] = await readRequestFacts({
        knex: transaction,
        rows: [row],
      });
      const review = approvalToWithdraw(facts, actorRef);
      if (!review) throw wrongState('There is no approval of yours');
      if (!takesApprovalsBack(row)) {
        throw wrongState('It has started; what has started is finished');
      }
      const at = now();
      await withdrawReview({
        transaction,
        id: review.id,
        at: at.toISOString(),
        reason: comment ?? 'Taken back',
      });
      const reviews = givenReviews(
        facts.reviews.filter(given => given !== review),
      );
      const standing = approvalStanding(facts.approvalCase, reviews);
      const open = openReviews(facts.approvalCase, reviews);
      const reopens =
        row.state === 'approved' && standing.outcome === 'pending';
      const { expiresAfter, ...nudges } = storedDecision(row);
      const patch = {
        waiting_for: open?.waitingFor ?? null,
        ...nudgesAfter({ openedAt: at, ...nudges }),
        ...(reopens
          ? { expires_at: after(at, expiresAfter).toISOString() }
          : {}),
      };
      const changed = await transitionRequest({
        transaction,
        auditLog,
        outbox,
        request: row,
        to: reopens ? 'awaiting_approval' : row.state,
        patch,
        at,
        record: {
          entries: [
            {
              ...aboutRequest(row),
              type: 'review.withdrawn',
              actor: actorRef,
              summary: `Approval taken back: ${row.title}`,
              subjects: [row.requester_ref, review.reviewer_ref],
              data: {
                stage: review.stage,
                reviewer: review.reviewer_ref,
                planDigest: review.plan_digest,
                from: row.state,
                ...(comment ? { comment } : {}),
              },
            },
          ],
          messages: [
            {
              kind: 'notification',
              requestId: row.id,
              recipients: [row.requester_ref],
              title: `An approval was taken back: ${row.title}`,
              ...(comment ? { description: comment.slice(0, 300) } : {}),
              link: `/salesforce/requests/${row.id}`,
              severity: 'normal',
              topic: 'salesforce',
              scope: `salesforce:progress:${row.id}`,
            },
            ...(open
              ? reviewMessages({
                  request: row,
                  keys: open.keys,
                  excludedRefs: [...facts.approvalCase.excludedRefs, actorRef],
                })
              : []),
          ],
        },
        alongside: async () => {
          if (reopens) {
            const job = await jobs.cancel(transaction, { requestId });
            if (job === 'running') {
              throw wrongState(
                'It is being started; what has started is finished',
              );
            }
          }
          await replaceOpenReviewers({ transaction, request: row, open });
        },
      });
      return { ...row, ...patch, ...changed };
    });
  }
}

function wrongState(message: string): SalesdeskError {
  return new SalesdeskError('ConflictError', message, { code: 'wrong_state' });
}
