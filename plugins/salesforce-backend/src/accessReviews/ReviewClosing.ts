import type { LoggerService } from '@backstage/backend-plugin-api';
import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog, NewAuditEntry } from '../audit';
import {
  decidePending,
  listItems,
} from '../database/operations/accessReviews/items';
import {
  findReview,
  listReviewsToAsk,
  listReviewsToEnd,
  listReviewsToRemind,
  noteNothingToAsk,
  updateOpenReview,
} from '../database/operations/accessReviews/reviews';
import type { AccessReviewItemRow, AccessReviewRow } from '../database/tables';
import { salesdeskActor } from '../people/salesdeskActor';
import type { Outbox } from '../outbox';
import { reviewMessages } from './reviewMessages';
import type { ReviewReader } from './ReviewReader';
import type { ReviewRevocations } from './ReviewRevocations';
import type { ReviewViewer } from './ReviewViewer';

const day = 86_400_000;
/** From then on reviewers are reminded, once a day. */
const remindBefore = 3 * day;
const rowsPerEntry = 200;

/** What {@link ReviewClosing} needs. */
export interface ReviewClosingOptions {
  knex: Knex;
  reader: ReviewReader;
  revocations: ReviewRevocations;
  outbox: Outbox;
  auditLog: AuditLog;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Ends reviews, when somebody says so or when their time is over, and reminds of
 * them before. What was revoked becomes requests: see {@link ReviewRevocations}.
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
      const ended = await this.#end(review, {
        actor: viewer.caller.ref,
        undecided,
        ownUserId: await viewer.userIdIn(review.org_id),
      });
      if (!ended) {
        throw conflict('It was changed by somebody else meanwhile');
      }
    }
    // As it is stored now, with who closed it.
    const closed = await findReview({ knex, reviewId: review.id });
    await this.#options.revocations.askAs(viewer.caller, closed ?? review);
  }

  /**
   * Ends reviews whose time is over, asks for what they revoke, and reminds of
   * those that are due soon.
   */
  async sweep(): Promise<void> {
    const { knex, now } = this.#options;
    const at = now();
    const over = await listReviewsToEnd({ knex, now: at.toISOString() });
    for (const review of over) {
      if (review.undecided !== 'remind') {
        await this.#end(review, {
          actor: salesdeskActor,
          undecided: review.undecided,
        });
      }
    }
    await this.#askForEnded();
    await this.#remind();
  }

  /** Also for those of which another process did not come to an end. */
  async #askForEnded(): Promise<void> {
    const { knex, now, logger, revocations } = this.#options;
    const ended = await listReviewsToAsk({
      knex,
      closedBy: salesdeskActor,
      now: now().toISOString(),
    });
    for (const review of ended) {
      try {
        await revocations.askByItself(review);
      } catch (error) {
        // The org is away, say: the next sweep goes on where this one ended.
        logger.warn(
          `What access review '${review.id}' revokes could not be asked for yet: ${error}`,
        );
      }
    }
  }

  async #remind(): Promise<void> {
    const { knex, outbox, now } = this.#options;
    const at = now();
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
    options: {
      actor: string;
      undecided: 'keep' | 'revoke' | undefined;
      /** The Salesforce user of the actor. */
      ownUserId?: string;
    },
  ): Promise<boolean> {
    const { actor, undecided, ownUserId } = options;
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
          ownUserId,
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
        throw conflict(undecidedInWords(count('pending'), undecided));
      }
      if (count('revoke') === 0) {
        await noteNothingToAsk({ transaction, reviewId: review.id, now: at });
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
      // Of what is revoked they are told when it was asked for.
      if (actor === salesdeskActor && count('revoke') === 0) {
        await outbox.enqueue(
          transaction,
          reviewMessages({
            review,
            recipients: [review.created_by],
            what: 'has ended',
            description: 'Everything is kept',
          }),
        );
      }
      return true;
    });
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

function undecidedInWords(rows: number, undecided?: 'keep' | 'revoke'): string {
  const many = rows === 1 ? 'One row is' : `${rows} rows are`;
  return undecided
    ? `${many} about your own access, which you cannot decide by closing the review: hand ${
        rows === 1 ? 'it' : 'them'
      } to somebody else`
    : `${many} not decided: say whether ${
        rows === 1 ? 'it is' : 'they are'
      } kept or revoked`;
}

function conflict(message: string): SalesdeskError {
  return new SalesdeskError('ConflictError', message, { code: 'wrong_state' });
}
