import type { RuleEvent } from '../../core/types';

/**
 * Ends the open sessions of a user. The session and its journal entry belong
 * to the transaction of whatever ended it.
 */
export function endSessionsOf(
  event: Pick<RuleEvent, 'ctx' | 'org' | 'tx'>,
  userId: string,
): void {
  const { ctx, org, tx } = event;
  for (const session of tx.findBy('AuthSession', 'UsersId', userId)) {
    tx.purge('AuthSession', session.Id);
    org.journal.append(ctx, {
      kind: 'sessionEnded',
      object: 'AuthSession',
      id: session.Id,
      before: { UsersId: userId },
    });
  }
}
