import { PERMISSION_KEY, type ApprovalStage } from './approval';
import { matchReviews, type Reviewer } from './matchReviews';

/** A requirement that nobody is left to meet. */
export interface ReviewerGap {
  stage: string;
  sentence: string;
  missing: number;
}

/**
 * Finds out whether enough people are left to approve, before anybody waits
 * for them in vain. Who holds a permission cannot be known beforehand, so a
 * requirement that takes them is taken to be reachable.
 *
 * Returns the first gap, or undefined when every stage can be met.
 */
export function findReviewerGap(options: {
  stages: readonly ApprovalStage[];
  distinctReviewers: boolean;
  /** The people behind each key, except for {@link PERMISSION_KEY}. */
  membersOf: (key: string) => readonly string[];
  excludedRefs: readonly string[];
}): ReviewerGap | undefined {
  // With distinct reviewers a person fills one place among all stages,
  // otherwise one place in each.
  const groups = options.distinctReviewers
    ? [options.stages]
    : options.stages.map(stage => [stage]);

  for (const group of groups) {
    const requirements = group.flatMap(stage =>
      stage.requirements
        .filter(requirement => !requirement.from.includes(PERMISSION_KEY))
        .map(requirement => ({ ...requirement, stage: stage.name })),
    );
    const keysByRef = new Map<string, Set<string>>();
    for (const key of new Set(requirements.flatMap(({ from }) => from))) {
      for (const ref of options.membersOf(key)) {
        if (options.excludedRefs.includes(ref)) continue;
        keysByRef.set(ref, (keysByRef.get(ref) ?? new Set()).add(key));
      }
    }
    const reviewers: Reviewer[] = [...keysByRef].map(([ref, keys]) => ({
      ref,
      keys: [...keys],
    }));
    const matched = matchReviews({ requirements, reviewers });
    const index = requirements.findIndex(
      (requirement, position) => matched[position].length < requirement.count,
    );
    if (index >= 0) {
      const { stage, sentence, count } = requirements[index];
      return { stage, sentence, missing: count - matched[index].length };
    }
  }
  return undefined;
}
