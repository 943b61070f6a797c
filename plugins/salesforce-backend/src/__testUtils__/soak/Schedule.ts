import type { FaultRuleInput } from '@salesdesk/salesforce-org';

/** What goes wrong with one call. */
export type Trouble =
  | 'none'
  | 'reply_lost_before'
  | 'reply_lost_after'
  | 'server_error'
  | 'timeout_before'
  | 'timeout_after'
  | 'daily_limit'
  | 'concurrency_limit'
  | 'locked_row'
  | 'session_ended'
  | 'stale_read';

export const troubles: Trouble[] = [
  'none',
  'reply_lost_before',
  'reply_lost_after',
  'server_error',
  'timeout_before',
  'timeout_after',
  'daily_limit',
  'concurrency_limit',
  'locked_row',
  'session_ended',
  'stale_read',
];

/** One write call of an action, as the org saw it in a run without trouble. */
export interface WriteCall {
  method: string;
  /** Path without query. */
  path: string;
  /** How many calls like it came before. */
  earlier: number;
}

/** One request, what goes wrong with it, and where its process is ended. */
export interface Schedule {
  action: string;
  trouble: Trouble;
  /** Which of the write calls meets it, from 0. */
  call: number;
  /** Steps at which the process is ended, counted from 1 over all processes. */
  stops: number[];
}

/** The rules that the org gets for a trouble. */
export function faultsFor(
  trouble: Trouble,
  call: WriteCall | undefined,
): FaultRuleInput[] {
  if (trouble === 'none' || !call) return [];
  const match = {
    method: call.method,
    path: `^${call.path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\?|$)`,
  };
  const meet = (
    effect: FaultRuleInput['effect'],
    times = 1,
  ): FaultRuleInput[] => [{ match, effect, skip: call.earlier, times }];
  switch (trouble) {
    case 'reply_lost_before':
      return meet({ type: 'loseReply', when: 'before' });
    case 'reply_lost_after':
      return meet({ type: 'loseReply', when: 'after' });
    case 'server_error':
      return meet({ type: 'html', status: 503 }, 2);
    case 'timeout_before':
      return meet({ type: 'hold', when: 'before' });
    case 'timeout_after':
      return meet({ type: 'hold', when: 'after' });
    case 'daily_limit':
      return meet({ type: 'limit', limit: 'daily' }, 2);
    case 'concurrency_limit':
      return meet({ type: 'limit', limit: 'concurrent' }, 2);
    case 'locked_row':
      return meet(
        {
          type: 'error',
          status: 400,
          errorCode: 'UNABLE_TO_LOCK_ROW',
          message: 'unable to obtain exclusive access to this record',
        },
        1,
      );
    case 'session_ended':
      return meet({ type: 'expireSession' });
    default:
      // The reply of the write is lost, and reads then lag behind it.
      return [
        ...meet({ type: 'loseReply', when: 'after' }),
        { match: { method: 'GET' }, effect: { type: 'staleReads' }, times: 2 },
      ];
  }
}
