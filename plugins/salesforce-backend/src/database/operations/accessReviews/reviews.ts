import type { Knex } from 'knex';
import type { AccessReviewItemRow, AccessReviewRow } from '../../tables';

const table = 'salesforce_access_reviews';
const items = 'salesforce_access_review_items';

export async function insertReview(options: {
  transaction: Knex.Transaction;
  review: AccessReviewRow;
}): Promise<void> {
  await options.transaction<AccessReviewRow>(table).insert(options.review);
}

export async function findReview(options: {
  knex: Knex;
  reviewId: string;
}): Promise<AccessReviewRow | undefined> {
  return options
    .knex<AccessReviewRow>(table)
    .where({ id: options.reviewId })
    .first();
}

/**
 * Open ones first, then the newest; of one person, where refs are named: those
 * that they started or review something in.
 */
export async function listReviews(options: {
  knex: Knex;
  of?: { startedBy: string; reviewerRefs: string[] };
  limit: number;
}): Promise<AccessReviewRow[]> {
  const { knex, of } = options;
  return knex<AccessReviewRow>(table)
    .modify(query => {
      if (!of) return;
      query.where(either =>
        either
          .where({ created_by: of.startedBy })
          .orWhereIn(
            'id',
            knex<AccessReviewItemRow>(items)
              .select('review_id')
              .whereIn('reviewer_ref', of.reviewerRefs),
          ),
      );
    })
    .orderBy('state', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(options.limit);
}

/** Open reviews that are due before a moment, and that nobody was reminded of since another. */
export async function listReviewsToRemind(options: {
  knex: Knex;
  dueBefore: string;
  remindedBefore: string;
}): Promise<AccessReviewRow[]> {
  const { knex, dueBefore, remindedBefore } = options;
  return knex<AccessReviewRow>(table)
    .where({ state: 'open' })
    .where('due_at', '<', dueBefore)
    .where(query =>
      query
        .whereNull('reminded_at')
        .orWhere('reminded_at', '<', remindedBefore),
    )
    .orderBy('due_at')
    .limit(100);
}

/** Open reviews that end by themselves, and whose time is over. */
export async function listReviewsToEnd(options: {
  knex: Knex;
  now: string;
}): Promise<AccessReviewRow[]> {
  return options
    .knex<AccessReviewRow>(table)
    .where({ state: 'open' })
    .whereNot({ undecided: 'remind' })
    .where('due_at', '<=', options.now)
    .orderBy('due_at')
    .limit(100);
}

/**
 * Changes a review that is open and at the revision that was read; locks its
 * row until the transaction ends. False when somebody was faster.
 */
export async function updateOpenReview(options: {
  transaction: Knex.Transaction;
  review: Pick<AccessReviewRow, 'id' | 'revision'>;
  changes: Partial<
    Pick<AccessReviewRow, 'state' | 'reminded_at' | 'closed_at' | 'closed_by'>
  >;
}): Promise<boolean> {
  const { transaction, review, changes } = options;
  const changed = await transaction<AccessReviewRow>(table)
    .where({ id: review.id, state: 'open', revision: review.revision })
    .update({ ...changes, revision: review.revision + 1 });
  return changed === 1;
}

/**
 * Locks an open review, so that it is not closed while rows are decided. False
 * when it is closed.
 */
export async function holdOpenReview(options: {
  transaction: Knex.Transaction;
  reviewId: string;
}): Promise<boolean> {
  const held = await options
    .transaction<AccessReviewRow>(table)
    .where({ id: options.reviewId, state: 'open' })
    .update({ state: 'open' });
  return held === 1;
}

/** Reviews that ended by themselves, and of which not all that is revoked was asked for. */
export async function listReviewsToAsk(options: {
  knex: Knex;
  closedBy: string;
  now: string;
}): Promise<AccessReviewRow[]> {
  const { knex, closedBy, now } = options;
  return knex<AccessReviewRow>(table)
    .where({ state: 'closed', closed_by: closedBy, asked_at: null })
    .where(query =>
      query.whereNull('asking_until').orWhere('asking_until', '<', now),
    )
    .orderBy('closed_at')
    .limit(100);
}

/**
 * Takes the right to ask for what a closed review revokes. False while somebody
 * else has it. Whoever ended in between leaves it to the next one when its time
 * is over.
 */
export async function claimAsking(options: {
  knex: Knex;
  reviewId: string;
  now: string;
  until: string;
}): Promise<boolean> {
  const { knex, reviewId, now, until } = options;
  const claimed = await knex<AccessReviewRow>(table)
    .where({ id: reviewId, state: 'closed' })
    .where(query =>
      query.whereNull('asking_until').orWhere('asking_until', '<', now),
    )
    .update({ asking_until: until });
  return claimed === 1;
}

/** Keeps the right, or gives it back. False when somebody else took it since. */
export async function updateAsking(options: {
  knex: Knex | Knex.Transaction;
  reviewId: string;
  held: string;
  until: string | null;
  /** All was asked for. */
  askedAt?: string;
}): Promise<boolean> {
  const { knex, reviewId, held, until, askedAt } = options;
  const updated = await knex<AccessReviewRow>(table)
    .where({ id: reviewId, asking_until: held })
    .update({
      asking_until: until,
      ...(askedAt === undefined ? {} : { asked_at: askedAt }),
    });
  return updated === 1;
}

/** A review that has just been closed, and revokes nothing. */
export async function noteNothingToAsk(options: {
  transaction: Knex.Transaction;
  reviewId: string;
  now: string;
}): Promise<void> {
  await options
    .transaction<AccessReviewRow>(table)
    .where({ id: options.reviewId })
    .update({ asked_at: options.now });
}
