import { removePermissionSet as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { removalChange, type Assignable } from './assignments';
import { ownUserWarning, withoutProtected } from './lockout';
import { assignmentOf, assignmentsOf } from './permissionSetReads';
import { namesOf } from './words';

/** Deletes the assignments; permission set licences stay where they are. */
export const removePermissionSet = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver } = context;
    const [users, set] = await Promise.all([
      resolver.users({
        path: 'users',
        references: input.users,
        setsInclude: 'all',
        alsoRead: [assignmentsOf(input.permissionSet)],
      }),
      resolver.record({
        path: 'permissionSet',
        picker: 'permission-set',
        reference: input.permissionSet,
      }),
    ]);
    const what: Assignable = {
      id: set.id,
      label: set.label,
      fieldName: 'PermissionSetId',
      fieldLabel: 'Permission set',
    };
    const { users: holders, leftOut } = withoutProtected({
      users: users.filter(user => assignmentOf(user, set.id)),
      context,
      path: 'users',
    });
    return {
      title: `Remove "${set.label}" from ${namesOf(holders)}`,
      changes: holders.flatMap(user => {
        const held = assignmentOf(user, set.id);
        return held ? [removalChange({ user, what, held })] : [];
      }),
      leftOut: [
        ...leftOut,
        ...users
          .filter(user => !assignmentOf(user, set.id))
          .map(({ target }) => ({
            target,
            reason:
              'Does not have it, or has it through a permission set group',
          })),
      ],
      targets: users.map(({ target }) => target),
      warnings: ownUserWarning({
        users: holders,
        context,
        warning: 'You are among them and lose what it allows',
      }),
    };
  },
  isPerUser: true,
  undo: { kind: 'inverse', note: 'Undoing assigns it again' },
  examples: [
    {
      words: 'Take Data Export away from dan@acme.com',
      input: { users: ['dan@acme.com'], permissionSet: 'Data Export' },
    },
    {
      words: 'Remove Contract Approver from everyone who has it',
      input: {
        users: ['permission-set:Contract Approver'],
        permissionSet: 'Contract Approver',
      },
    },
  ],
});
