import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';
import type { PlannedWork } from './PlannedWork';

/** How a run ends. */
export interface FinalOutcome {
  state: Extract<
    RequestState,
    'succeeded' | 'partly_failed' | 'failed' | 'needs_admin'
  >;
  /** Number of changes by outcome. */
  counts: Record<string, number>;
}

/**
 * The state in which a request ends, from what became of its changes. What an
 * admin can clear, and what cannot be known, always goes to an admin: nothing
 * is dropped. Pure.
 */
export function finalOutcome(options: {
  work: PlannedWork[];
  /** Positions of refusals that an admin can clear. */
  clearable: ReadonlySet<number>;
}): FinalOutcome {
  const counts: Record<string, number> = {};
  for (const { outcome } of options.work) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  const good = (counts.applied ?? 0) + (counts.already_there ?? 0);
  const bad = (counts.failed ?? 0) + (counts.skipped ?? 0);
  const needsAdmin =
    (counts.unknown ?? 0) > 0 ||
    options.work.some(
      work => work.outcome === 'failed' && options.clearable.has(work.position),
    );
  if (needsAdmin) return { state: 'needs_admin', counts };
  if (bad === 0) return { state: 'succeeded', counts };
  return { state: good > 0 ? 'partly_failed' : 'failed', counts };
}
