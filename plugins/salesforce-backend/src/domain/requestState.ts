import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';

/**
 * Where a request may go from each state. What is not listed here does not
 * happen, whoever asks.
 */
const successors: Record<RequestState, readonly RequestState[]> = {
  submitted: ['awaiting_approval', 'approved', 'scheduled', 'cancelled'],
  awaiting_approval: ['approved', 'rejected', 'cancelled', 'expired', 'stale'],
  // An approval can lapse before the job starts: the plan drifted, or what
  // stands in the way is known already.
  // An approval can be taken back until something was done.
  approved: [
    'running',
    'stale',
    'needs_admin',
    'cancelled',
    'awaiting_approval',
  ],
  scheduled: ['running', 'needs_admin', 'cancelled'],
  running: ['succeeded', 'partly_failed', 'failed', 'needs_admin', 'stale'],
  // The plan changed; the new one is reviewed, or confirmed by the requester
  // where no review is needed.
  stale: ['approved', 'rejected', 'cancelled', 'expired'],
  // What was done before it got stuck, or was stopped, stays and can be undone.
  // Run again, it goes on where something may have been done already.
  needs_admin: ['approved', 'running', 'cancelled', 'partly_failed'],
  partly_failed: ['approved', 'running'],
  failed: ['approved'],
  succeeded: [],
  rejected: [],
  cancelled: [],
  expired: [],
};

/** Whether a request may move from one state to the other. */
export function canTransition(from: RequestState, to: RequestState): boolean {
  return successors[from].includes(to);
}

/** States in which reviews are taken. */
export const reviewableStates = ['awaiting_approval', 'stale'] as const;

/** Whether reviews are taken in this state. */
export function isReviewable(state: RequestState): boolean {
  return state === 'awaiting_approval' || state === 'stale';
}

/** States in which nothing has been sent to Salesforce for good reasons yet. */
export const withdrawableStates = [
  'submitted',
  'awaiting_approval',
  'stale',
  'approved',
  'scheduled',
  'needs_admin',
] as const satisfies readonly RequestState[];

/** Whether the requester may still withdraw the request. */
export function isWithdrawable(state: RequestState): boolean {
  return withdrawableStates.some(withdrawable => withdrawable === state);
}

/** Whether an admin may have the job run again. */
export function isRetryable(state: RequestState): boolean {
  return (
    state === 'needs_admin' || state === 'partly_failed' || state === 'failed'
  );
}

/** Whether something was changed in Salesforce that could be taken back. */
export function hasEffects(state: RequestState): boolean {
  return state === 'succeeded' || state === 'partly_failed';
}

/** Whether the request has come to its end, unless an admin takes it up again. */
export function isFinished(state: RequestState): boolean {
  return (
    successors[state].length === 0 ||
    state === 'partly_failed' ||
    state === 'failed'
  );
}
