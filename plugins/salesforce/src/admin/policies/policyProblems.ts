import type { Policy } from '@salesdesk/backstage-plugin-salesforce-common';

export type PolicyProblem =
  | 'name_missing'
  | 'ref_missing'
  | 'source_missing'
  | 'count_wrong'
  | 'duration_wrong'
  | 'reminder_too_late'
  | 'escalation_too_late';

const DURATION =
  /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;

/** What cannot be saved as it stands, by the path of the field as the API names it. */
export function policyProblems(policy: Policy): Map<string, PolicyProblem> {
  const problems = new Map<string, PolicyProblem>();
  policy.stages.forEach((stage, stageIndex) => {
    const at = `policy.stages.${stageIndex}`;
    if (!stage.name.trim()) problems.set(`${at}.name`, 'name_missing');
    stage.requirements.forEach((requirement, index) => {
      const here = `${at}.requirements.${index}`;
      const { count, from } = requirement;
      if (!Number.isInteger(count) || count < 1 || count > 20) {
        problems.set(`${here}.count`, 'count_wrong');
      }
      if (from.length === 0) problems.set(`${here}.from`, 'source_missing');
      from.forEach(({ kind, ref }, sourceIndex) => {
        if ((kind === 'group' || kind === 'user') && !ref) {
          problems.set(`${here}.from.${sourceIndex}.ref`, 'ref_missing');
        }
      });
    });
  });
  if (!isDuration(policy.expiresAfter)) {
    problems.set('policy.expiresAfter', 'duration_wrong');
  }
  const { remindAfter, escalation } = policy;
  if (remindAfter !== undefined && !isDuration(remindAfter)) {
    problems.set('policy.remindAfter', 'duration_wrong');
  } else if (isTooLate(remindAfter, policy.expiresAfter)) {
    problems.set('policy.remindAfter', 'reminder_too_late');
  }
  if (escalation && !isDuration(escalation.after)) {
    problems.set('policy.escalation.after', 'duration_wrong');
  } else if (isTooLate(escalation?.after, policy.expiresAfter)) {
    problems.set('policy.escalation.after', 'escalation_too_late');
  }
  escalation?.to.forEach(({ kind, ref }, index) => {
    if ((kind === 'group' || kind === 'user') && !ref) {
      problems.set(`policy.escalation.to.${index}.ref`, 'ref_missing');
    }
  });
  const { maxDuration } = policy.limits;
  if (maxDuration !== undefined && !isDuration(maxDuration)) {
    problems.set('policy.limits.maxDuration', 'duration_wrong');
  }
  return problems;
}

/** An ISO 8601 duration that is longer than nothing. */
export function isDuration(text: string): boolean {
  return DURATION.test(text) && /[1-9]/.test(text);
}

/** Seconds of a year, month, week, day, hour, minute and second. */
const SECONDS = [365 * 86_400, 30 * 86_400, 7 * 86_400, 86_400, 3_600, 60, 1];

/** Whether a request has expired by then, so that it would never happen. */
function isTooLate(after: string | undefined, expiresAfter: string): boolean {
  return (
    after !== undefined &&
    isDuration(after) &&
    isDuration(expiresAfter) &&
    secondsOf(after) >= secondsOf(expiresAfter)
  );
}

function secondsOf(duration: string): number {
  const [, years, months, weeks, days, , hours, minutes, seconds] =
    DURATION.exec(duration) ?? [];
  return [years, months, weeks, days, hours, minutes, seconds]
    .map((amount, index) => Number.parseInt(amount ?? '0', 10) * SECONDS[index])
    .reduce((sum, part) => sum + part, 0);
}
