import type { PolicyDifference } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ApprovalStage } from '../domain/approval';
import { asksTheSame } from '../domain/decisionShape';
import { matchReviews, type Reviewer } from '../domain/matchReviews';
import type { PolicyDecision } from './evaluatePolicy';
import { listInWords } from './policySentence';

/** What was decided, or would be: as far as two decisions are compared. */
export type ComparableDecision = Pick<
  PolicyDecision,
  'verdict' | 'reasonMissing' | 'stages' | 'distinctReviewers'
>;

/** How a decision differs from the one that was made; undefined where it does not. */
export function compareDecisions(
  before: ComparableDecision,
  after: ComparableDecision,
): PolicyDifference['kind'] | undefined {
  if (before.verdict === 'refused') return undefined;
  if (after.verdict === 'refused') return 'refused';
  if (after.reasonMissing && !before.reasonMissing) return 'refused';
  if (before.verdict !== after.verdict) {
    return after.verdict === 'needs_approval'
      ? 'approval_instead_of_none'
      : 'none_instead_of_approval';
  }
  if (after.verdict === 'runs_without_approval') return undefined;
  return asksTheSame(before, after) ? undefined : 'other_approval';
}

/**
 * Whether people who have approved would have been enough for other stages,
 * taken as willing to approve wherever they could.
 */
export function wouldSuffice(options: {
  stages: readonly ApprovalStage[];
  distinctReviewers: boolean;
  reviewers: readonly Reviewer[];
}): boolean {
  const { stages, distinctReviewers, reviewers } = options;
  const groups = distinctReviewers ? [stages] : stages.map(stage => [stage]);
  return groups.every(group => {
    const requirements = group.flatMap(stage => stage.requirements);
    const matched = matchReviews({ requirements, reviewers });
    return requirements.every(
      ({ count }, index) => matched[index].length >= count,
    );
  });
}

/** Whose approval it takes, in words; empty when nobody's. */
export function needsInWords(
  decision: Pick<PolicyDecision, 'verdict' | 'stages'>,
): string {
  if (decision.verdict !== 'needs_approval') return '';
  return decision.stages
    .map(stage =>
      listInWords(
        stage.requirements.map(({ sentence }) => sentence),
        'and',
      ),
    )
    .join(', then ');
}
