import { freezeUser as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  type PlannedFollowUp,
  type ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import {
  administratorFields,
  lastAdministrator,
  ownUserWarning,
  withoutProtected,
} from './lockout';
import { futureMoment } from './moments';
import { updateOfLogin } from './planParts';
import { dayOf, namesOf } from './words';

/**
 * Freezing is `UserLogin.IsFrozen`: the user stays active, keeps licence and
 * records, and cannot log in.
 */
export const freezeUser = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver, now } = context;
    const until =
      input.until === undefined
        ? undefined
        : futureMoment({ path: 'until', value: input.until, now, resolver });
    const named = await resolver.users({
      path: 'users',
      references: input.users,
      alsoRead: administratorFields,
      withLogins: true,
    });
    const { users, leftOut } = withoutProtected({
      users: named,
      context,
      path: 'users',
      builtIn: true,
    });
    const thawed = users.filter(user => user.isActive && !user.isFrozen);
    const { toFreeze, without } = partWithoutLogin(thawed);
    for (const { target, isActive, isFrozen } of users) {
      if (!isActive) {
        leftOut.push({
          target,
          reason: 'Is inactive and cannot log in anyway',
        });
      } else if (isFrozen) {
        leftOut.push({ target, reason: 'Is frozen already' });
      }
    }
    for (const { target } of without) {
      leftOut.push({
        target,
        reason: 'Salesforce has no login record of them that could be frozen',
      });
    }
    const followUps: PlannedFollowUp[] =
      until && toFreeze.length > 0
        ? [
            {
              action: 'salesforce_unfreeze_user',
              input: { users: toFreeze.map(({ id }) => id) },
              at: until,
              summary: `Unfreeze ${namesOf(toFreeze)}`,
            },
          ]
        : [];
    return {
      title: `Freeze ${namesOf(toFreeze)}${
        until ? ` until ${dayOf(until)}` : ''
      }`,
      changes: toFreeze.flatMap(user =>
        user.userLoginId
          ? [
              updateOfLogin({
                user,
                userLoginId: user.userLoginId,
                isFrozen: true,
              }),
            ]
          : [],
      ),
      followUps,
      leftOut,
      targets: named.map(({ target }) => target),
      warnings: [
        ...ownUserWarning({
          users: toFreeze,
          context,
          warning:
            'You are among them: you will not be able to log in to Salesforce',
        }),
        ...(without.length > 0
          ? [
              `${namesOf(
                without,
              )} cannot be frozen, for want of a login record: deactivate them instead`,
            ]
          : []),
      ],
      blockers: [
        ...toFreeze
          .filter(({ userLoginId }) => !userLoginId)
          .map(({ name, target }) => ({
            code: 'no_login_record',
            message: `Salesforce has no login record of ${name} that could be frozen, or the integration user may not see it`,
            remedy:
              'Check that the integration user has "Manage Users"; or deactivate the user instead',
            target,
          })),
        ...(await lastAdministrator({ users: toFreeze, context })),
      ],
    };
  },
  undo: { kind: 'inverse', note: 'Undoing unfreezes them' },
  examples: [
    {
      words:
        'Freeze the Salesforce user for marco@acme.com — he’s out on leave for 3 months',
      input: { users: ['marco@acme.com'], until: '2027-02-22' },
    },
    {
      words: 'Freeze everyone in the EMEA Sales Team',
      input: { users: ['public-group:EMEA Sales Team'] },
    },
  ],
});

/**
 * Users whose login record is not there or not shown, such as those that
 * Salesforce itself works as, keep nobody else from being frozen. Where it is
 * all of them, somebody has to look into it.
 */
function partWithoutLogin(users: ResolvedUser[]): {
  toFreeze: ResolvedUser[];
  without: ResolvedUser[];
} {
  const toFreeze = users.filter(({ userLoginId }) => userLoginId);
  return toFreeze.length === 0
    ? { toFreeze: users, without: [] }
    : { toFreeze, without: users.filter(({ userLoginId }) => !userLoginId) };
}
