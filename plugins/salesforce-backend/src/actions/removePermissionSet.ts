import { removePermissionSet as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { assignmentOf, assignmentsOf } from './permissionSetReads';
import { proposeRemoval } from './proposeRemoval';

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
    return proposeRemoval({
      users,
      what: {
        id: set.id,
        label: set.label,
        fieldName: 'PermissionSetId',
        fieldLabel: 'Permission set',
      },
      heldBy: user => assignmentOf(user, set.id),
      otherwise: 'Does not have it, or has it through a permission set group',
      context,
    });
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
