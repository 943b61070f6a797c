import {
  SalesdeskError,
  type AccessReview,
  type AccessReviewItem,
  type AccessReviewItemPage,
  type Person,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { csvLine } from '../inventory/csvOf';
import {
  countByReviewer,
  countDecisions,
  listItems,
} from '../database/operations/accessReviews/items';
import {
  findReview,
  listReviews,
} from '../database/operations/accessReviews/reviews';
import type { AccessReviewItemRow, AccessReviewRow } from '../database/tables';
import { mayDecide, ownUserOf } from './mayDecide';
import type { ReviewViewer } from './ReviewViewer';

const mostReviews = 200;
const rowsPerRead = 500;

/** What people see of access reviews: of their own rows, or of all. */
export class ReviewReader {
  readonly #knex: Knex;
  readonly #describePeople: (refs: string[]) => Promise<Person[]>;

  constructor(options: {
    knex: Knex;
    describePeople(refs: string[]): Promise<Person[]>;
  }) {
    this.#knex = options.knex;
    this.#describePeople = options.describePeople;
  }

  async list(viewer: ReviewViewer): Promise<AccessReview[]> {
    return this.#views(await this.#rows(viewer, mostReviews), viewer);
  }

  /** Whether there is any review that they see. */
  async hasAny(viewer: ReviewViewer): Promise<boolean> {
    return (await this.#rows(viewer, 1)).length > 0;
  }

  #rows(viewer: ReviewViewer, limit: number): Promise<AccessReviewRow[]> {
    return listReviews({
      knex: this.#knex,
      ...(viewer.seesAll
        ? {}
        : {
            of: {
              startedBy: viewer.caller.ref,
              reviewerRefs: viewer.caller.ownershipRefs,
            },
          }),
      limit,
    });
  }

  /** Throws NotFoundError, also for whoever has nothing to do with it. */
  async find(
    reviewId: string,
    viewer: ReviewViewer,
  ): Promise<{ review: AccessReviewRow; seesAll: boolean }> {
    const knex = this.#knex;
    const review = await findReview({ knex, reviewId });
    if (review) {
      const seesAll = viewer.seesAll || review.created_by === viewer.caller.ref;
      const own = seesAll
        ? undefined
        : await listItems({
            knex,
            reviewId,
            reviewerRefs: viewer.caller.ownershipRefs,
            limit: 1,
          });
      if (seesAll || own?.length) return { review, seesAll };
    }
    throw new SalesdeskError(
      'NotFoundError',
      `There is no access review '${reviewId}'`,
      { code: 'not_found' },
    );
  }

  async get(reviewId: string, viewer: ReviewViewer): Promise<AccessReview> {
    const { review, seesAll } = await this.find(reviewId, viewer);
    const [view] = await this.#views([review], viewer);
    if (!seesAll) return view;
    const counted = await countByReviewer({ knex: this.#knex, reviewId });
    const people = await this.#describePeople(
      counted.map(({ reviewer_ref }) => reviewer_ref),
    );
    return {
      ...view,
      reviewers: counted.map(({ rows, pending }, index) => ({
        person: people[index],
        rows,
        pending,
      })),
    };
  }

  async items(
    options: {
      reviewId: string;
      decision?: AccessReviewItemRow['decision'];
      mine?: boolean;
      cursor?: string;
      limit: number;
    },
    viewer: ReviewViewer,
  ): Promise<AccessReviewItemPage> {
    const { reviewId, decision, mine, cursor, limit } = options;
    const { review, seesAll } = await this.find(reviewId, viewer);
    const rows = await listItems({
      knex: this.#knex,
      reviewId,
      decision,
      ...(seesAll && !mine
        ? {}
        : { reviewerRefs: viewer.caller.ownershipRefs }),
      after: Number(cursor) || 0,
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    return {
      items: await this.#itemViews(review, shown, viewer),
      ...(rows.length > limit
        ? { nextCursor: String(shown[shown.length - 1].position) }
        : {}),
    };
  }

  /** The result as lines of CSV, page after page. */
  async csv(
    reviewId: string,
    viewer: ReviewViewer,
  ): Promise<AsyncIterable<string>> {
    const { review } = await this.find(reviewId, viewer);
    const page = (cursor?: string) =>
      this.items({ reviewId, cursor, limit: rowsPerRead }, viewer);
    return linesOf(JSON.parse(review.columns), await page(), page);
  }

  async #itemViews(
    review: AccessReviewRow,
    rows: AccessReviewItemRow[],
    viewer: ReviewViewer,
  ): Promise<AccessReviewItem[]> {
    const own = await ownUserOf(review, viewer);
    const refs = rows.flatMap(row => [
      row.reviewer_ref,
      ...(row.decided_by ? [row.decided_by] : []),
    ]);
    const people = await this.#describePeople(refs);
    const byRef = new Map(refs.map((ref, index) => [ref, people[index]]));
    return rows.map(row => {
      const isOwn =
        row.person_ref === viewer.caller.ref ||
        (own.userId !== undefined && row.user_id === own.userId);
      const isReviewer = viewer.caller.ownershipRefs.includes(row.reviewer_ref);
      const decidedBy = row.decided_by ? byRef.get(row.decided_by) : undefined;
      return {
        position: row.position,
        recordId: row.record_id,
        ...(row.target ? { target: row.target } : {}),
        ...(row.person_ref ? { person: row.person_ref } : {}),
        values: JSON.parse(row.shown),
        reviewer: byRef.get(row.reviewer_ref) ?? {
          ref: row.reviewer_ref,
          displayName: row.reviewer_ref,
        },
        ...mayDecide({ review, isReviewer, isOwn, unknown: own.unknown }),
        decision: row.decision,
        ...(row.comment ? { comment: row.comment } : {}),
        ...(decidedBy ? { decidedBy } : {}),
        ...(row.decided_at ? { decidedAt: row.decided_at } : {}),
        ...(row.request_id ? { requestId: row.request_id } : {}),
        ...(row.gone_at ? { goneAt: row.gone_at } : {}),
        ...(row.problem ? { problem: row.problem } : {}),
      };
    });
  }

  async #views(
    reviews: AccessReviewRow[],
    viewer: ReviewViewer,
  ): Promise<AccessReview[]> {
    const knex = this.#knex;
    const { ref, ownershipRefs: reviewerRefs } = viewer.caller;
    // Of rows that they do not see, people are told no numbers either.
    const isSeen = (review: AccessReviewRow) =>
      viewer.seesAll || review.created_by === ref;
    const countOf = (wanted: AccessReviewRow[], onlyMine: boolean) =>
      countDecisions({
        knex,
        reviewIds: wanted.map(({ id }) => id),
        reviewerRefs,
        onlyMine,
      });
    const [all, own, starters, closers] = await Promise.all([
      countOf(reviews.filter(isSeen), false),
      countOf(
        reviews.filter(review => !isSeen(review)),
        true,
      ),
      this.#describePeople(reviews.map(({ created_by }) => created_by)),
      this.#describePeople(reviews.map(row => row.closed_by ?? row.created_by)),
    ]);
    const counts = [...all, ...own];
    return reviews.map((review, index) => {
      const {
        pending = 0,
        kept = 0,
        revoked = 0,
        mine = 0,
        mine_pending: minePending = 0,
        requested = 0,
        gone = 0,
      } = counts.find(({ review_id }) => review_id === review.id) ?? {};
      return {
        id: review.id,
        org: review.org_id,
        title: review.title,
        source: review.source,
        state: review.state,
        startedBy: starters[index],
        ...(review.closed_by ? { closedBy: closers[index] } : {}),
        undecided: review.undecided,
        mayClose: viewer.managesAll || review.created_by === viewer.caller.ref,
        dueAt: review.due_at,
        createdAt: review.created_at,
        ...(review.closed_at ? { closedAt: review.closed_at } : {}),
        columns: JSON.parse(review.columns),
        pending,
        kept,
        revoked,
        mine,
        minePending,
        requested,
        gone,
        toRequest: revoked - requested - gone,
        reviewers: [],
      };
    });
  }
}

async function* linesOf(
  columns: string[],
  first: AccessReviewItemPage,
  next: (cursor: string) => Promise<AccessReviewItemPage>,
): AsyncGenerator<string> {
  yield csvLine([
    ...columns,
    'Reviewer',
    'Decision',
    'Comment',
    'Decided by',
    'Decided at',
    'Request',
    'Gone already',
    'Problem',
  ]);
  let page = first;
  for (;;) {
    for (const item of page.items) {
      yield csvLine([
        ...item.values,
        item.reviewer.ref,
        item.decision,
        item.comment ?? null,
        item.decidedBy?.ref ?? null,
        item.decidedAt ?? null,
        item.requestId ?? null,
        item.goneAt ?? null,
        item.problem ?? null,
      ]);
    }
    if (!page.nextCursor) return;
    page = await next(page.nextCursor);
  }
}
