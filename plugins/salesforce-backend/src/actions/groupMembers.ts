import type { Target } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type ActionContext,
  type PlannedChange,
  type ResolvedRecord,
  type ResolvedUser,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isRecordId } from '../gateway';
import { field } from './planParts';

/** Who is to be in a group, as people name them. */
export interface MemberInput {
  users?: string[];
  roles?: string[];
  rolesAndSubordinates?: string[];
  groups?: string[];
}

/** A user or a group that can be in a group. */
export interface Member {
  id: string;
  name: string;
  target: Target;
  /** Where the member is a user. */
  user?: ResolvedUser;
}

/** A membership that exists. */
export interface Membership extends SalesforceRecord {
  Id: string;
  GroupId: string;
  UserOrGroupId: string;
}

const roleGroupTypes = {
  roles: ['Role'],
  // with portals, Salesforce tells internal subordinates apart
  rolesAndSubordinates: ['RoleAndSubordinates', 'RoleAndSubordinatesInternal'],
} as const;

/** Everybody who is named, each once, in the order named. */
export async function resolveMembers(options: {
  input: MemberInput;
  context: ActionContext;
  /** Which users sets such as `role:` bring in. */
  setsInclude?: 'active' | 'all';
}): Promise<Member[]> {
  const { input, context, setsInclude } = options;
  const { resolver } = context;
  const records = (
    kind: 'roles' | 'rolesAndSubordinates' | 'groups',
    picker: 'role' | 'group',
  ) =>
    Promise.all(
      (input[kind] ?? []).map((reference, position) =>
        resolver.record({ path: `${kind}.${position}`, picker, reference }),
      ),
    );
  const [users, roles, above, groups] = await Promise.all([
    input.users?.length
      ? resolver.users({
          path: 'users',
          references: input.users,
          ...(setsInclude ? { setsInclude } : {}),
        })
      : [],
    records('roles', 'role'),
    records('rolesAndSubordinates', 'role'),
    records('groups', 'group'),
  ]);
  const members = new Map<string, Member>();
  for (const user of users) {
    members.set(user.id, {
      id: user.id,
      name: user.name,
      target: user.target,
      user,
    });
  }
  const roleGroups = await readRoleGroups(context, { roles, above });
  for (const member of [...roleGroups, ...groups.map(groupMember)]) {
    members.set(member.id, member);
  }
  return [...members.values()];
}

function groupMember({ id, label }: ResolvedRecord): Member {
  return { id, name: label, target: { object: 'Group', id, label } };
}

/** Salesforce keeps two groups for every role; memberships name these. */
async function readRoleGroups(
  context: ActionContext,
  named: { roles: ResolvedRecord[]; above: ResolvedRecord[] },
): Promise<Member[]> {
  const wanted = [
    ...named.roles.map(role => ({ role, types: roleGroupTypes.roles })),
    ...named.above.map(role => ({
      role,
      types: roleGroupTypes.rolesAndSubordinates,
    })),
  ];
  if (wanted.length === 0) return [];
  const groups = await context.reader.queryAll<
    SalesforceRecord & { Id: string; RelatedId: string; Type: string }
  >(
    soql.select({
      from: 'Group',
      fields: ['Id', 'Type', 'RelatedId'],
      where: soql.and(
        soql.inList('RelatedId', [...new Set(wanted.map(w => w.role.id))]),
        soql.inList('Type', Object.values(roleGroupTypes).flat()),
      ),
    }),
  );
  return wanted.map(({ role, types }) => {
    const group = groups.find(
      ({ RelatedId, Type }) =>
        RelatedId === role.id && types.some(type => type === Type),
    );
    if (!group) {
      return context.resolver.refuse([
        {
          path:
            types === roleGroupTypes.roles ? 'roles' : 'rolesAndSubordinates',
          code: 'unknown_name',
          message: `Salesforce has no group for the role "${role.label}", or the integration user may not see it`,
        },
      ]);
    }
    const name =
      types === roleGroupTypes.roles
        ? `the role "${role.label}"`
        : `the role "${role.label}" and those below it`;
    return {
      id: group.Id,
      name,
      target: { object: 'UserRole', id: role.id, label: role.label },
    };
  });
}

/** The direct members of the group that a reference names. */
export async function readMemberships(
  context: ActionContext,
  reference: string,
): Promise<Membership[]> {
  return context.reader.queryAll<Membership>(
    soql.select({
      from: 'GroupMember',
      fields: ['Id', 'GroupId', 'UserOrGroupId'],
      where: soql.and(
        soql.inList('Group.Type', ['Regular', 'Queue']),
        soql.or(
          soql.eq('Group.Name', reference),
          soql.eq('Group.DeveloperName', reference),
          ...(isRecordId(reference) ? [soql.eq('GroupId', reference)] : []),
        ),
      ),
    }),
  );
}

/** Puts somebody into a group that exists, or that the plan creates. */
export function joining(
  member: Member,
  group: { label: string } & ({ id: string } | { createdAt: number }),
): PlannedChange {
  return {
    object: 'GroupMember',
    recordId: null,
    operation: 'create',
    fields: [
      'id' in group
        ? field({
            name: 'GroupId',
            label: 'Group',
            before: null,
            after: group.id,
            afterLabel: group.label,
          })
        : {
            ...field({
              name: 'GroupId',
              label: 'Group',
              before: null,
              after: null,
              afterLabel: group.label,
            }),
            afterFrom: group.createdAt,
          },
      field({
        name: 'UserOrGroupId',
        label: 'Member',
        before: null,
        after: member.id,
        afterLabel: member.name,
      }),
    ],
    summary: `Add ${member.name} to "${group.label}"`,
    target: member.target,
    naturalKey: ['GroupId', 'UserOrGroupId'],
  };
}

/** Takes somebody out of a group; undoing puts them back. */
export function leaving(options: {
  membership: Membership;
  group: { id: string; label: string };
  member: Pick<Member, 'name' | 'target'>;
}): PlannedChange {
  const { membership, group, member } = options;
  return {
    object: 'GroupMember',
    recordId: membership.Id,
    operation: 'delete',
    fields: [
      field({
        name: 'GroupId',
        label: 'Group',
        before: group.id,
        after: null,
        beforeLabel: group.label,
      }),
      field({
        name: 'UserOrGroupId',
        label: 'Member',
        before: membership.UserOrGroupId,
        after: null,
        beforeLabel: member.name,
      }),
    ],
    summary: `Take ${member.name} out of "${group.label}"`,
    target: member.target,
    naturalKey: ['GroupId', 'UserOrGroupId'],
  };
}

/** Throws where nobody is named. */
export function requireSomebody(
  input: MemberInput,
  context: ActionContext,
): void {
  const { users, roles, rolesAndSubordinates, groups } = input;
  if ([users, roles, rolesAndSubordinates, groups].some(list => list?.length)) {
    return;
  }
  context.resolver.refuse([
    {
      path: 'users',
      code: 'invalid_input',
      message: 'Name at least one user, role or group',
    },
  ]);
}
