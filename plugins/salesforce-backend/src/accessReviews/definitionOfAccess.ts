import type {
  AccessReviewBody,
  BoardDefinition,
} from '@salesdesk/backstage-plugin-salesforce-common';

type Access = NonNullable<AccessReviewBody['access']>;

const people = ['name', 'username', 'profile.name', 'lastLoginAt'];
const assigned = [
  'user.name',
  'user.username',
  'user.profile.name',
  'user.lastLoginAt',
];
const active = { field: 'isActive', operator: 'isTrue' } as const;
const userIsActive = { field: 'user.isActive', operator: 'isTrue' } as const;

/** Names of kinds, as the review says of what it is. */
export const accessKindWords: Record<Access['kind'], string> = {
  permission_set: 'Permission set',
  permission_set_group: 'Permission set group',
  profile: 'Profile',
  user_license: 'User licence',
  permission_set_license: 'Permission set licence',
  group: 'Group',
};

function isOneOf(name: string, fields: string[]) {
  return {
    anyOf: fields.map(field => ({
      field,
      operator: 'is' as const,
      value: name,
    })),
  };
}

/** The rows of everybody who has an access, as a board would show them. Pure. */
export function definitionOfAccess({ kind, name }: Access): BoardDefinition {
  switch (kind) {
    case 'permission_set':
      return {
        object: 'PermissionSetAssignment',
        columns: [...assigned, 'permissionSet.label', 'expiresAt'],
        filters: [
          userIsActive,
          { field: 'groupId', operator: 'isEmpty' },
          isOneOf(name, [
            'permissionSet.name',
            'permissionSet.label',
            'permissionSetId',
          ]),
        ],
        sort: { field: 'user.name' },
      };
    case 'permission_set_group':
      return {
        object: 'PermissionSetAssignment',
        columns: [...assigned, 'group.label', 'expiresAt'],
        filters: [
          userIsActive,
          isOneOf(name, ['group.developerName', 'group.label', 'groupId']),
        ],
        sort: { field: 'user.name' },
      };
    case 'profile':
      return {
        object: 'User',
        columns: [...people, 'role.name'],
        filters: [active, isOneOf(name, ['profile.name', 'profileId'])],
        sort: { field: 'name' },
      };
    case 'user_license':
      return {
        object: 'User',
        columns: [...people, 'license.name', 'cost'],
        filters: [active, isOneOf(name, ['license.name', 'licenseId'])],
        sort: { field: 'name' },
      };
    case 'permission_set_license':
      return {
        object: 'PermissionSetLicenseAssign',
        columns: [...assigned, 'license.label'],
        filters: [
          userIsActive,
          isOneOf(name, [
            'license.developerName',
            'license.label',
            'licenseId',
          ]),
        ],
        sort: { field: 'user.name' },
      };
    default:
      return {
        object: 'GroupMember',
        columns: [...assigned, 'group.name'],
        filters: [
          userIsActive,
          isOneOf(name, ['group.developerName', 'group.name', 'groupId']),
        ],
        sort: { field: 'user.name' },
      };
  }
}
