import type { Knex } from 'knex';
import { inBatches } from '../../inBatches';
import type { AccessReviewItemRow } from '../../tables';

const table = 'salesforce_access_review_items';

export async function insertItems(options: {
  transaction: Knex.Transaction;
  items: AccessReviewItemRow[];
}): Promise<void> {
  await inBatches(options.items, batch =>
    options.transaction<AccessReviewItemRow>(table).insert(batch),
  );
}

/** Rows of a review in their order, behind a position. */
export async function listItems(options: {
  knex: Knex | Knex.Transaction;
  reviewId: string;
  /** Only those that one of these reviews. */
  reviewerRefs?: string[];
  decision?: AccessReviewItemRow['decision'];
  after?: number;
  limit?: number;
}): Promise<AccessReviewItemRow[]> {
  const { knex, reviewId, reviewerRefs, decision, after, limit } = options;
  return knex<AccessReviewItemRow>(table)
    .where({ review_id: reviewId })
    .modify(query => {
      if (reviewerRefs) query.whereIn('reviewer_ref', reviewerRefs);
      if (decision) query.where({ decision });
      if (after !== undefined) query.where('position', '>', after);
      if (limit !== undefined) query.limit(limit);
    })
    .orderBy('position');
}

/** Of the rows of one review. */
export interface ReviewCounts {
  review_id: string;
  pending: number;
  kept: number;
  revoked: number;
  /** Those of the reviewers that were asked about. */
  mine: number;
  mine_pending: number;
  /** Revoked by a request. */
  requested: number;
  /** Revoked, and gone before there was a request. */
  gone: number;
}

/** How many rows have which decision, in each review that has rows. */
export async function countDecisions(options: {
  knex: Knex;
  reviewIds: string[];
  /** Whose rows count as `mine`. */
  reviewerRefs?: string[];
  /** Whether other rows than those do not count at all. */
  onlyMine?: boolean;
}): Promise<ReviewCounts[]> {
  const { knex, reviewIds, reviewerRefs = [], onlyMine } = options;
  const isMine = reviewerRefs.length
    ? `reviewer_ref in (${reviewerRefs.map(() => '?').join(', ')})`
    : '1 = 0';
  const counts: Array<[keyof ReviewCounts, string, string[]]> = [
    ['pending', "decision = 'pending'", []],
    ['kept', "decision = 'keep'", []],
    ['revoked', "decision = 'revoke'", []],
    ['mine', isMine, reviewerRefs],
    ['mine_pending', `decision = 'pending' and ${isMine}`, reviewerRefs],
    ['requested', 'request_id is not null', []],
    ['gone', 'gone_at is not null', []],
  ];
  const rows = await knex<AccessReviewItemRow>(table)
    .whereIn('review_id', reviewIds)
    .modify(query => {
      if (onlyMine) query.whereIn('reviewer_ref', reviewerRefs);
    })
    .groupBy('review_id')
    .select<Array<Record<keyof ReviewCounts, string>>>(
      'review_id',
      ...counts.map(([name, condition, bindings]) =>
        knex.raw(`sum(case when ${condition} then 1 else 0 end) as ??`, [
          ...bindings,
          name,
        ]),
      ),
    );
  return rows.map(row => ({
    review_id: row.review_id,
    pending: Number(row.pending),
    kept: Number(row.kept),
    revoked: Number(row.revoked),
    mine: Number(row.mine),
    mine_pending: Number(row.mine_pending),
    requested: Number(row.requested),
    gone: Number(row.gone),
  }));
}

/** How many rows of a review each reviewer has, and how many wait for them. */
export async function countByReviewer(options: {
  knex: Knex;
  reviewId: string;
}): Promise<Array<{ reviewer_ref: string; rows: number; pending: number }>> {
  const counted = await options
    .knex<AccessReviewItemRow>(table)
    .where({ review_id: options.reviewId })
    .groupBy('reviewer_ref')
    .select<
      Array<{
        reviewer_ref: string;
        rows: number | string;
        pending: number | string;
      }>
    >(
      'reviewer_ref',
      options.knex.raw('count(*) as ??', ['rows']),
      options.knex.raw(
        `sum(case when decision = 'pending' then 1 else 0 end) as ??`,
        ['pending'],
      ),
    )
    .orderBy('reviewer_ref');
  return counted.map(row => ({
    reviewer_ref: row.reviewer_ref,
    rows: Number(row.rows),
    pending: Number(row.pending),
  }));
}

