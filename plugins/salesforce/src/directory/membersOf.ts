import type { InventoryRecord } from '@salesdesk/backstage-plugin-salesforce-common';
import type { InventoryQuestion } from '../inventory/InventoryQuestion';
import { wordsOf } from './useRecord';

/** Who has what a record gives, and the requests that give and take it. */
export interface Members {
  question: InventoryQuestion;
  /** The action that gives it to others, with what is filled in. */
  give?: { action: string; input: Record<string, unknown> };
  /** Actions that are suggested for members who were picked. */
  suggested: string[];
}

const user = ['user.name', 'user.username', 'user.state', 'user.profile.name'];
const inactive = [
  'salesforce_freeze_user',
  'salesforce_deactivate_user',
  'salesforce_offboard_user',
];

/** The members of a record, or undefined where it has none. Pure. */
export function membersOf(record: InventoryRecord): Members | undefined {
  const { object, id, label } = record;
  const of = (
    member: string,
    field: string,
    columns: string[],
  ): InventoryQuestion => ({
    object: member,
    columns,
    filters: [{ field, operator: 'is', value: id }],
  });
  const users = (field: string, ...more: string[]) =>
    of('User', field, ['name', 'username', 'state', ...more, 'lastLoginAt']);
  switch (object) {
    case 'PermissionSet':
      return {
        question: of('PermissionSetAssignment', 'permissionSetId', [
          ...user,
          'expiresAt',
        ]),
        give: {
          action: 'salesforce_assign_permission_set',
          input: { permissionSet: label },
        },
        suggested: ['salesforce_remove_permission_set'],
      };
    case 'PermissionSetGroup':
      return {
        question: of('PermissionSetAssignment', 'groupId', [
          ...user,
          'expiresAt',
        ]),
        give: {
          action: 'salesforce_assign_permission_set_group',
          input: { permissionSetGroup: label },
        },
        suggested: ['salesforce_remove_permission_set_group'],
      };
    case 'Profile':
      return {
        question: users('profileId', 'role.name'),
        give: {
          action: 'salesforce_change_profile',
          input: { profile: label },
        },
        suggested: ['salesforce_change_profile'],
      };
    case 'UserRole':
      return {
        question: users('roleId', 'profile.name'),
        give: { action: 'salesforce_assign_role', input: { role: label } },
        suggested: ['salesforce_assign_role', 'salesforce_remove_role'],
      };
    case 'UserLicense':
      return {
        // Who is inactive takes no seat.
        question: {
          ...users('licenseId', 'profile.name'),
          filters: [
            { field: 'licenseId', operator: 'is', value: id },
            { field: 'isActive', operator: 'isTrue' },
          ],
        },
        give: {
          action: 'salesforce_assign_license',
          input: { license: `user-license:${label}` },
        },
        suggested: inactive,
      };
    case 'PermissionSetLicense':
      return {
        question: of('PermissionSetLicenseAssign', 'licenseId', [
          ...user,
          'user.lastLoginAt',
        ]),
        give: {
          action: 'salesforce_assign_license',
          input: { license: `permission-set-license:${label}` },
        },
        suggested: ['salesforce_remove_license'],
      };
    case 'PackageLicense':
      return {
        question: of('UserPackageLicense', 'licenseId', [
          ...user,
          'user.lastLoginAt',
        ]),
        give: {
          action: 'salesforce_assign_license',
          input: { license: `package-license:${label}` },
        },
        suggested: ['salesforce_remove_license'],
      };
    case 'Group':
      return {
        question: of('GroupMember', 'groupId', [
          'user.name',
          'memberGroup.name',
          'user.username',
          'user.state',
        ]),
        ...(['Regular', 'Queue'].includes(wordsOf(record, 'type') ?? '')
          ? {
              give: {
                action: 'salesforce_add_group_member',
                input: { group: label },
              },
            }
          : {}),
        suggested: ['salesforce_remove_group_member'],
      };
    case 'Territory2':
      return {
        question: of('UserTerritory2Association', 'territoryId', [
          ...user,
          'role',
        ]),
        suggested: [],
      };
    default:
      return undefined;
  }
}

/** Where a licence stands with those who use it. */
export const isLicense = (object: string): boolean =>
  ['UserLicense', 'PermissionSetLicense', 'PackageLicense'].includes(object);

/** The same question for those who have not logged in for so many days. */
export function sleepersOf(
  question: InventoryQuestion,
  days: number,
): InventoryQuestion {
  const field = question.object === 'User' ? 'lastLoginAt' : 'user.lastLoginAt';
  return {
    ...question,
    filters: [
      ...question.filters,
      {
        anyOf: [
          { field, operator: 'olderThanDays', value: String(days) },
          { field, operator: 'isEmpty' },
        ],
      },
    ],
  };
}
