import {
  SalesdeskError,
  type AccessReviewBody,
  type AccessReviewDecisions,
  type AccessReviewReassignment,
  type BoardDefinition,
  type Person,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit';
import type { BoardService } from '../boards';
import {
  countDecisions,
  decideItems,
  insertItems,
  reassignItems,
} from '../database/operations/accessReviews/items';
import {
  holdOpenReview,
  insertReview,
} from '../database/operations/accessReviews/reviews';
import type { AccessReviewRow } from '../database/tables';
import type { Outbox } from '../outbox';
import { accessKindWords, definitionOfAccess } from './definitionOfAccess';
import { reviewMessages } from './reviewMessages';
import type { ReviewReader } from './ReviewReader';
import type { ReviewRows } from './ReviewRows';
import type { ReviewViewer } from './ReviewViewer';

const words = { pending: 'took back', keep: 'kept', revoke: 'revoked' };

/** What {@link AccessReviewService} needs. */
export interface AccessReviewServiceOptions {
  knex: Knex;
  boards: BoardService;
  rows: ReviewRows;
  reader: ReviewReader;
  outbox: Outbox;
  auditLog: AuditLog;
  /** Undefined for whom the catalog does not know. */
  findReviewer(ref: string): Promise<Person | undefined>;
  ownersOf(orgId: string): Promise<string[]>;
  now: () => Date;
  newId: () => string;
}

/** Access reviews, from their start to the last decision; see `ReviewClosing` for the end. */
export class AccessReviewService {
  readonly #options: AccessReviewServiceOptions;

  constructor(options: AccessReviewServiceOptions) {
    this.#options = options;
  }

  /**
   * Starts a review and tells the reviewers. Rows stay as they are now, whatever
   * the next sync finds. Throws InputError.
   */
  async start(
    input: { body: AccessReviewBody; orgId: string },
    viewer: ReviewViewer,
  ): Promise<string> {
    const { body, orgId } = input;
    const { knex, rows, outbox, auditLog, now, newId } = this.#options;
    const { caller } = viewer;
    const at = now();
    const dueAt = new Date(body.dueAt);
    if (dueAt <= at) throw refusal('The due date is over', 'dueAt');
    const { source, definition } = await this.#subject(body, viewer);
    const named = await this.#reviewer(body.reviewers.ref ?? caller.ref);
    const read = await rows.read({
      orgId,
      definition,
      ids: body.ids,
      reviewers: {
        by: body.reviewers.by,
        ref: named,
        orgOwners: await this.#options.ownersOf(orgId),
      },
    });
    const review: AccessReviewRow = {
      id: newId(),
      org_id: orgId,
      title: body.title,
      source: source.slice(0, 255),
      columns: JSON.stringify(read.columns),
      revoke_action: body.revokeAction ?? 'salesforce_deactivate_user',
      undecided: body.undecided ?? 'remind',
      created_by: caller.ref,
      state: 'open',
      revision: 1,
      due_at: dueAt.toISOString(),
      reminded_at: null,
      created_at: at.toISOString(),
      closed_at: null,
      closed_by: null,
      asking_until: null,
      asked_at: null,
    };
    const recipients = read.items.map(({ reviewer_ref }) => reviewer_ref);
    await knex.transaction(async transaction => {
      await insertReview({ transaction, review });
      await insertItems({
        transaction,
        items: read.items.map(item => ({ review_id: review.id, ...item })),
      });
      await auditLog.append(transaction, [
        {
          type: 'access-review.started',
          actor: caller.ref,
          org: orgId,
          summary: `Access review started: ${review.title}`,
          subjects: [...new Set(recipients)],
          data: {
            reviewId: review.id,
            source,
            rows: read.items.length,
            dueAt: review.due_at,
            undecided: review.undecided,
          },
        },
      ]);
      await outbox.enqueue(
        transaction,
        reviewMessages({ review, recipients, what: 'asks for your review' }),
      );
    });
    return review.id;
  }

  /** Keeps or revokes rows, or takes that back: all of them, or none. */
  async decide(
    input: { reviewId: string; body: AccessReviewDecisions },
    viewer: ReviewViewer,
  ): Promise<void> {
    const { reviewId, body } = input;
    const { knex, auditLog, outbox, reader, now } = this.#options;
    const { caller } = viewer;
    const { review } = await reader.find(reviewId, viewer);
    const positions = [...new Set(body.positions)];
    const ownUserId = await viewer.userIdIn(review.org_id);
    const comment = body.comment?.trim() || null;
    await knex.transaction(async transaction => {
      if (!(await holdOpenReview({ transaction, reviewId }))) {
        throw closedAlready(review);
      }
      const met = await decideItems({
        transaction,
        reviewId,
        positions,
        reviewerRefs: caller.ownershipRefs,
        decidedBy: caller.ref,
        ownUserId,
        decision: body.decision,
        comment,
        now: now().toISOString(),
      });
      if (met !== positions.length) {
        throw new SalesdeskError(
          'NotAllowedError',
          'Some of these rows are not yours to decide: they are somebody else’s, or about your own access',
          { code: 'not_permitted' },
        );
      }
      const [{ pending: left }] = await countDecisions({
        knex: transaction,
        reviewIds: [reviewId],
      });
      await auditLog.append(transaction, [
        {
          type: 'access-review.decided',
          actor: caller.ref,
          org: review.org_id,
          summary: `Access review "${review.title}": ${words[body.decision]} ${
            positions.length === 1 ? 'one row' : `${positions.length} rows`
          }`,
          data: {
            reviewId,
            decision: body.decision,
            positions,
            ...(comment ? { comment } : {}),
          },
        },
      ]);
      if (left === 0) {
        await outbox.enqueue(
          transaction,
          reviewMessages({
            review,
            recipients: [review.created_by],
            what: 'is decided',
            description: 'Close it, and what was revoked becomes requests',
          }),
        );
      }
    });
  }

  /** Hands rows that nobody decided to somebody else. */
  async reassign(
    input: { reviewId: string; body: AccessReviewReassignment },
    viewer: ReviewViewer,
  ): Promise<void> {
    const { reviewId, body } = input;
    const { knex, auditLog, outbox, reader } = this.#options;
    const { review } = await reader.find(reviewId, viewer);
    if (!viewer.managesAll && review.created_by !== viewer.caller.ref) {
      throw notPermitted('Who started a review says who reviews');
    }
    const reviewerRef = await this.#reviewer(body.reviewer);
    const positions = [...new Set(body.positions)];
    await knex.transaction(async transaction => {
      if (!(await holdOpenReview({ transaction, reviewId }))) {
        throw closedAlready(review);
      }
      const met = await reassignItems({
        transaction,
        reviewId,
        positions,
        reviewerRef,
      });
      if (met !== positions.length) {
        throw refusal(
          'Some of these rows are decided, or about the access of that person',
          'positions',
        );
      }
      await auditLog.append(transaction, [
        {
          type: 'access-review.reassigned',
          actor: viewer.caller.ref,
          org: review.org_id,
          summary: `Access review "${review.title}": other reviewer for ${positions.length} rows`,
          subjects: [reviewerRef],
          data: { reviewId, positions, reviewer: reviewerRef },
        },
      ]);
      await outbox.enqueue(
        transaction,
        reviewMessages({
          review,
          recipients: [reviewerRef],
          what: 'asks for your review',
        }),
      );
    });
  }

  async #subject(
    body: AccessReviewBody,
    viewer: ReviewViewer,
  ): Promise<{ source: string; definition: BoardDefinition }> {
    const { board, access } = body;
    if ((board === undefined) === (access === undefined)) {
      throw refusal('Name a board or an access, one of the two', 'board');
    }
    if (access) {
      return {
        source: `${accessKindWords[access.kind]} ${access.name}`,
        definition: definitionOfAccess(access),
      };
    }
    const found = await this.#options.boards.get(board ?? '', viewer.caller);
    return { source: `Board ${found.title}`, definition: found.definition };
  }

  async #reviewer(named: string): Promise<string> {
    const ref = named.toLocaleLowerCase('en-US');
    const found = await this.#options.findReviewer(ref);
    if (!found) {
      throw refusal(`The catalog knows nobody called '${named}'`, 'reviewers');
    }
    return found.ref;
  }
}

function refusal(message: string, path: string): SalesdeskError {
  return new SalesdeskError('InputError', message, {
    code: 'invalid_input',
    fields: [{ path, message }],
  });
}

function notPermitted(message: string): SalesdeskError {
  return new SalesdeskError('NotAllowedError', message, {
    code: 'not_permitted',
  });
}

function closedAlready({ title }: AccessReviewRow): SalesdeskError {
  return new SalesdeskError(
    'ConflictError',
    `Access review "${title}" is closed`,
    { code: 'wrong_state' },
  );
}
