import type { PlannedChange } from '@salesdesk/backstage-plugin-salesforce-node';
import { targetKey } from './narrowPlan';

/** A change of a request that has run, as far as others compare with it. */
export interface DoneChange {
  requestNumber: number;
  object: string;
  recordId: string | null;
  /** By {@link targetKey}. */
  target: string;
  /** Names of the fields that it wrote; of a record that it made, all of them. */
  fields: readonly string[];
  isApplied: boolean;
  finishedAt: string | null;
}

/** A target that is left alone, by {@link targetKey}, and why. */
export interface LeftAlone {
  target: string;
  reason: string;
}

/**
 * What was scheduled to follow takes back what its request did, and nothing
 * else. A target is left alone where the request did not do it (it failed for
 * this one, or it was there already), where the record is another one by now,
 * and where another request wrote the same fields since. Pure.
 */
export function decidedAnew(options: {
  /** What is to be done now. */
  changes: readonly PlannedChange[];
  /** Of the request that it follows from. */
  original: readonly DoneChange[];
  /** Of other requests about the same targets, and not taken back. */
  others: readonly DoneChange[];
}): LeftAlone[] {
  const reasons = new Map<string, string>();
  for (const change of options.changes) {
    if (change.recordId === null) continue;
    const target = targetKey(change.target);
    const about = options.original.filter(
      done => done.object === change.object && done.target === target,
    );
    // It is about something else than its request, and means that.
    if (about.length === 0) continue;
    const mine = about.find(
      done => done.isApplied && done.recordId === change.recordId,
    );
    if (!mine) {
      reasons.set(
        target,
        `Request ${about[0].requestNumber} did not do what this would take back`,
      );
      continue;
    }
    const [since] = options.others
      .filter(
        done =>
          done.isApplied &&
          done.object === change.object &&
          done.recordId === change.recordId &&
          (done.finishedAt ?? '') > (mine.finishedAt ?? '') &&
          change.fields.some(({ name }) => done.fields.includes(name)),
      )
      .sort((left, right) => right.requestNumber - left.requestNumber);
    if (since) {
      reasons.set(
        target,
        `Request ${since.requestNumber} decided anew about it since`,
      );
    }
  }
  return [...reasons].map(([target, reason]) => ({ target, reason }));
}
