import type { Knex } from 'knex';
import type { AuditLog } from '../audit';
import { listItems } from '../database/operations/accessReviews/items';
import type { AccessReviewRow } from '../database/tables';
import { salesdeskActor } from '../people/salesdeskActor';
import type { Outbox } from '../outbox';
import type { HeldReview } from './HeldReview';
import { reviewMessages } from './reviewMessages';

/**
 * Tells who started a review what became of it, when it ended by itself. Once:
 * the message, the record and the end of asking are one transaction.
 */
export async function tellOutcome(options: {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  review: AccessReviewRow;
  held: HeldReview;
  /** Why nothing was asked for. */
  problem: string | undefined;
}): Promise<void> {
  const { knex, auditLog, outbox, review, held, problem } = options;
  const rows = await listItems({
    knex,
    reviewId: review.id,
    decision: 'revoke',
  });
  const requests = [...new Set(rows.flatMap(row => row.request_id ?? []))];
  const gone = rows.filter(({ gone_at }) => gone_at).length;
  const asked = rows.filter(({ request_id }) => request_id).length;
  const left = rows.length - asked - gone;
  const words = outcomeInWords({
    asked,
    gone,
    requests: requests.length,
    left,
    problem,
  });
  await knex.transaction(async transaction => {
    if (!(await held.end(transaction))) return;
    await auditLog.append(transaction, [
      {
        type: 'access-review.asked',
        actor: salesdeskActor,
        org: review.org_id,
        summary: `Access review "${review.title}" ended by itself. ${words}`,
        subjects: [review.created_by],
        data: {
          reviewId: review.id,
          inTheNameOf: review.created_by,
          requests,
          gone,
          left,
          ...(problem ? { problem } : {}),
        },
      },
    ]);
    await outbox.enqueue(
      transaction,
      reviewMessages({
        review,
        recipients: [review.created_by],
        what: 'has ended',
        description: words,
        severity: left > 0 ? 'high' : 'normal',
      }),
    );
  });
}

function outcomeInWords(outcome: {
  asked: number;
  gone: number;
  requests: number;
  left: number;
  problem: string | undefined;
}): string {
  const { asked, gone, requests, left, problem } = outcome;
  return [
    ...(asked > 0
      ? [
          `${count(asked, 'row')} to be revoked, in your name, by ${count(
            requests,
            'request',
          )}`,
        ]
      : []),
    ...(gone > 0 ? [`${count(gone, 'row')} to be revoked, gone already`] : []),
    ...(left > 0
      ? [
          `${count(left, 'row')} to be revoked, not asked for yet: ${
            problem ?? 'the page of the review says why'
          }. Ask for it there`,
        ]
      : []),
  ].join('. ');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
