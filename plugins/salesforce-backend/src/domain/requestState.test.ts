import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  canTransition,
  hasEffects,
  isFinished,
  isRetryable,
  isReviewable,
  isWithdrawable,
} from './requestState';

const states: RequestState[] = [
  'submitted',
  'awaiting_approval',
  'approved',
  'scheduled',
  'running',
  'succeeded',
  'partly_failed',
  'failed',
  'needs_admin',
  'rejected',
  'cancelled',
  'expired',
  'stale',
];

/** The life of a request, as the design draws it. */
const life: Record<RequestState, RequestState[]> = {
  submitted: ['awaiting_approval', 'approved', 'scheduled', 'cancelled'],
  awaiting_approval: ['approved', 'rejected', 'cancelled', 'expired', 'stale'],
  // Back to waiting: an approval was taken back.
  approved: [
    'running',
    'stale',
    'needs_admin',
    'cancelled',
    'awaiting_approval',
  ],
  scheduled: ['running', 'needs_admin', 'cancelled'],
  running: ['succeeded', 'partly_failed', 'failed', 'needs_admin', 'stale'],
  stale: ['approved', 'rejected', 'cancelled', 'expired'],
  // Withdrawn after some of it was done; run again, it goes on from there.
  needs_admin: ['approved', 'running', 'cancelled', 'partly_failed'],
  partly_failed: ['approved', 'running'],
  failed: ['approved'],
  succeeded: [],
  rejected: [],
  cancelled: [],
  expired: [],
};

describe('the life of a request', () => {
  it('has the transitions that the design draws and no others', () => {
    const transitions = states.flatMap(from =>
      states.filter(to => canTransition(from, to)).map(to => `${from} ${to}`),
    );
    const drawn = states.flatMap(from =>
      states.filter(to => life[from].includes(to)).map(to => `${from} ${to}`),
    );
    expect(transitions).toEqual(drawn);
  });

  it('runs nothing that was not approved or scheduled', () => {
    expect(states.filter(from => canTransition(from, 'running'))).toEqual([
      'approved',
      'scheduled',
      // What had begun to run before.
      'partly_failed',
      'needs_admin',
    ]);
  });

  it('is reviewed, withdrawn, retried and undone in these states only', () => {
    expect(states.filter(isReviewable)).toEqual(['awaiting_approval', 'stale']);
    expect(states.filter(isWithdrawable)).toEqual([
      'submitted',
      'awaiting_approval',
      'approved',
      'scheduled',
      'needs_admin',
      'stale',
    ]);
    expect(states.filter(isRetryable)).toEqual([
      'partly_failed',
      'failed',
      'needs_admin',
    ]);
    expect(states.filter(hasEffects)).toEqual(['succeeded', 'partly_failed']);
    expect(states.filter(isFinished)).toEqual([
      'succeeded',
      'partly_failed',
      'failed',
      'rejected',
      'cancelled',
      'expired',
    ]);
  });

  it('can be withdrawn wherever it is said to be withdrawable', () => {
    for (const state of states.filter(isWithdrawable)) {
      expect(canTransition(state, 'cancelled')).toBe(true);
    }
  });
});
