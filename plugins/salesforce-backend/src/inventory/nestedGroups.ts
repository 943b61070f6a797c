import {
  soql,
  type SalesforceRecord,
  type SalesforceReader,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';

interface GroupRow extends SalesforceRecord {
  Id: string;
  Name: string;
  Type: string;
  RelatedId: string | null;
}

/** Groups in groups end; a loop must too. */
const deepestGroup = 10;

/** What nested groups bring in. */
export interface NestedMembers {
  /** Conditions on User; their users are all members. */
  conditions: SoqlCondition[];
  /** Groups whose members cannot be listed, by name. */
  unreadable: string[];
}

/**
 * Public groups hold users, but also other groups, roles, and roles with
 * everyone below them. Follows them to conditions on User.
 */
export async function followGroups(options: {
  reader: SalesforceReader;
  groupIds: string[];
}): Promise<NestedMembers> {
  const { reader } = options;
  const nested: NestedMembers = { conditions: [], unreadable: [] };
  const seen = new Set<string>();
  let level = options.groupIds;
  for (let depth = 0; level.length > 0 && depth < deepestGroup; depth += 1) {
    level.forEach(id => seen.add(id));
    const groups = await reader.queryAll<GroupRow>(
      soql.select({
        from: 'Group',
        fields: ['Id', 'Name', 'Type', 'RelatedId'],
        where: soql.inList('Id', level),
      }),
    );
    const regular: string[] = [];
    for (const group of groups) {
      if (group.Type === 'Regular') regular.push(group.Id);
      else await addSystemGroup({ reader, group, nested });
    }
    level = await addRegularGroups({ reader, regular, nested, seen });
  }
  return nested;
}

async function addRegularGroups(options: {
  reader: SalesforceReader;
  regular: string[];
  nested: NestedMembers;
  seen: Set<string>;
}): Promise<string[]> {
  const { reader, regular, nested, seen } = options;
  if (regular.length === 0) return [];
  const where = soql.inList('GroupId', regular);
  nested.conditions.push(
    soql.inQuery(
      'Id',
      soql.select({ from: 'GroupMember', fields: ['UserOrGroupId'], where }),
    ),
  );
  const members = await reader.queryAll<{ UserOrGroupId: string }>(
    soql.select({ from: 'GroupMember', fields: ['UserOrGroupId'], where }),
  );
  return groupsAmong(members).filter(id => !seen.has(id));
}

/** Ids of groups among members; everything else is a user. */
export function groupsAmong(
  members: Array<{ UserOrGroupId: string }>,
): string[] {
  return [
    ...new Set(
      members
        .map(({ UserOrGroupId }) => UserOrGroupId)
        .filter(id => id.startsWith('00G')),
    ),
  ];
}

async function addSystemGroup(options: {
  reader: SalesforceReader;
  group: GroupRow;
  nested: NestedMembers;
}): Promise<void> {
  const { reader, group, nested } = options;
  switch (group.Type) {
    case 'Organization':
      nested.conditions.push(soql.isNotNull('Id'));
      break;
    case 'Role':
      if (group.RelatedId) {
        nested.conditions.push(soql.eq('UserRoleId', group.RelatedId));
      }
      break;
    case 'RoleAndSubordinates':
    case 'RoleAndSubordinatesInternal':
      if (group.RelatedId) {
        nested.conditions.push(
          soql.inList(
            'UserRoleId',
            await rolesFrom({ reader, roleId: group.RelatedId }),
          ),
        );
      }
      break;
    default:
      nested.unreadable.push(group.Name || group.Type);
  }
}

/** A role and every role below it. */
async function rolesFrom(options: {
  reader: SalesforceReader;
  roleId: string;
}): Promise<string[]> {
  const roles = await options.reader.queryAll<{
    Id: string;
    ParentRoleId: string | null;
  }>(soql.select({ from: 'UserRole', fields: ['Id', 'ParentRoleId'] }));
  const below = new Set([options.roleId]);
  for (let size = 0; size < below.size; ) {
    size = below.size;
    for (const { Id, ParentRoleId } of roles) {
      if (ParentRoleId && below.has(ParentRoleId)) below.add(Id);
    }
  }
  return [...below];
}
