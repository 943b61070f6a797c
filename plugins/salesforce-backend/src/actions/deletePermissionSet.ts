import { deletePermissionSet as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Assignable } from './assignments';
import { holdersOf } from './holdersOf';
import { field } from './planParts';

/** What the set allowed is lost with it, so this cannot be undone. */
export const deletePermissionSet = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const set = await context.resolver.record({
      path: 'permissionSet',
      picker: 'permission-set',
      reference: input.permissionSet,
    });
    const target = { object: 'PermissionSet', id: set.id, label: set.label };
    const what: Assignable = {
      id: set.id,
      label: set.label,
      fieldName: 'PermissionSetId',
      fieldLabel: 'Permission set',
    };
    const [holders, components] = await Promise.all([
      holdersOf({
        context,
        what,
        target,
        path: 'permissionSet',
        removeFromUsers: input.removeFromUsers,
      }),
      context.reader.queryAll<
        SalesforceRecord & {
          PermissionSetGroup: { MasterLabel: string } | null;
        }
      >(
        soql.select({
          from: 'PermissionSetGroupComponent',
          fields: ['PermissionSetGroup.MasterLabel'],
          where: soql.eq('PermissionSetId', set.id),
        }),
      ),
    ]);
    const { removals } = holders;
    return {
      title: `Delete the permission set "${set.label}"`,
      changes: [
        ...removals,
        {
          object: 'PermissionSet',
          recordId: set.id,
          operation: 'delete',
          fields: [
            field({
              name: 'Label',
              label: 'Name',
              before: set.label,
              after: null,
            }),
            field({
              name: 'Name',
              label: 'API name',
              before: set.name,
              after: null,
            }),
          ],
          summary: `Delete the permission set "${set.label}"`,
          target,
          ...(removals.length > 0
            ? { after: removals.map((_, at) => at) }
            : {}),
        },
      ],
      targets: [target, ...holders.users.map(user => user.target)],
      warnings: ['Everything that it allows is deleted with it'],
      blockers: [
        ...holders.blockers,
        ...components.map(({ PermissionSetGroup: group }) => ({
          code: 'in_use',
          message: `It is a part of the permission set group "${group?.MasterLabel}"`,
          remedy:
            'Setup > Permission Set Groups: take it out first; then retry',
          target,
        })),
      ],
    };
  },
  undo: {
    kind: 'none',
    note: 'A permission set that was deleted does not come back: what it allowed is lost',
  },
  examples: [
    {
      words:
        'Delete the permission set Data Export and take it from everyone first',
      input: { permissionSet: 'Data Export', removeFromUsers: true },
    },
  ],
});
