import type { ApprovalRequirement } from './approval';

/** Somebody who counts, with the keys they hold. */
export interface Reviewer {
  ref: string;
  keys: readonly string[];
}

/**
 * Gives each reviewer to at most one requirement, so that as many reviews as
 * possible count. "1 of the managers and 1 of security" is met by two people,
 * whichever of them is both: whoever can only count here makes the other count
 * there (augmenting paths, so the order of reviews does not matter).
 *
 * Returns the refs that count, for each requirement.
 */
export function matchReviews(options: {
  requirements: readonly Pick<ApprovalRequirement, 'count' | 'from'>[];
  reviewers: readonly Reviewer[];
}): string[][] {
  const { requirements } = options;
  const keysOf = new Map(options.reviewers.map(({ ref, keys }) => [ref, keys]));
  const counted: string[][] = requirements.map(() => []);

  const fits = (ref: string, requirement: number) =>
    requirements[requirement].from.some(key => keysOf.get(ref)?.includes(key));

  const place = (ref: string, tried: Set<number>): boolean => {
    for (let index = 0; index < requirements.length; index += 1) {
      if (tried.has(index) || !fits(ref, index)) continue;
      tried.add(index);
      if (counted[index].length < requirements[index].count) {
        counted[index].push(ref);
        return true;
      }
      const mover = counted[index].findIndex(other => place(other, tried));
      if (mover >= 0) {
        counted[index][mover] = ref;
        return true;
      }
    }
    return false;
  };

  for (const ref of keysOf.keys()) place(ref, new Set());
  return counted;
}
