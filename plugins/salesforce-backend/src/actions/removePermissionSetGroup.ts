import { removePermissionSetGroup as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { removalChange, type Assignable } from './assignments';
import { ownUserWarning, withoutProtected } from './lockout';
import { groupAssignmentOf, groupAssignmentsOf } from './permissionSetReads';
import { namesOf } from './words';

/** Deletes the assignments of the group; licences stay where they are. */
export const removePermissionSetGroup = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver } = context;
    const [users, group] = await Promise.all([
      resolver.users({
        path: 'users',
        references: input.users,
        setsInclude: 'all',
        alsoRead: [groupAssignmentsOf(input.permissionSetGroup)],
      }),
      resolver.record({
        path: 'permissionSetGroup',
        picker: 'permission-set-group',
        reference: input.permissionSetGroup,
      }),
    ]);
    const what: Assignable = {
      id: group.id,
      label: group.label,
      fieldName: 'PermissionSetGroupId',
      fieldLabel: 'Permission set group',
    };
    const { users: holders, leftOut } = withoutProtected({
      users: users.filter(user => groupAssignmentOf(user, group.id)),
      context,
      path: 'users',
    });
    return {
      title: `Remove "${group.label}" from ${namesOf(holders)}`,
      changes: holders.flatMap(user => {
        const held = groupAssignmentOf(user, group.id);
        return held ? [removalChange({ user, what, held })] : [];
      }),
      leftOut: [
        ...leftOut,
        ...users
          .filter(user => !groupAssignmentOf(user, group.id))
          .map(({ target }) => ({ target, reason: 'Does not have it' })),
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
      words:
        'Remove the Sales Operations permission set group from Priya Raman',
      input: {
        users: ['priya.raman@acme.com'],
        permissionSetGroup: 'Sales Operations',
      },
    },
    {
      words: 'Take Marketing Analytics away from everyone who has it',
      input: {
        users: ['permission-set-group:Marketing Analytics'],
        permissionSetGroup: 'Marketing Analytics',
      },
    },
  ],
});
