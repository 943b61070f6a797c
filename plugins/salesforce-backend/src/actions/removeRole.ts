import { removeRole as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { ownUserWarning } from './lockout';
import { roleChange } from './planParts';
import { namesOf } from './words';

/** Takes users out of the role hierarchy. */
export const removeRole = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver } = context;
    const [users, role] = await Promise.all([
      resolver.users({
        path: 'users',
        references: input.users,
        setsInclude: 'all',
      }),
      input.role === undefined
        ? undefined
        : resolver.record({
            path: 'role',
            picker: 'role',
            reference: input.role,
          }),
    ]);
    const leaving = users.filter(({ roleId }) =>
      role ? roleId === role.id : roleId !== null,
    );
    const ids = new Set(leaving.map(({ id }) => id));
    return {
      title: role
        ? `Take the role "${role.label}" from ${namesOf(leaving)}`
        : `Take ${namesOf(leaving)} out of the role hierarchy`,
      changes: leaving.map(user => roleChange(user, undefined)),
      leftOut: users
        .filter(({ id }) => !ids.has(id))
        .map(({ target, roleName }) => ({
          target,
          reason: roleName ? `Has the role "${roleName}"` : 'Has no role',
        })),
      targets: users.map(({ target }) => target),
      warnings: [
        ...(leaving.length > 0
          ? [
              'Without a role they see no records by way of the role hierarchy, and nobody sees theirs by it',
            ]
          : []),
        ...ownUserWarning({
          users: leaving,
          context,
          warning: 'You are among them: which records you see may change',
        }),
      ],
    };
  },
  undo: { kind: 'inverse', note: 'Undoing gives the former role back' },
  examples: [
    {
      words: 'Remove Ari Cohen from his role',
      input: { users: ['ari@acme.com'] },
    },
    {
      words: 'Take everyone out of the role Account Executive EMEA',
      input: {
        users: ['role:Account Executive EMEA'],
        role: 'Account Executive EMEA',
      },
    },
  ],
});
