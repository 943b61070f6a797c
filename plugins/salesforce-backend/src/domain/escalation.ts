import type { ApprovalStage, ReviewerKey } from './approval';
import { after } from './duration';

/** To whom a stage goes as well when nobody has decided it in time. */
export interface Escalation {
  /** ISO 8601 duration from the opening of a stage. */
  after: string;
  keys: ReviewerKey[];
  /** In words, e.g. "the owners of the org". */
  sentence: string;
}

/**
 * Stages with those added to whom they were escalated. Everybody who could
 * review before still can, so reviews that were given keep counting.
 */
export function escalateStages(
  stages: readonly ApprovalStage[],
  escalation: Escalation | undefined,
  escalated: readonly number[],
): ApprovalStage[] {
  return stages.map((stage, index) =>
    escalation && escalated.includes(index)
      ? {
          ...stage,
          requirements: stage.requirements.map(requirement => ({
            ...requirement,
            from: [...new Set([...requirement.from, ...escalation.keys])],
            sentence: `${requirement.sentence} or ${escalation.sentence}`,
          })),
        }
      : stage,
  );
}

/** When a stage that opens now is to be reminded of, and when escalated. */
export function nudgesAfter(options: {
  openedAt: Date;
  remindAfter?: string;
  escalation?: Pick<Escalation, 'after'>;
}): { remind_at: string | null; escalate_at: string | null } {
  const { openedAt, remindAfter, escalation } = options;
  return {
    remind_at: remindAfter ? after(openedAt, remindAfter).toISOString() : null,
    escalate_at: escalation
      ? after(openedAt, escalation.after).toISOString()
      : null,
  };
}
