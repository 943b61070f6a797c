import { deactivateUser as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  type PlannedChange,
  type ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import {
  readDeactivationBlockers,
  unseenBlockers,
} from './deactivationBlockers';
import {
  administratorFields,
  lastAdministrator,
  ownUserWarning,
  withoutProtected,
} from './lockout';
import { flag, updateOfLogin, updateOfUser } from './planParts';
import { count, namesOf } from './words';

/** `User.IsActive = false`: frees the licence, and may be refused. */
export const deactivateUser = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const named = await context.resolver.users({
      path: 'users',
      references: input.users,
      alsoRead: administratorFields,
      withLogins: input.freezeMeanwhile,
    });
    const { users, leftOut } = withoutProtected({
      users: named,
      context,
      path: 'users',
      builtIn: true,
    });
    const active = users.filter(({ isActive }) => isActive);
    for (const { target, isActive } of users) {
      if (!isActive) leftOut.push({ target, reason: 'Is inactive already' });
    }
    const [readable, administrators] = await Promise.all([
      readDeactivationBlockers({ users: active, context }),
      lastAdministrator({ users: active, context }),
    ]);
    const blocked = new Set(readable.blockers.map(({ target }) => target?.id));
    // who can be deactivated does not wait for those who cannot
    const isPartlyBlocked = active.some(({ id }) => !blocked.has(id));
    return {
      title: `Deactivate ${namesOf(active)}`,
      changes: changesFor(active, input.freezeMeanwhile),
      leftOut,
      targets: named.map(({ target }) => target),
      warnings:
        active.length === 0
          ? []
          : [
              ...freedLicenses(active),
              ...ownUserWarning({
                users: active,
                context,
                warning:
                  'You are among them: you will not be able to log in to Salesforce',
              }),
              ...readable.warnings,
              ...(isPartlyBlocked
                ? readable.blockers.map(
                    ({ message, remedy }) =>
                      `${message}, and Salesforce will not deactivate them until then. ${remedy}`,
                  )
                : []),
              'Records stay owned by them',
              unseenBlockers,
            ],
      blockers: [
        ...administrators,
        ...(isPartlyBlocked ? [] : readable.blockers),
      ],
    };
  },
  undo: {
    kind: 'inverse',
    note: 'Undoing activates them again, if a licence is free then',
  },
  examples: [
    {
      words: 'Deactivate the user whose username is sample.user@acme.com',
      input: { users: ['sample.user@acme.com'] },
    },
    {
      words: 'Deactivate Pat Default, and freeze her until it is possible',
      input: { users: ['pat.default@acme.com'], freezeMeanwhile: true },
    },
  ],
});

function changesFor(
  users: ResolvedUser[],
  freezeMeanwhile: boolean,
): PlannedChange[] {
  const changes: PlannedChange[] = [];
  const frozenBy = new Map<string, number>();
  for (const user of freezeMeanwhile ? users : []) {
    if (user.isFrozen || !user.userLoginId) continue;
    frozenBy.set(user.id, changes.length);
    changes.push(
      updateOfLogin({ user, userLoginId: user.userLoginId, isFrozen: true }),
    );
  }
  for (const user of users) {
    const frozen = frozenBy.get(user.id);
    changes.push(
      updateOfUser({
        user,
        fields: [flag({ name: 'IsActive', label: 'Active', after: false })],
        summary: `Deactivate ${user.name}`,
        ...(frozen === undefined ? {} : { after: [frozen] }),
      }),
    );
  }
  return changes;
}

function freedLicenses(users: ResolvedUser[]): string[] {
  const seats = new Map<string, number>();
  for (const { licenseName } of users) {
    if (licenseName) seats.set(licenseName, (seats.get(licenseName) ?? 0) + 1);
  }
  return [...seats].map(
    ([name, number]) => `Frees ${count(number, `${name} licence`)}`,
  );
}
