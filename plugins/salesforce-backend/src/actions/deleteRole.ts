import { deleteRole as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
  type PlannedChange,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { field, roleChange } from './planParts';
import { count, namesOf } from './words';

/** What a role has besides its names and its place. */
const restOfARole = {
  OpportunityAccessForAccountOwner: 'Opportunities of their accounts',
  CaseAccessForAccountOwner: 'Cases of their accounts',
  ContactAccessForAccountOwner: 'Contacts of their accounts',
  RollupDescription: 'Name in reports',
};

/** A role goes when nobody has it and none is below it. */
export const deleteRole = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver, reader } = context;
    const [role, to] = await Promise.all([
      resolver.record({ path: 'role', picker: 'role', reference: input.role }),
      input.moveUsersTo === undefined
        ? undefined
        : resolver.record({
            path: 'moveUsersTo',
            picker: 'role',
            reference: input.moveUsersTo,
          }),
    ]);
    if (to?.id === role.id) {
      resolver.refuse([
        {
          path: 'moveUsersTo',
          code: 'invalid_input',
          message: 'This is the role that is to be deleted',
        },
      ]);
    }
    const [holders, below, [rest]] = await Promise.all([
      reader.queryAll<{ Id: string; Name: string }>(
        soql.select({
          from: 'User',
          fields: ['Id', 'Name'],
          where: soql.eq('UserRoleId', role.id),
        }),
      ),
      reader.queryAll<SalesforceRecord>(
        soql.select({
          from: 'UserRole',
          fields: ['Name'],
          where: soql.eq('ParentRoleId', role.id),
        }),
      ),
      reader.retrieve({
        object: 'UserRole',
        ids: [role.id],
        fields: ['Id', ...Object.keys(restOfARole)],
      }),
    ]);
    const users =
      to && holders.length > 0
        ? await resolver.users({
            path: 'role',
            references: holders.map(({ Id }) => Id),
          })
        : [];
    const target = { object: 'UserRole', id: role.id, label: role.label };
    const { ParentRoleId: parentId, ParentRole: parent } = role.fields;
    const moves = users.map(user => roleChange(user, to));
    const deletion: PlannedChange = {
      object: 'UserRole',
      recordId: role.id,
      operation: 'delete',
      fields: [
        field({
          name: 'Name',
          label: 'Name',
          before: role.label,
          after: null,
        }),
        field({
          name: 'DeveloperName',
          label: 'API name',
          before: role.name,
          after: null,
        }),
        field({
          name: 'ParentRoleId',
          label: 'Reports to',
          before: typeof parentId === 'string' ? parentId : null,
          after: null,
          beforeLabel:
            typeof parent === 'object' && parent !== null && 'Name' in parent
              ? String(parent.Name)
              : 'nobody',
        }),
        // Undoing makes the role again, with all that it had.
        ...Object.entries(restOfARole).flatMap(([name, label]) => {
          const before: unknown = rest?.[name];
          return typeof before === 'string'
            ? [field({ name, label, before, after: null })]
            : [];
        }),
      ],
      summary: `Delete the role "${role.label}"`,
      target,
      naturalKey: ['DeveloperName'],
      ...(moves.length > 0 ? { after: moves.map((_, at) => at) } : {}),
    };
    return {
      title: deletion.summary,
      changes: [...moves, deletion],
      targets: [target, ...users.map(user => user.target)],
      warnings: ['Sharing rules, queues and groups that name the role lose it'],
      blockers: [
        ...(holders.length > 0 && !to
          ? [
              {
                code: 'role_in_use',
                message: `${namesOf(
                  holders.map(({ Name }) => ({ name: Name })),
                )} ${holders.length === 1 ? 'has' : 'have'} this role`,
                remedy: 'Ask again with a role that they get instead',
                target,
              },
            ]
          : []),
        ...(below.length > 0
          ? [
              {
                code: 'role_in_use',
                message: `${count(below.length, 'role')} ${
                  below.length === 1 ? 'is' : 'are'
                } below it: ${below
                  .slice(0, 5)
                  .map(({ Name }) => String(Name))
                  .join(', ')}`,
                remedy:
                  'Setup > Roles: put them below another role first; then retry',
                target,
              },
            ]
          : []),
      ],
    };
  },
  undo: {
    kind: 'inverse',
    note: 'Undoing creates the role again and gives it back; sharing rules that named it do not come back',
  },
  examples: [
    {
      words: 'Delete the role RevOps and move its people to Sales Director NA',
      input: { role: 'RevOps', moveUsersTo: 'Sales Director NA' },
    },
  ],
});
