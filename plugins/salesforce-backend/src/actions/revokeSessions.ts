import { revokeSessions as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  type PlannedChange,
  type ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { countByUser } from './countByUser';
import { ownUserWarning, withoutProtected } from './lockout';
import { count, namesOf } from './words';

/**
 * Ends all sessions of users. Which sessions there are changes by the minute,
 * so what is approved is "all of this user", whatever they are when it runs.
 */
export const revokeSessions = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const named = await context.resolver.users({
      path: 'users',
      references: input.users,
      setsInclude: 'all',
    });
    const { users, leftOut } = withoutProtected({
      users: named,
      context,
      path: 'users',
    });
    const sessions = await countByUser({
      reader: context.reader,
      object: 'AuthSession',
      field: 'UsersId',
      userIds: users.map(({ id }) => id),
    });
    const withSessions = users.filter(({ id }) => sessions.has(id));
    for (const { id, target } of users) {
      if (!sessions.has(id)) {
        leftOut.push({ target, reason: 'Has no session' });
      }
    }
    return {
      title: `End the sessions of ${namesOf(withSessions)}`,
      changes: withSessions.map(user =>
        endOfSessions(user, sessions.get(user.id) ?? 0),
      ),
      leftOut,
      targets: named.map(({ target }) => target),
      warnings: [
        ...(withSessions.some(({ isActive, isFrozen }) => isActive && !isFrozen)
          ? ['They can log in again; freeze them to prevent it']
          : []),
        ...ownUserWarning({
          users: withSessions,
          context,
          warning: 'You are among them: Salesforce logs you out',
        }),
      ],
    };
  },
  undo: {
    kind: 'none',
    note: 'A session that has ended cannot be opened again; people log in anew',
  },
  examples: [
    {
      words: 'Log dan@acme.com out of Salesforce everywhere',
      input: { users: ['dan@acme.com'] },
    },
    {
      words: 'End all sessions of Dan Novak',
      input: { users: ['dan@acme.com'] },
    },
  ],
});

/** Ends every session of a user; how many there are is said, not approved. */
export function endOfSessions(
  user: ResolvedUser,
  sessions: number,
): PlannedChange {
  return {
    object: 'AuthSession',
    recordId: user.id,
    operation: 'invoke',
    method: 'end_sessions',
    fields: [],
    summary: `End ${
      sessions === 0 ? 'every session' : count(sessions, 'session')
    } of ${user.name}`,
    target: user.target,
  };
}
