/** A permission that some actions need of the integration user. */
export interface NeededPermission {
  /** Id of the check. */
  id: string;
  title: string;
  /** Any one of these fields of PermissionSet grants it. */
  anyOf: string[];
  /** What does not work without it. */
  without: string;
  fix: string;
}

const give =
  'Setup > Users > Permission Sets: give the integration user a set with System Permissions';

/** What the actions need, from the least to the most. */
export const neededPermissions: NeededPermission[] = [
  {
    id: 'permission_view',
    title: 'See users, licences and setup',
    anyOf: ['PermissionsViewSetup', 'PermissionsManageUsers'],
    without:
      'Pickers, seat counts and look-ups of permission sets will be incomplete',
    fix: `${give} > View Setup and Configuration`,
  },
  {
    id: 'permission_manage_users',
    title: 'Create, change, deactivate and reactivate users',
    anyOf: ['PermissionsManageInternalUsers', 'PermissionsManageUsers'],
    without:
      'Creating, updating, deactivating and reactivating users and changing profiles will be refused',
    fix: `${give} > Manage Internal Users`,
  },
  {
    id: 'permission_freeze',
    title: 'Freeze and unfreeze users',
    anyOf: ['PermissionsFreezeUsers', 'PermissionsManageUsers'],
    without: 'Freezing and unfreezing will be refused',
    fix: `${give} > Freeze Users`,
  },
  {
    id: 'permission_reset_password',
    title: 'Reset passwords',
    anyOf: ['PermissionsResetPasswords', 'PermissionsManageUsers'],
    without: 'Password resets will be refused',
    fix: `${give} > Reset User Passwords and Unlock Users`,
  },
  {
    id: 'permission_assign',
    title: 'Assign permission sets',
    anyOf: ['PermissionsAssignPermissionSets', 'PermissionsManageUsers'],
    without: 'Assigning and removing permission sets will be refused',
    fix: `${give} > Assign Permission Sets`,
  },
];

/** Further permissions that are looked at. */
export const otherPermissions = [
  'PermissionsApiEnabled',
  'PermissionsModifyAllData',
] as const;
