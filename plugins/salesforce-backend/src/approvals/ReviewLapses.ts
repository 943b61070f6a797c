import type { Knex } from 'knex';
import type { AuditLog, NewAuditEntry } from '../audit/AuditLog';
import { lockRequest } from '../database/operations/requests/lockRequest';
import { readRequest } from '../database/operations/requests/readRequest';
import { replaceOpenReviewers } from '../database/operations/requests/reviewers';
import { narrowReview } from '../database/operations/reviews/narrowReview';
import { readReviews } from '../database/operations/reviews/readReviews';
import { withdrawReview } from '../database/operations/reviews/withdrawReview';
import { nudgesAfter } from '../domain/escalation';
import { openReviews } from '../domain/openReviews';
import { isReviewable } from '../domain/requestState';
import type { Outbox } from '../outbox/Outbox';
import { salesdeskActor } from '../people/salesdeskActor';
import { aboutRequest } from '../requests/requestEntries';
import { readRequestFacts } from '../requests/RequestFacts';
import { reviewMessages } from '../requests/reviewMessages';
import { givenReviews, storedDecision } from '../requests/storedDecision';
import { transitionRequest } from '../requests/transitionRequest';
import type { LapsedReview, ReviewRights } from './ReviewRights';

/** What {@link ReviewLapses} needs. */
export interface ReviewLapsesOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  rights: ReviewRights;
  now: () => Date;
}

/**
 * Takes reviews out of the count whose reviewers lost their right since, as a
 * change of its own: whoever looked it up may themselves be refused then,
 * because an earlier stage is open again, and those whose review is wanted now
 * have to hear of it all the same.
 */
export class ReviewLapses {
  readonly #options: ReviewLapsesOptions;

  constructor(options: ReviewLapsesOptions) {
    this.#options = options;
  }

  async settle(requestId: string): Promise<void> {
    const { knex, rights } = this.#options;
    const row = await readRequest({ knex, id: requestId });
    if (!row || !isReviewable(row.state)) return;
    const reviews = await readReviews({ knex, requestIds: [requestId] });
    const lapsed = await rights.lapsed(
      reviews.filter(
        review =>
          review.plan_version === row.plan_version &&
          review.decision === 'approve',
      ),
    );
    if (lapsed.length > 0) await this.#record(requestId, lapsed);
  }

  async #record(requestId: string, lapsed: LapsedReview[]): Promise<void> {
    const { knex, auditLog, outbox, now } = this.#options;
    await knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: requestId });
      if (!row || !isReviewable(row.state)) return;
      const at = now();
      const [before] = await readRequestFacts({
        knex: transaction,
        rows: [row],
      });
      const entries: NewAuditEntry[] = [];
      for (const { id, keys, reason } of lapsed) {
        const review = before.reviews.find(given => given.id === id);
        const changed =
          review &&
          (keys.length === 0
            ? await withdrawReview({
                transaction,
                id,
                at: at.toISOString(),
                reason,
              })
            : await narrowReview({
                transaction,
                id,
                from: review.sources,
                sources: JSON.stringify(keys),
              }));
        // Somebody else found out meanwhile, or it was taken back.
        if (!review || changed !== 1) continue;
        entries.push({
          ...aboutRequest(row),
          type: 'review.lapsed',
          actor: salesdeskActor,
          summary: `An approval counts ${
            keys.length === 0 ? 'no longer' : 'for less'
          }: ${reason}`,
          subjects: [review.reviewer_ref],
          data: {
            reviewer: review.reviewer_ref,
            reason,
            countedAs: JSON.parse(review.sources),
            countsAs: keys,
          },
        });
      }
      const [first, ...rest] = entries;
      if (!first) return;
      const [facts] = await readRequestFacts({
        knex: transaction,
        rows: [row],
      });
      const reviews = givenReviews(facts.reviews);
      const open = openReviews(facts.approvalCase, reviews);
      const wasOpen = openReviews(
        before.approvalCase,
        givenReviews(before.reviews),
      );
      const isAskedAnew =
        open !== null &&
        (open.stage !== wasOpen?.stage ||
          open.keys.some(key => !wasOpen.keys.includes(key)));
      await transitionRequest({
        transaction,
        auditLog,
        outbox,
        request: row,
        to: row.state,
        patch: {
          waiting_for: open?.waitingFor ?? null,
          ...(isAskedAnew
            ? nudgesAfter({ openedAt: at, ...storedDecision(row) })
            : {}),
        },
        at,
        record: {
          entries: [first, ...rest],
          messages: isAskedAnew
            ? reviewMessages({
                request: row,
                keys: open.keys,
                excludedRefs: [
                  ...facts.approvalCase.excludedRefs,
                  ...reviews.map(({ reviewerRef }) => reviewerRef),
                ],
              })
            : [],
        },
        alongside: async () => {
          await replaceOpenReviewers({ transaction, request: row, open });
        },
      });
    });
  }
}
