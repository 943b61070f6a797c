import { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';
import { BudgetSpentError } from './BudgetedReader';
import { SyncStoppedError } from './StepWriter';

const minute = 60_000;
const hour = 60 * minute;
const mostAttempts = 12;

/** What becomes of a sync that could not go on. */
export interface Continuation {
  state: 'waiting' | 'failed';
  waitMilliseconds: number;
  /** In plain words. */
  problem: string;
  /** It may make as many calls again. */
  renewBudget?: boolean;
}

/**
 * Decides how a sync goes on after a failure. Pure. `attempts` counts those
 * since the last progress: what comes no further is given up one day.
 */
export function whatFollows(options: {
  error: unknown;
  attempts: number;
}): Continuation {
  const { error, attempts } = options;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof SyncStoppedError) {
    return { state: 'waiting', waitMilliseconds: 0, problem: message };
  }
  if (error instanceof BudgetSpentError) {
    return {
      state: 'waiting',
      waitMilliseconds: 12 * hour,
      problem: `${message}. It goes on in twelve hours`,
      renewBudget: true,
    };
  }
  if (attempts >= mostAttempts) {
    return {
      state: 'failed',
      waitMilliseconds: 0,
      problem: `Given up after ${attempts} attempts without progress: ${message}`,
    };
  }
  return {
    state: 'waiting',
    waitMilliseconds: waitAfter(error, attempts),
    problem: message,
  };
}

function waitAfter(error: unknown, attempts: number): number {
  const backOff = Math.min(15 * minute, 5_000 * 2 ** (attempts - 1));
  if (!(error instanceof GatewayError)) return backOff;
  switch (error.failure) {
    case 'daily_limit':
      return hour;
    case 'credentials_refused':
      return Math.max(15 * minute, backOff);
    default:
      return Math.max(error.retryAfter ?? 0, backOff);
  }
}
