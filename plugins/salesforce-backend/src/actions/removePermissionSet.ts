import { removePermissionSet as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  type PlannedChange,
  type ResolvedRecord,
  type ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { ownUserWarning } from './lockout';
import {
  assignmentOf,
  assignmentsOf,
  type Assignment,
} from './permissionSetReads';
import { field } from './planParts';
import { dayOf, namesOf } from './words';

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
    const holders = users.filter(user => assignmentOf(user, set.id));
    return {
      title: `Remove "${set.label}" from ${namesOf(holders)}`,
      changes: users.flatMap(user => {
        const held = assignmentOf(user, set.id);
        return held ? [removal(user, set, held)] : [];
      }),
      leftOut: users
        .filter(user => !assignmentOf(user, set.id))
        .map(({ target }) => ({
          target,
          reason: 'Does not have it, or has it through a permission set group',
        })),
      targets: users.map(({ target }) => target),
      warnings: ownUserWarning({
        users: holders,
        context,
        warning: 'You are among them and lose what it allows',
      }),
    };
  },
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

/** All fields are named, so that undoing can make the assignment again. */
function removal(
  user: ResolvedUser,
  set: ResolvedRecord,
  held: Assignment,
): PlannedChange {
  return {
    object: 'PermissionSetAssignment',
    recordId: held.Id,
    operation: 'delete',
    fields: [
      field({
        name: 'AssigneeId',
        label: 'User',
        before: user.id,
        after: null,
        beforeLabel: user.name,
      }),
      field({
        name: 'PermissionSetId',
        label: 'Permission set',
        before: set.id,
        after: null,
        beforeLabel: set.label,
      }),
      ...(held.ExpirationDate
        ? [
            field({
              name: 'ExpirationDate',
              label: 'Until',
              before: held.ExpirationDate,
              after: null,
              beforeLabel: dayOf(held.ExpirationDate),
            }),
          ]
        : []),
    ],
    summary: `Remove "${set.label}" from ${user.name}`,
    target: user.target,
    naturalKey: ['AssigneeId', 'PermissionSetId'],
  };
}
