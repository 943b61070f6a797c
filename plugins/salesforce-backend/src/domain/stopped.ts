import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';

/** What stands in the way of a request that somebody stopped. */
export const stoppedBlocker: Blocker = {
  code: 'stopped',
  message: 'It was stopped before its next change',
  remedy:
    'Run it again to go on from there, or withdraw it to leave everything as it is now',
};

/** Whom a stopped request waits for. */
export const waitsForResume = 'somebody who runs it again or withdraws it';

/** Whether a request stands still because somebody stopped it. */
export function isStopped(row: {
  state: string;
  stop_requested_at?: string | null;
}): boolean {
  return row.state === 'needs_admin' && Boolean(row.stop_requested_at);
}