/**
 * Records one decision for several rows and answers how many it met: only rows
 * of these reviewers, and none whose access is that of the person who decides.
 * The caller holds the review open.
 */
export async function decideItems(options: {
  transaction: Knex.Transaction;
  reviewId: string;
  positions: number[];
  reviewerRefs: string[];
  decidedBy: string;
  /** The Salesforce user of whoever decides. */
  ownUserId?: string;
  decision: AccessReviewItemRow['decision'];
  comment: string | null;
  now: string;
}): Promise<number> {
  const { transaction, decidedBy, ownUserId, decision } = options;
  return transaction<AccessReviewItemRow>(table)
    .where({ review_id: options.reviewId })
    .whereIn('position', options.positions)
    .whereIn('reviewer_ref', options.reviewerRefs)
    .modify(query => ofOthers(query, { decidedBy, ownUserId }))
    .update({
      decision,
      comment: options.comment,
      decided_by: decision === 'pending' ? null : decidedBy,
      decided_at: decision === 'pending' ? null : options.now,
    });
}

/**
 * Decides what nobody decided, but for the access of whoever decides; the
 * caller has just closed the review.
 */
export async function decidePending(options: {
  transaction: Knex.Transaction;
  reviewId: string;
  decision: 'keep' | 'revoke';
  decidedBy: string;
  /** The Salesforce user of whoever decides. */
  ownUserId?: string;
  comment: string;
  now: string;
}): Promise<number> {
  const { decidedBy, ownUserId } = options;
  return options
    .transaction<AccessReviewItemRow>(table)
    .where({ review_id: options.reviewId, decision: 'pending' })
    .modify(query => ofOthers(query, { decidedBy, ownUserId }))
    .update({
      decision: options.decision,
      decided_by: decidedBy,
      decided_at: options.now,
      comment: options.comment,
    });
}

/** Rows about the access of others than whoever decides. */
function ofOthers(
  query: Knex.QueryBuilder,
  { decidedBy, ownUserId }: { decidedBy: string; ownUserId?: string },
): void {
  query.where(other =>
    other.whereNull('person_ref').orWhereNot('person_ref', decidedBy),
  );
  if (!ownUserId) return;
  query.where(other =>
    other.whereNull('user_id').orWhereNot('user_id', ownUserId),
  );
}

/** Hands rows that nobody decided to another reviewer, never to whose access it is. */
export async function reassignItems(options: {
  transaction: Knex.Transaction;
  reviewId: string;
  positions: number[];
  reviewerRef: string;
}): Promise<number> {
  return options
    .transaction<AccessReviewItemRow>(table)
    .where({ review_id: options.reviewId, decision: 'pending' })
    .whereIn('position', options.positions)
    .where(query =>
      query
        .whereNull('person_ref')
        .orWhereNot('person_ref', options.reviewerRef),
    )
    .update({ reviewer_ref: options.reviewerRef });
}

/**
 * Puts rows into a revocation, all of them or none: from then on they are asked
 * for together, under its id, whoever asks. Rows of another revocation than
 * `from`, and rows that have a request, stay where they are.
 */
export async function assignRevocation(options: {
  transaction: Knex.Transaction;
  reviewId: string;
  positions: number[];
  from: string | null;
  revocation: string;
}): Promise<void> {
  const { transaction, reviewId, from, revocation } = options;
  await inBatches(options.positions, batch =>
    transaction<AccessReviewItemRow>(table)
      .where({ review_id: reviewId, request_id: null, revocation: from })
      .whereIn('position', batch)
      .update({ revocation }),
  );
}

/** Notes what became of a revocation that has no request yet. One statement. */
export async function noteRevocation(options: {
  knex: Knex;
  reviewId: string;
  revocation: string;
  requestId: string | null;
  problem: string | null;
  goneAt: string | null;
}): Promise<void> {
  const { knex, reviewId, revocation, requestId, problem, goneAt } = options;
  await knex<AccessReviewItemRow>(table)
    .where({ review_id: reviewId, revocation, request_id: null })
    .update({ request_id: requestId, problem, gone_at: goneAt });
}

/** Notes why no request can revoke rows; those that have one are left alone. */
export async function noteProblem(options: {
  knex: Knex | Knex.Transaction;
  reviewId: string;
  positions: number[];
  problem: string;
}): Promise<void> {
  const { knex, reviewId, problem } = options;
  await inBatches(options.positions, batch =>
    knex<AccessReviewItemRow>(table)
      .where({ review_id: reviewId, request_id: null })
      .whereIn('position', batch)
      .update({ problem }),
  );
}
