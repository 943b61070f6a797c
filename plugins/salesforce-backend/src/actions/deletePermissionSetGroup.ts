import { deletePermissionSetGroup as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Assignable } from './assignments';
import { groupComponent } from './groupComponent';
import { holdersOf } from './holdersOf';
import { field } from './planParts';

interface ComponentRow extends SalesforceRecord {
  Id: string;
  PermissionSetId: string;
  PermissionSet: { Label: string } | null;
}

/**
 * Assignments, then what is in it, then the group itself: so that undoing can
 * bring back all three, in the other order.
 */
export const deletePermissionSetGroup = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const group = await context.resolver.record({
      path: 'permissionSetGroup',
      picker: 'permission-set-group',
      reference: input.permissionSetGroup,
    });
    const target = {
      object: 'PermissionSetGroup',
      id: group.id,
      label: group.label,
    };
    const what: Assignable = {
      id: group.id,
      label: group.label,
      fieldName: 'PermissionSetGroupId',
      fieldLabel: 'Permission set group',
    };
    const [holders, components, [rest]] = await Promise.all([
      holdersOf({
        context,
        what,
        target,
        path: 'permissionSetGroup',
        removeFromUsers: input.removeFromUsers,
      }),
      context.reader.queryAll<ComponentRow>(
        soql.select({
          from: 'PermissionSetGroupComponent',
          fields: ['Id', 'PermissionSetId', 'PermissionSet.Label'],
          where: soql.eq('PermissionSetGroupId', group.id),
        }),
      ),
      context.reader.retrieve({
        object: 'PermissionSetGroup',
        ids: [group.id],
        fields: ['Id', 'Description'],
      }),
    ]);
    // a muting set has no label here, and goes with the group that it is for
    const own = components.filter(({ PermissionSet }) => PermissionSet);
    const parts = [
      ...holders.removals,
      ...own.map(({ Id, PermissionSetId, PermissionSet }) =>
        groupComponent({
          group,
          set: { id: PermissionSetId, label: PermissionSet?.Label ?? '' },
          target,
          heldBy: Id,
        }),
      ),
    ];
    return {
      title: `Delete the permission set group "${group.label}"`,
      changes: [
        ...parts,
        {
          object: 'PermissionSetGroup',
          recordId: group.id,
          operation: 'delete',
          fields: [
            field({
              name: 'MasterLabel',
              label: 'Name',
              before: group.label,
              after: null,
            }),
            field({
              name: 'DeveloperName',
              label: 'API name',
              before: group.name,
              after: null,
            }),
            ...(typeof rest?.Description === 'string'
              ? [
                  field({
                    name: 'Description',
                    label: 'Description',
                    before: rest.Description,
                    after: null,
                  }),
                ]
              : []),
          ],
          summary: `Delete the permission set group "${group.label}"`,
          target,
          naturalKey: ['DeveloperName'],
          ...(parts.length > 0 ? { after: parts.map((_, at) => at) } : {}),
        },
      ],
      targets: [target, ...holders.users.map(user => user.target)],
      warnings: [
        'The permission sets in it stay',
        ...(own.length < components.length
          ? ['What it mutes is deleted with it and does not come back by undo']
          : []),
      ],
      blockers: holders.blockers,
    };
  },
  undo: {
    kind: 'inverse',
    note: 'Undoing creates the group again, with its sets and the users who had it',
  },
  examples: [
    {
      words:
        'Delete the permission set group Sales Operations, take it from everyone first',
      input: { permissionSetGroup: 'Sales Operations', removeFromUsers: true },
    },
  ],
});
