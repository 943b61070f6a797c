import type { ReviewRow } from '../database/tables';
import { PERMISSION_KEY } from '../domain/approval';
import type { PeopleDirectory } from '../requests/PeopleDirectory';

/** A review whose reviewer lost a right that it counts by. */
export interface LapsedReview {
  id: string;
  /** The rights that are left; none where it counts no longer. */
  keys: string[];
  /** In words. */
  reason: string;
}

/**
 * Asks the catalog again whether reviewers still are who they reviewed as.
 *
 * The catalog is the source of groups and people. What only a sign-in claimed
 * cannot be asked again, nor can the host be asked about the permission of
 * somebody who is not there: both were asked when the review was given.
 */
export class ReviewRights {
  readonly #people: Pick<PeopleDirectory, 'groupsOf' | 'describe'>;

  constructor(options: {
    people: Pick<PeopleDirectory, 'groupsOf' | 'describe'>;
  }) {
    this.#people = options.people;
  }

  /** Those of the keys that the catalog confirms for a person. */
  async confirmed(
    personRef: string,
    keys: readonly string[],
  ): Promise<string[]> {
    const groups = await this.#people.groupsOf([personRef]);
    const held = new Set([personRef, ...(groups.get(personRef) ?? [])]);
    return keys.filter(key => held.has(key));
  }

  /**
   * The reviews that do not count by everything any more that they were given
   * by: a stage may need exactly the group that somebody left, whichever other
   * ones they are in.
   */
  async lapsed(reviews: readonly ReviewRow[]): Promise<LapsedReview[]> {
    const counting = reviews.filter(review => review.withdrawn_at === null);
    if (counting.length === 0) return [];
    const refs = [...new Set(counting.map(holderOf))];
    const [groups, names] = await Promise.all([
      this.#people.groupsOf(refs),
      this.#people.describe(refs),
    ]);
    return counting.flatMap(review => {
      const holder = holderOf(review);
      const held = new Set([holder, ...(groups.get(holder) ?? [])]);
      const keys: string[] = JSON.parse(review.sources);
      const confirmed: string[] = JSON.parse(review.catalog_sources ?? '[]');
      const left = keys.filter(
        key =>
          key === PERMISSION_KEY || !confirmed.includes(key) || held.has(key),
      );
      if (left.length === keys.length) return [];
      const name = names.get(holder)?.displayName ?? holder;
      return [
        {
          id: review.id,
          keys: left,
          reason:
            left.length === 0
              ? `${name} may not review this any more`
              : `${name} stands for fewer here than when they reviewed`,
        },
      ];
    });
  }
}

/** Whose right a review counts by. */
function holderOf(review: ReviewRow): string {
  return review.on_behalf_of ?? review.reviewer_ref;
}
