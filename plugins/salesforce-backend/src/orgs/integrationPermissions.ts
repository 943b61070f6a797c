/** A permission that some actions need of the integration user. */
export interface NeededPermission {
  /** Id of the check. */
  id: string;
  title: string;
  /** Any one of these fields of PermissionSet grants it. */
  anyOf: string[];
  /** The narrowest of them, as metadata and Setup name it. */
  grant: { name: string; label: string };
  /** Which actions need it; all of them when left out. */
  actions?: string[];
  /** What does not work without it. */
  without: string;
  fix: string;
}

const give =
  'Setup > Users > Permission Sets: give the integration user a set with System Permissions';

function needed(
  part: Omit<NeededPermission, 'anyOf' | 'fix'> & {
    /** Whether Manage Users, which allows much more, does as well. */
    orManageUsers?: boolean;
  },
): NeededPermission {
  const { orManageUsers = true, ...rest } = part;
  const { name, label } = part.grant;
  return {
    ...rest,
    anyOf: [
      `Permissions${name}`,
      ...(orManageUsers && name !== 'ManageUsers'
        ? ['PermissionsManageUsers']
        : []),
    ],
    fix: `${give} > ${label}`,
  };
}

const ids = (...names: string[]) => names.map(name => `salesforce_${name}`);

/** What the actions need, from the least to the most. */
export const neededPermissions: NeededPermission[] = [
  needed({
    id: 'permission_view',
    title: 'See users, licences and setup',
    grant: { name: 'ViewSetup', label: 'View Setup and Configuration' },
    without:
      'Pickers, seat counts and look-ups of permission sets will be incomplete',
  }),
  needed({
    id: 'permission_manage_users',
    title: 'Create, change, deactivate and reactivate users',
    grant: { name: 'ManageInternalUsers', label: 'Manage Internal Users' },
    actions: ids(
      'create_user',
      'update_user',
      'deactivate_user',
      'reactivate_user',
      'change_profile',
      'assign_role',
      'remove_role',
      'assign_license',
      'remove_license',
      'offboard_user',
    ),
    without:
      'Creating, updating, deactivating and reactivating users and changing profiles will be refused',
  }),
  needed({
    id: 'permission_freeze',
    title: 'Freeze and unfreeze users',
    grant: { name: 'FreezeUsers', label: 'Freeze Users' },
    actions: ids('freeze_user', 'unfreeze_user', 'offboard_user'),
    without: 'Freezing and unfreezing will be refused',
  }),
  needed({
    id: 'permission_reset_password',
    title: 'Reset passwords',
    grant: {
      name: 'ResetPasswords',
      label: 'Reset User Passwords and Unlock Users',
    },
    actions: ids('reset_password'),
    without: 'Password resets will be refused',
  }),
  needed({
    id: 'permission_assign',
    title: 'Assign permission sets',
    grant: { name: 'AssignPermissionSets', label: 'Assign Permission Sets' },
    actions: ids(
      'assign_permission_set',
      'remove_permission_set',
      'assign_permission_set_group',
      'remove_permission_set_group',
    ),
    without: 'Assigning and removing permission sets will be refused',
  }),
  needed({
    id: 'permission_roles',
    title: 'Create and delete roles',
    grant: { name: 'ManageRoles', label: 'Manage Roles' },
    actions: ids('create_role', 'delete_role'),
    without: 'Creating and deleting roles will be refused',
    orManageUsers: false,
  }),
  needed({
    id: 'permission_sets',
    title: 'Create and delete permission sets and their groups',
    grant: {
      name: 'ManageProfilesPermissionsets',
      label: 'Manage Profiles and Permission Sets',
    },
    actions: ids(
      'create_permission_set',
      'delete_permission_set',
      'create_permission_set_group',
      'delete_permission_set_group',
    ),
    without: 'Creating and deleting permission sets will be refused',
    orManageUsers: false,
  }),
  needed({
    id: 'permission_sessions',
    title: 'End sessions and revoke tokens; change groups and queues',
    grant: { name: 'ManageUsers', label: 'Manage Users' },
    actions: ids(
      'revoke_sessions',
      'revoke_oauth_token',
      'add_group_member',
      'remove_group_member',
      'create_group',
      'delete_group',
      'create_queue',
      'offboard_user',
    ),
    without:
      'Ending sessions, revoking tokens, and changes of groups and queues will be refused',
  }),
];

/** What these actions need, and what everything needs. */
export function neededBy(actionIds: Iterable<string>): NeededPermission[] {
  const installed = new Set(actionIds);
  return neededPermissions.filter(
    ({ actions }) => !actions || actions.some(id => installed.has(id)),
  );
}

/** Further permissions that are looked at. */
export const otherPermissions = [
  'PermissionsApiEnabled',
  'PermissionsModifyAllData',
] as const;
