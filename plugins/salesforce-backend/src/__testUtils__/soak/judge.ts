import type { ChangeRow, JobRow, RequestRow } from '../../database/tables';
import type { Trouble, WriteCall } from './Schedule';
import type { EffectKey, SoakOrg } from './SoakOrg';

/** What an example does when nothing goes wrong. */
export interface Reference {
  calls: WriteCall[];
  effects: ReadonlyMap<EffectKey, number>;
  followUps: number;
}

/** What a schedule came to. */
export interface Verdict {
  duplicates: number;
  lost: number;
  unresolved: number;
  /** In words, when any of these is not 0. */
  problems: string[];
}

const ends = new Set(['succeeded', 'partly_failed', 'failed', 'needs_admin']);
const done = new Set(['applied', 'already_there']);

/** Compares what the org did with what was asked and with what was recorded. */
export function judge(options: {
  reference: Reference;
  trouble: Trouble;
  org: SoakOrg;
  request: RequestRow;
  job: JobRow | undefined;
  changes: ChangeRow[];
  followUps: number;
}): Verdict {
  const { reference, trouble, org, request, job, changes, followUps } = options;
  const verdict: Verdict = {
    duplicates: 0,
    lost: 0,
    unresolved: 0,
    problems: [],
  };
  const found = org.effects();
  for (const [effect, count] of found) {
    // That our own session ended was the trouble.
    if (trouble === 'session_ended' && /sessionEnded|tokenRevoked/.test(effect))
      continue;
    const excess = count - (reference.effects.get(effect) ?? 0);
    if (excess > 0) {
      verdict.duplicates += excess;
      verdict.problems.push(`${excess} too many: ${effect}`);
    }
  }
  if (!ends.has(request.state) || job?.state !== 'done') {
    verdict.unresolved = 1;
    verdict.problems.push(
      `the request is ${request.state}, its job ${job?.state}: ${job?.last_problem}`,
    );
  }
  const lose = (problem: string) => {
    verdict.lost += 1;
    verdict.problems.push(problem);
  };
  if (changes.every(({ outcome }) => done.has(outcome))) {
    for (const [effect, count] of reference.effects) {
      const missing = count - (found.get(effect) ?? 0);
      if (missing > 0) lose(`${missing} missing: ${effect}`);
    }
    if (followUps !== reference.followUps) {
      lose(`${followUps} follow-ups instead of ${reference.followUps}`);
    }
  }
  for (const change of changes) {
    // Ending sessions, revoking tokens and asking leave no entry on the record
    // that they name: what they did is compared as effects above.
    if (change.operation === 'invoke' && change.method !== 'reset_password') {
      continue;
    }
    const recordId = change.applied_record_id ?? change.record_id;
    const happened = org.server.journal
      .entries()
      .some(({ id, kind }) => id === recordId && kind !== 'login');
    // What is called leaves effects of its own, which are compared above.
    const isSeen = happened || change.operation === 'invoke';
    if (change.outcome === 'applied' && recordId && !isSeen) {
      lose(`recorded as applied and not in the journal: ${change.summary}`);
    }
    const untold = ['pending', 'skipped', 'failed'].includes(change.outcome);
    if (untold && change.operation !== 'create' && happened) {
      // Another change of the same plan may concern the same record.
      const others = changes.some(
        other =>
          other !== change &&
          other.record_id === recordId &&
          other.outcome === 'applied',
      );
      if (!others) {
        lose(
          `in the journal and recorded as ${change.outcome}: ${change.summary}`,
        );
      }
    }
  }
  return verdict;
}
