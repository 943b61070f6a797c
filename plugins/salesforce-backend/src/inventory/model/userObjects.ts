import {
  children,
  count,
  facing,
  flag,
  id,
  parent,
  text,
  time,
} from './columns';
import type { InventoryObject } from './InventoryObject';

const modified = { by: 'modified', path: 'SystemModstamp' } as const;

const user: InventoryObject = {
  name: 'User',
  label: 'Salesforce user',
  plural: 'Salesforce users',
  table: 'salesforce_inventory_users',
  columns: [
    text('Name'),
    text('Username'),
    text('Email', { label: 'E-mail' }),
    text('FederationIdentifier', { label: 'Federation id' }),
    text('EmployeeNumber'),
    flag('IsActive', { label: 'Active' }),
    text('UserType', { label: 'User type' }),
    id('ProfileId'),
    id('UserRoleId', { column: 'role_id', label: 'Role id' }),
    id('ManagerId'),
    text('Title'),
    text('Department'),
    text('Division'),
    time('CreatedDate', { column: 'created_at', label: 'Created' }),
    time('LastLoginDate', {
      column: 'last_login_at',
      label: 'Last login',
      volatile: true,
    }),
    count('NumberOfFailedLogins', {
      column: 'failed_logins',
      label: 'Failed logins',
      volatile: true,
    }),
  ],
  relations: [
    parent('profile', 'Profile', 'profile_id'),
    parent('role', 'UserRole', 'role_id'),
    parent('manager', 'User', 'manager_id'),
    parent('license', 'UserLicense', 'license_id', 'Licence'),
    facing('login', 'UserLogin', 'user_id', 'Login state'),
    children('assignments', 'PermissionSetAssignment', 'user_id'),
    children(
      'licenseAssignments',
      'PermissionSetLicenseAssign',
      'user_id',
      'Permission set licences',
    ),
    children('memberships', 'GroupMember', 'member_id', 'Group memberships'),
    children('tokens', 'OauthToken', 'user_id', 'OAuth tokens'),
    children('sessions', 'AuthSession', 'user_id'),
    children('logins', 'LoginHistory', 'user_id', 'Logins'),
  ],
  // Whether a login moves SystemModstamp is not documented.
  detection: { ...modified, or: 'LastLoginDate' },
  names: ['name', 'username', 'email', 'federation_identifier'],
};

const userLogin: InventoryObject = {
  name: 'UserLogin',
  label: 'Login state',
  plural: 'Login states',
  table: 'salesforce_inventory_user_logins',
  columns: [
    id('UserId'),
    flag('IsFrozen', { label: 'Frozen' }),
    flag('IsPasswordLocked', { label: 'Password locked' }),
  ],
  relations: [parent('user', 'User', 'user_id')],
  detection: { by: 'modified', path: 'LastModifiedDate' },
  names: [],
};

const profile: InventoryObject = {
  name: 'Profile',
  label: 'Profile',
  plural: 'Profiles',
  table: 'salesforce_inventory_profiles',
  columns: [
    text('Name'),
    id('UserLicenseId', { column: 'license_id', label: 'Licence id' }),
    text('UserType', { label: 'User type' }),
    text('Description'),
  ],
  relations: [
    parent('license', 'UserLicense', 'license_id', 'Licence'),
    facing('permissions', 'PermissionSet', 'profile_id', 'Own permissions'),
    children('users', 'User', 'profile_id', 'Users'),
  ],
  detection: modified,
  names: ['name'],
};

const userRole: InventoryObject = {
  name: 'UserRole',
  label: 'Role',
  plural: 'Roles',
  table: 'salesforce_inventory_roles',
  columns: [
    text('Name'),
    text('DeveloperName', { label: 'API name' }),
    id('ParentRoleId', { column: 'parent_id', label: 'Parent role id' }),
  ],
  relations: [
    parent('parent', 'UserRole', 'parent_id', 'Parent role'),
    children('users', 'User', 'role_id', 'Users'),
    children('subordinates', 'UserRole', 'parent_id', 'Roles below'),
  ],
  detection: modified,
  names: ['name', 'developer_name'],
};

const loginHistory: InventoryObject = {
  name: 'LoginHistory',
  label: 'Login',
  plural: 'Logins',
  table: 'salesforce_inventory_login_history',
  columns: [
    id('UserId'),
    time('LoginTime', { column: 'at', label: 'At' }),
    text('LoginType'),
    text('Status'),
    text('Application'),
    text('SourceIp', { label: 'From address' }),
    text('Browser'),
    text('ApiType'),
  ],
  relations: [parent('user', 'User', 'user_id')],
  detection: { by: 'appended', path: 'LoginTime', days: 30 },
  names: [],
  optional: true,
};

/** Who there is, and what they are. */
export const userObjects: InventoryObject[] = [
  user,
  userLogin,
  profile,
  userRole,
  loginHistory,
];
