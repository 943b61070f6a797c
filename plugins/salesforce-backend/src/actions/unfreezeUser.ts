import { unfreezeUser as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { updateOfLogin } from './planParts';
import { namesOf } from './words';

/** Lets frozen users log in again. */
export const unfreezeUser = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const users = await context.resolver.users({
      path: 'users',
      references: input.users,
      setsInclude: 'all',
      withLogins: true,
    });
    const frozen = users.filter(({ isFrozen }) => isFrozen);
    const inactive = frozen.filter(({ isActive }) => !isActive);
    return {
      title: `Unfreeze ${namesOf(frozen)}`,
      changes: frozen.flatMap(user =>
        user.userLoginId
          ? [
              updateOfLogin({
                user,
                userLoginId: user.userLoginId,
                isFrozen: false,
              }),
            ]
          : [],
      ),
      leftOut: users
        .filter(({ isFrozen }) => !isFrozen)
        .map(({ target }) => ({ target, reason: 'Is not frozen' })),
      targets: users.map(({ target }) => target),
      warnings:
        inactive.length > 0
          ? [
              `${namesOf(inactive)} ${
                inactive.length === 1 ? 'is' : 'are'
              } inactive and will still not be able to log in`,
            ]
          : [],
    };
  },
  isPerUser: true,
  undo: { kind: 'inverse', note: 'Undoing freezes them again' },
  examples: [
    {
      words: 'Unfreeze marco@acme.com, he is back',
      input: { users: ['marco@acme.com'] },
    },
  ],
});
