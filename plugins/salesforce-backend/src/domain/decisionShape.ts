import type { ApprovalStage } from './approval';

/**
 * Whether two decisions ask the same of the same people. What stages are called
 * and how they are put into words is no difference.
 */
export function asksTheSame(
  left: { stages: readonly ApprovalStage[]; distinctReviewers: boolean },
  right: { stages: readonly ApprovalStage[]; distinctReviewers: boolean },
): boolean {
  return shapeOf(left) === shapeOf(right);
}

function shapeOf(decision: {
  stages: readonly ApprovalStage[];
  distinctReviewers: boolean;
}): string {
  const isOneStage = decision.stages.length < 2;
  return JSON.stringify([
    // With one stage there is nothing to be distinct between.
    isOneStage || decision.distinctReviewers,
    decision.stages.map(({ requirements }) =>
      requirements
        .map(({ count, from }) => `${count} ${[...from].sort().join(' ')}`)
        .sort(),
    ),
  ]);
}
