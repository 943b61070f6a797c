import { assignRole as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { ownUserWarning } from './lockout';
import { roleChange } from './planParts';
import { namesOf } from './words';

/** Puts users at a place in the role hierarchy; each has one place. */
export const assignRole = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver } = context;
    const [users, role] = await Promise.all([
      resolver.users({ path: 'users', references: input.users }),
      resolver.record({
        path: 'role',
        picker: 'role',
        reference: input.role,
      }),
    ]);
    const moving = users.filter(({ roleId }) => roleId !== role.id);
    return {
      title: `Give ${namesOf(moving)} the role "${role.label}"`,
      changes: moving.map(user => roleChange(user, role)),
      leftOut: users
        .filter(({ roleId }) => roleId === role.id)
        .map(({ target }) => ({ target, reason: 'Has this role already' })),
      targets: users.map(({ target }) => target),
      warnings: ownUserWarning({
        users: moving,
        context,
        warning: 'You are among them: which records you see may change',
      }),
    };
  },
  undo: { kind: 'inverse', note: 'Undoing gives the former role back' },
  examples: [
    {
      words: 'Move ari@acme.com to the RevOps role',
      input: { users: ['ari@acme.com'], role: 'RevOps' },
    },
    {
      words: 'Give Ann Lee and Foo Bar the role Account Executive NA',
      input: {
        users: ['ann.lee@acme.com', 'foo.bar@acme.com'],
        role: 'Account Executive NA',
      },
    },
  ],
});
