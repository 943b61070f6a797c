import {
  isSalesdeskError,
  SalesdeskError,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog, NewAuditEntry } from '../audit';
import {
  decidePending,
  listItems,
  noteRevocation,
} from '../database/operations/accessReviews/items';
import {
  listReviewsToEnd,
  listReviewsToRemind,
  updateOpenReview,
} from '../database/operations/accessReviews/reviews';
import type { AccessReviewItemRow, AccessReviewRow } from '../database/tables';
import { salesdeskActor } from '../executor/callEntries';
import type { Outbox } from '../outbox';
import type { RequestService } from '../requests/RequestService';
import { oneByOne, revocationsOf, type Revocation } from './revocations';
import { reviewMessages } from './reviewMessages';
import type { ReviewReader } from './ReviewReader';
import type { ReviewViewer } from './ReviewViewer';

const day = 86_400_000;
/** From then on reviewers are reminded, once a day. */
const remindBefore = 3 * day;
const rowsPerEntry = 200;

/** What {@link ReviewClosing} needs. */
export interface ReviewClosingOptions {
  knex: Knex;
  reader: ReviewReader;
  requests: Pick<RequestService, 'submit'>;
  outbox: Outbox;
  auditLog: AuditLog;
  now: () => Date;
}

/**
 * Ends reviews. What was revoked becomes requests of whoever closes the review,
 * decided by the same permissions and policies as all others. A review that ends
 * by itself makes none, because nobody is there whose permission could be asked:
 * who started it is told, and asks for them.
 */
export class ReviewClosing {
  readonly #options: ReviewClosingOptions;

  constructor(options: ReviewClosingOptions) {
    this.#options = options;
  }

  /** Called again, it asks once more for what could not be asked for. */
  async close(
    input: { reviewId: string; undecided?: 'keep' | 'revoke' },
    viewer: ReviewViewer,
  ): Promise<void> {
    const { knex, reader } = this.#options;
    const { review } = await reader.find(input.reviewId, viewer);
    if (!viewer.managesAll && review.created_by !== viewer.caller.ref) {
      throw new SalesdeskError(
        'NotAllowedError',
        'Who started a review closes it',
        { code: 'not_permitted' },
      );
    }
    if (review.state === 'open') {
      const undecided =
        input.undecided ??
        (review.undecided === 'remind' ? undefined : review.undecided);
      const ended = await this.#end(review, viewer.caller.ref, undecided);
      if (!ended) {
        throw conflict('It was changed by somebody else meanwhile');
      }
    }
    const items = await listItems({ knex, reviewId: review.id });
    await this.#revoke(review, items, viewer);
  }

  /** Ends reviews whose time is over, and reminds of those that are due soon. */
  async sweep(): Promise<void> {
    const { knex, outbox, now } = this.#options;
    const at = now();
    const over = await listReviewsToEnd({ knex, now: at.toISOString() });
    for (const review of over) {
      if (review.undecided !== 'remind') {
        await this.#end(review, salesdeskActor, review.undecided);
      }
    }
    const due = await listReviewsToRemind({
      knex,
      dueBefore: new Date(at.getTime() + remindBefore).toISOString(),
      remindedBefore: new Date(at.getTime() - day).toISOString(),
    });
    for (const review of due) {
      const pending = await listItems({
        knex,
        reviewId: review.id,
        decision: 'pending',
      });
      const isOver = review.due_at <= at.toISOString();
      await knex.transaction(async transaction => {
        const reminded = await updateOpenReview({
          transaction,
          review,
          changes: { reminded_at: at.toISOString() },
        });
        if (!reminded) return;
        await outbox.enqueue(
          transaction,
          reviewMessages({
            review,
            recipients: pending.map(({ reviewer_ref }) => reviewer_ref),
            what: isOver ? 'is overdue' : 'still waits for your review',
            severity: isOver ? 'high' : 'normal',
          }),
        );
      });
    }
  }

