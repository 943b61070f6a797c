import { createPermissionSetGroup as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { developerNameFrom } from './developerName';
import { groupComponent } from './groupComponent';
import { field } from './planParts';
import { requireFreeName } from './requireFreeName';

/** The group, then the sets in it; Salesforce recalculates it afterwards. */
export const createPermissionSetGroup = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const name = input.name ?? developerNameFrom(input.label);
    const [sets] = await Promise.all([
      Promise.all(
        (input.permissionSets ?? []).map((reference, position) =>
          context.resolver.record({
            path: `permissionSets.${position}`,
            picker: 'permission-set',
            reference,
          }),
        ),
      ),
      requireFreeName({
        context,
        object: 'PermissionSetGroup',
        field: 'DeveloperName',
        name,
        where: soql.eq('NamespacePrefix', null),
        what: 'permission set group',
        path: input.name ? 'name' : 'label',
      }),
    ]);
    const unique = [...new Map(sets.map(set => [set.id, set])).values()];
    const target = {
      object: 'PermissionSetGroup',
      id: null,
      label: input.label,
    };
    const text = (api: string, label: string, after: string) =>
      field({ name: api, label, before: null, after });
    return {
      title: `Create the permission set group "${input.label}"`,
      changes: [
        {
          object: 'PermissionSetGroup',
          recordId: null,
          operation: 'create',
          fields: [
            text('MasterLabel', 'Name', input.label),
            text('DeveloperName', 'API name', name),
            ...(input.description
              ? [text('Description', 'Description', input.description)]
              : []),
          ],
          summary: `Create the permission set group "${input.label}"`,
          target,
          naturalKey: ['DeveloperName'],
        },
        ...unique.map(set =>
          groupComponent({
            group: { label: input.label, createdAt: 0 },
            set,
            target,
          }),
        ),
      ],
      targets: [target],
    };
  },
  undo: { kind: 'inverse', note: 'Undoing deletes the group; its sets stay' },
  examples: [
    {
      words:
        'Create a permission set group "Deal Makers" with Contract Approver and CRM User',
      input: {
        label: 'Deal Makers',
        permissionSets: ['Contract Approver', 'CRM User'],
      },
    },
  ],
});
