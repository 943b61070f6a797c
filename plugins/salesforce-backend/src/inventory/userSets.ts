import {
  soql,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { UserSet } from './parseUserReference';
import type { RecordPicker } from './recordPickers';

/** How the users of a set are found by the set's name. */
interface UserSetDefinition {
  picker: RecordPicker;
  users(name: string): SoqlCondition;
}

function named(fields: string[], name: string): SoqlCondition {
  return soql.or(...fields.map(field => soql.eq(field, name)));
}

function assignedBy(where: SoqlCondition): SoqlCondition {
  return soql.inQuery(
    'Id',
    soql.select({
      from: 'PermissionSetAssignment',
      fields: ['AssigneeId'],
      where,
    }),
  );
}

/** Members of public groups of this name, users and groups alike. */
export function groupNamed(name: string): SoqlCondition {
  return soql.and(
    named(['Group.Name', 'Group.DeveloperName'], name),
    soql.eq('Group.Type', 'Regular'),
  );
}

/** Sets that users are in, by the prefix of their reference. */
export const userSets: Record<UserSet, UserSetDefinition> = {
  role: {
    picker: 'role',
    users: name => named(['UserRole.Name', 'UserRole.DeveloperName'], name),
  },
  profile: {
    picker: 'profile',
    users: name => named(['Profile.Name'], name),
  },
  'permission-set': {
    picker: 'permission-set',
    users: name =>
      assignedBy(
        soql.and(
          named(['PermissionSet.Label', 'PermissionSet.Name'], name),
          soql.eq('PermissionSet.IsOwnedByProfile', false),
        ),
      ),
  },
  'permission-set-group': {
    picker: 'permission-set-group',
    users: name =>
      assignedBy(
        named(
          [
            'PermissionSetGroup.MasterLabel',
            'PermissionSetGroup.DeveloperName',
          ],
          name,
        ),
      ),
  },
  'public-group': {
    picker: 'group',
    users: name =>
      soql.inQuery(
        'Id',
        soql.select({
          from: 'GroupMember',
          fields: ['UserOrGroupId'],
          where: groupNamed(name),
        }),
      ),
  },
};
