import { reactivateUser as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  type PlannedChange,
  type ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { flag, updateOfLogin, updateOfUser } from './planParts';
import { readUserLicenses, takeSeats, type License } from './userLicenses';
import { namesOf } from './words';

/** Activates users, and unfreezes them: they are to be able to log in. */
export const reactivateUser = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const [users, licenses] = await Promise.all([
      context.resolver.users({
        path: 'users',
        references: input.users,
        setsInclude: 'all',
        withLogins: true,
      }),
      readUserLicenses(context.reader),
    ]);
    const isOff = (user: ResolvedUser) => !user.isActive || user.isFrozen;
    const wanted = users.filter(isOff);
    const seats = seatsFor(
      wanted.filter(({ isActive }) => !isActive),
      licenses,
    );
    return {
      title: `Reactivate ${namesOf(wanted)}`,
      changes: changesFor(wanted),
      leftOut: users
        .filter(user => !isOff(user))
        .map(({ target }) => ({ target, reason: 'Is active already' })),
      targets: users.map(({ target }) => target),
      warnings: seats.flatMap(({ warning }) => warning ?? []),
      blockers: seats.flatMap(({ blocker }) => blocker ?? []),
    };
  },
  undo: { kind: 'inverse', note: 'Undoing deactivates them again' },
  examples: [
    {
      words: 'Reactivate grace.holm@acme.com',
      input: { users: ['grace.holm@acme.com'] },
    },
  ],
});

function changesFor(users: ResolvedUser[]): PlannedChange[] {
  const changes: PlannedChange[] = [];
  const activatedBy = new Map<string, number>();
  for (const user of users) {
    if (user.isActive) continue;
    activatedBy.set(user.id, changes.length);
    changes.push(
      updateOfUser({
        user,
        fields: [flag({ name: 'IsActive', label: 'Active', after: true })],
        summary: `Activate ${user.name}`,
      }),
    );
  }
  for (const user of users) {
    if (!user.isFrozen || !user.userLoginId) continue;
    const activated = activatedBy.get(user.id);
    changes.push(
      updateOfLogin({
        user,
        userLoginId: user.userLoginId,
        isFrozen: false,
        ...(activated === undefined ? {} : { after: [activated] }),
      }),
    );
  }
  return changes;
}

/** An inactive user takes a seat of their profile's licence when activated. */
function seatsFor(users: ResolvedUser[], licenses: License[]) {
  return licenses
    .map(license => ({
      license,
      seats: users.filter(({ licenseName }) => licenseName === license.name)
        .length,
    }))
    .filter(({ seats }) => seats > 0)
    .map(taken => takeSeats({ ...taken, kind: 'user licence' }));
}
