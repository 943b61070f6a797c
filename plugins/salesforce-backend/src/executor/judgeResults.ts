import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';
import type { WriteResult } from '@salesdesk/backstage-plugin-salesforce-node';
import type { ChangeRecord } from '../database/operations/changes/recordChanges';
import type { ExplainRefusal } from './ExecutorSeams';
import type { PlannedWork } from './PlannedWork';

/** What the reply to a call says of each change. */
export interface JudgedResults {
  records: ChangeRecord[];
  /** Blockers of the refusals that an admin can clear, by position. */
  blockers: Map<number, Blocker>;
  /** Refused because it seems to exist: look before believing either. */
  toObserve: PlannedWork[];
  /** Worth another try by itself. */
  isTransient: boolean;
}

/** Salesforce says that the record exists already. */
const duplicate = /^DUPLICATE_(VALUE|USERNAME)$/;

/** Attempts after which a passing refusal is taken for a lasting one. */
export const maximumAttempts = 5;

/** Turns the reply to a call into outcomes. Pure. */
export function judgeResults(options: {
  batch: PlannedWork[];
  results: WriteResult[];
  explain: ExplainRefusal;
}): JudgedResults {
  const judged: JudgedResults = {
    records: [],
    blockers: new Map(),
    toObserve: [],
    isTransient: false,
  };
  options.batch.forEach((work, index) => {
    const result = options.results[index];
    const { position, change } = work;
    if (result.outcome !== 'refused') {
      judged.records.push({
        position,
        outcome: result.outcome,
        recordId: result.id,
      });
      return;
    }
    if (
      change.operation === 'create' &&
      change.naturalKey?.length &&
      duplicate.test(result.code)
    ) {
      judged.toObserve.push(work);
      return;
    }
    const explanation = options.explain({
      change,
      code: result.code,
      message: result.message,
    });
    // The attempt that was just made is not counted in `work` yet.
    if (explanation.isTransient && work.attempts + 1 < maximumAttempts) {
      judged.isTransient = true;
      judged.records.push({ position, outcome: 'pending' });
      return;
    }
    if (explanation.blocker) judged.blockers.set(position, explanation.blocker);
    judged.records.push({
      position,
      outcome: 'failed',
      detail: explanation.problem,
    });
  });
  return judged;
}