  /** False when somebody was faster. */
  async #end(
    review: AccessReviewRow,
    actor: string,
    undecided: 'keep' | 'revoke' | undefined,
  ): Promise<boolean> {
    const { knex, auditLog, outbox, now } = this.#options;
    const at = now().toISOString();
    return knex.transaction(async transaction => {
      const ended = await updateOpenReview({
        transaction,
        review,
        changes: { state: 'closed', closed_at: at, closed_by: actor },
      });
      if (!ended) return false;
      if (undecided) {
        await decidePending({
          transaction,
          reviewId: review.id,
          decision: undecided,
          decidedBy: actor,
          comment: 'Nobody decided until the review was closed',
          now: at,
        });
      }
      const items = await listItems({
        knex: transaction,
        reviewId: review.id,
      });
      const count = (decision: AccessReviewItemRow['decision']) =>
        items.filter(item => item.decision === decision).length;
      if (count('pending') > 0) {
        throw conflict(
          `${count(
            'pending',
          )} rows are not decided: say whether they are kept or revoked`,
        );
      }
      await auditLog.append(transaction, [
        {
          type: 'access-review.closed',
          actor,
          org: review.org_id,
          summary: `Access review closed: ${review.title}`,
          data: {
            reviewId: review.id,
            kept: count('keep'),
            revoked: count('revoke'),
            ...(undecided ? { undecided } : {}),
          },
        },
        ...resultEntries(review, items, actor),
      ]);
      if (actor === salesdeskActor) {
        await outbox.enqueue(
          transaction,
          reviewMessages({
            review,
            recipients: [review.created_by],
            what: 'has ended',
            description: count('revoke')
              ? `${count(
                  'revoke',
                )} rows are to be revoked: ask for it on the page of the review`
              : 'Everything is kept',
          }),
        );
      }
      return true;
    });
  }

  async #revoke(
    review: AccessReviewRow,
    items: AccessReviewItemRow[],
    viewer: ReviewViewer,
  ): Promise<void> {
    const { knex } = this.#options;
    const reviewId = review.id;
    const { requests, impossible } = revocationsOf({
      items,
      revokeAction: review.revoke_action,
    });
    for (const { position, problem } of impossible) {
      await noteRevocation({
        knex,
        reviewId,
        positions: [position],
        requestId: null,
        problem,
      });
    }
    for (const revocation of requests) {
      const asked = await this.#ask(review, items, revocation, viewer);
      // One user that cannot be asked for must not keep the others.
      const isShared = revocation.positions.length > 1;
      const outcomes =
        asked.requestId === null && isShared
          ? await this.#askOneByOne(review, items, revocation, viewer)
          : [asked];
      for (const outcome of outcomes) {
        await noteRevocation({ knex, reviewId, ...outcome });
      }
    }
  }

  async #askOneByOne(
    review: AccessReviewRow,
    items: AccessReviewItemRow[],
    revocation: Revocation,
    viewer: ReviewViewer,
  ) {
    const outcomes = [];
    for (const single of oneByOne(revocation, items)) {
      outcomes.push(await this.#ask(review, items, single, viewer));
    }
    return outcomes;
  }

  async #ask(
    review: AccessReviewRow,
    items: AccessReviewItemRow[],
    { action, input, positions }: Revocation,
    viewer: ReviewViewer,
  ): Promise<{
    positions: number[];
    requestId: string | null;
    problem: string | null;
  }> {
    try {
      const { request } = await this.#options.requests.submit(
        {
          org: review.org_id,
          action,
          input,
          reason: reasonOf(review, items, positions),
          // Asked for again after a crash, it is the same request.
          idempotencyKey: `access-review ${review.id} ${positions.join(' ')}`,
        },
        { caller: viewer.caller },
      );
      return { positions, requestId: request.id, problem: null };
    } catch (error) {
      if (!isSalesdeskError(error)) throw error;
      return { positions, requestId: null, problem: error.message };
    }
  }
}

/** The whole result, so that the audit log alone tells it. */
function resultEntries(
  review: AccessReviewRow,
  items: AccessReviewItemRow[],
  actor: string,
): NewAuditEntry[] {
  const entries: NewAuditEntry[] = [];
  for (let start = 0; start < items.length; start += rowsPerEntry) {
    const part = items.slice(start, start + rowsPerEntry);
    entries.push({
      type: 'access-review.result',
      actor,
      org: review.org_id,
      summary: `Result of the access review "${review.title}", rows ${
        start + 1
      } to ${start + part.length}`,
      subjects: [...new Set(part.flatMap(item => item.user_id ?? []))],
      data: {
        reviewId: review.id,
        rows: part.map(item => ({
          position: item.position,
          record: item.record_id,
          user: item.target,
          access: item.access_kind
            ? `${item.access_kind} ${item.access}`
            : 'user',
          decision: item.decision,
          decidedBy: item.decided_by,
          ...(item.comment ? { comment: item.comment } : {}),
        })),
      },
    });
  }
  return entries;
}

/** What reviewers wrote goes along, so that approvers read it. */
function reasonOf(
  review: AccessReviewRow,
  items: AccessReviewItemRow[],
  positions: number[],
): string {
  const wanted = new Set(positions);
  const comments = new Set(
    items.flatMap(({ position, comment }) =>
      wanted.has(position) && comment ? [comment] : [],
    ),
  );
  return [`Revoked by the access review "${review.title}".`, ...comments]
    .join(' ')
    .slice(0, 2000);
}

function conflict(message: string): SalesdeskError {
  return new SalesdeskError('ConflictError', message, { code: 'wrong_state' });
}
