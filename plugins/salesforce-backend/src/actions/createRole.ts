import { createRole as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  type PlannedChange,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { developerNameFrom } from './developerName';
import { field, fieldFrom, roleChange } from './planParts';
import { requireFreeName } from './requireFreeName';

/** The role first, then the users who get it. */
export const createRole = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver } = context;
    const developerName = input.developerName ?? developerNameFrom(input.name);
    const [parent, users] = await Promise.all([
      input.parent === undefined
        ? undefined
        : resolver.record({
            path: 'parent',
            picker: 'role',
            reference: input.parent,
          }),
      input.users?.length
        ? resolver.users({ path: 'users', references: input.users })
        : [],
      requireFreeName({
        context,
        object: 'UserRole',
        field: 'DeveloperName',
        name: developerName,
        what: 'role',
        path: input.developerName ? 'developerName' : 'name',
      }),
    ]);
    const target = { object: 'UserRole', id: null, label: input.name };
    const creation: PlannedChange = {
      object: 'UserRole',
      recordId: null,
      operation: 'create',
      fields: [
        field({
          name: 'Name',
          label: 'Name',
          before: null,
          after: input.name,
        }),
        field({
          name: 'DeveloperName',
          label: 'API name',
          before: null,
          after: developerName,
        }),
        field({
          name: 'ParentRoleId',
          label: 'Reports to',
          before: null,
          after: parent?.id ?? null,
          afterLabel: parent?.label ?? 'nobody',
        }),
      ],
      summary: `Create the role "${input.name}"${
        parent ? ` under "${parent.label}"` : ''
      }`,
      target,
      naturalKey: ['DeveloperName'],
    };
    return {
      title: creation.summary,
      changes: [
        creation,
        ...users.map((user): PlannedChange => {
          const change = roleChange(user, { id: '', label: input.name });
          return {
            ...change,
            fields: change.fields.map(fields => fieldFrom(fields, 0)),
          };
        }),
      ],
      targets: [target, ...users.map(user => user.target)],
    };
  },
  undo: {
    kind: 'inverse',
    note: 'Undoing gives users their former role back and deletes the new one',
  },
  examples: [
    {
      words: 'Create a role "VP in R&D" under CTO',
      input: { name: 'VP in R&D', parent: 'CTO' },
    },
  ],
});
