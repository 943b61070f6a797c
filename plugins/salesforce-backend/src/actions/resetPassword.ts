import { resetPassword as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { namesOf } from './words';

/**
 * Salesforce ends the password and mails a link. Whether the mail went out
 * cannot be read afterwards, so it is never sent twice on a guess.
 */
export const resetPassword = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const users = await context.resolver.users({
      path: 'users',
      references: input.users,
    });
    const active = users.filter(({ isActive }) => isActive);
    const frozen = active.filter(({ isFrozen }) => isFrozen);
    return {
      title: `Reset the password of ${namesOf(active)}`,
      changes: active.map(user => ({
        object: 'User',
        recordId: user.id,
        operation: 'invoke' as const,
        method: 'reset_password' as const,
        fields: [],
        summary: `Send ${user.name} a link to set a new password, to ${user.email}`,
        target: user.target,
      })),
      leftOut: users
        .filter(({ isActive }) => !isActive)
        .map(({ target }) => ({
          target,
          reason: 'Is inactive and cannot log in; reactivate first',
        })),
      targets: users.map(({ target }) => target),
      warnings: [
        ...(active.length > 0
          ? ['The current password ends at once, before the new one is set']
          : []),
        ...(frozen.length > 0
          ? [
              `${namesOf(frozen)} ${
                frozen.length === 1 ? 'is' : 'are'
              } frozen and cannot log in until unfrozen, with any password`,
            ]
          : []),
      ],
    };
  },
  undo: {
    kind: 'none',
    note: 'A password reset cannot be taken back: the old password is gone',
  },
  examples: [
    {
      words: 'Reset the password for dan@acme.com and send him the reset link',
      input: { users: ['dan@acme.com'] },
    },
    {
      words: 'Send me a Salesforce password reset link',
      input: { users: ['me'] },
    },
  ],
});
