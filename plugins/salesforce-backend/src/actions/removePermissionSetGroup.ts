import { removePermissionSetGroup as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { groupAssignmentOf, groupAssignmentsOf } from './permissionSetReads';
import { proposeRemoval } from './proposeRemoval';

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
    return proposeRemoval({
      users,
      what: {
        id: group.id,
        label: group.label,
        fieldName: 'PermissionSetGroupId',
        fieldLabel: 'Permission set group',
      },
      heldBy: user => groupAssignmentOf(user, group.id),
      otherwise: 'Does not have it',
      context,
    });
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
