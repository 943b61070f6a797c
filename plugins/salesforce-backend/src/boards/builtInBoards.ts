import type { BoardDefinition } from '@salesdesk/backstage-plugin-salesforce-common';

/** A board that everybody has. */
export interface BuiltInBoard {
  id: string;
  title: string;
  description: string;
  definition: BoardDefinition;
}

const people = [
  'name',
  'username',
  'profile.name',
  'role.name',
  'license.name',
  'lastLoginAt',
];
const isActive = { field: 'isActive', operator: 'isTrue' } as const;
const isHuman = { field: 'kind', operator: 'is', value: 'human' } as const;
const ending = [
  'salesforce_offboard_user',
  'salesforce_deactivate_user',
  'salesforce_freeze_user',
];
const byLicense = {
  title: 'By licence',
  field: 'license.name',
};

/** Permissions with which one can take an org over, or its data away. */
export const riskyPermissions = [
  'ModifyAllData',
  'ViewAllData',
  'ManageUsers',
  'ManageInternalUsers',
  'ManageProfilesPermissionsets',
  'AssignPermissionSets',
  'AuthorApex',
  'CustomizeApplication',
  'ModifyMetadata',
  'ManageSharing',
  'DataExport',
  'ManageAuthProviders',
  'ManageConnectedApps',
  'ViewEncryptedData',
  'PasswordNeverExpires',
];

/** The questions that people ask first. */
export const builtInBoards: BuiltInBoard[] = [
  {
    id: 'gone-from-directory',
    title: 'Gone from the directory',
    description:
      'Active people in Salesforce whom the catalog does not know: they may have left',
    definition: {
      object: 'User',
      columns: [...people, 'email', 'manager.name'],
      filters: [isActive, isHuman, { field: 'personRef', operator: 'isEmpty' }],
      charts: [byLicense],
      actions: ending,
    },
  },
  {
    id: 'no-login-90-days',
    title: 'No login for 90 days',
    description: 'Seats that nobody sits in, by licence and what they cost',
    definition: {
      object: 'User',
      columns: [...people, 'daysSinceLogin', 'cost', 'person.displayName'],
      filters: [
        isActive,
        isHuman,
        { field: 'lastLoginAt', operator: 'olderThanDays', value: '90' },
      ],
      sort: { field: 'lastLoginAt' },
      charts: [
        byLicense,
        { title: 'Cost a month', field: 'license.name', sum: 'cost' },
      ],
      actions: ending,
    },
  },
  {
    id: 'never-logged-in',
    title: 'Never logged in',
    description: 'Active people who have not been in Salesforce once',
    definition: {
      object: 'User',
      columns: [...people, 'createdAt', 'cost', 'person.displayName'],
      filters: [
        isActive,
        isHuman,
        { field: 'lastLoginAt', operator: 'isEmpty' },
      ],
      sort: { field: 'createdAt' },
      charts: [byLicense],
      actions: [...ending, 'salesforce_reset_password'],
    },
  },
  {
    id: 'frozen-with-licence',
    title: 'Frozen, and still holding a licence',
    description: 'They cannot log in, and their seat is paid for',
    definition: {
      object: 'User',
      columns: [...people, 'cost', 'licenseAssignments.count'],
      filters: [{ field: 'state', operator: 'is', value: 'frozen' }],
      charts: [byLicense],
      actions: ['salesforce_deactivate_user', 'salesforce_unfreeze_user'],
    },
  },
  {
    id: 'system-administrators',
    title: 'System Administrators',
    description: 'Active users with the profile that may do everything',
    definition: {
      object: 'User',
      columns: [...people, 'kind', 'manager.name', 'person.displayName'],
      filters: [
        isActive,
        {
          field: 'profile.name',
          operator: 'is',
          value: 'System Administrator',
        },
      ],
      charts: [{ title: 'Human or service', field: 'kind' }],
      actions: ['salesforce_change_profile', 'salesforce_freeze_user'],
    },
  },
  {
    id: 'risky-permissions',
    title: 'Risky permissions',
    description:
      'Who holds Modify All Data, Manage Users, Author Apex and their like, and through what',
    definition: {
      object: 'PermissionSetAssignment',
      columns: [
        'user.name',
        'user.username',
        'permissionSet.label',
        'permissionSet.profile.name',
        'group.label',
        'permissionSet.permissions',
        'expiresAt',
        'user.lastLoginAt',
      ],
      filters: [
        { field: 'user.isActive', operator: 'isTrue' },
        {
          field: 'permissionSet.permissions',
          operator: 'grantsAnyOf',
          values: riskyPermissions,
        },
      ],
      sort: { field: 'user.name' },
      charts: [
        { title: 'By permission set', field: 'permissionSet.label' },
        { title: 'By profile', field: 'user.profile.name' },
      ],
      actions: ['salesforce_remove_permission_set', 'salesforce_freeze_user'],
    },
  },
  {
    id: 'unused-permission-sets',
    title: 'Permission sets that nobody uses',
    description: 'Assigned to nobody and part of no group',
    definition: {
      object: 'PermissionSet',
      columns: ['label', 'name', 'license.label', 'description'],
      filters: [
        { field: 'type', operator: 'is', value: 'Regular' },
        { field: 'isOwnedByProfile', operator: 'isFalse' },
        { field: 'namespace', operator: 'isEmpty' },
        { field: 'assignments.count', operator: 'is', value: '0' },
        { field: 'groups.count', operator: 'is', value: '0' },
      ],
      actions: ['salesforce_delete_permission_set'],
    },
  },
  {
    id: 'expiring-assignments',
    title: 'Access that ends soon',
    description: 'Assignments of permission sets that end within 30 days',
    definition: {
      object: 'PermissionSetAssignment',
      columns: [
        'user.name',
        'user.username',
        'permissionSet.label',
        'group.label',
        'expiresAt',
        'user.manager.name',
      ],
      filters: [
        { field: 'expiresAt', operator: 'withinNextDays', value: '30' },
      ],
      sort: { field: 'expiresAt' },
      charts: [{ title: 'By permission set', field: 'permissionSet.label' }],
      actions: [
        'salesforce_assign_permission_set',
        'salesforce_remove_permission_set',
      ],
    },
  },
  {
    id: 'oauth-tokens-by-app',
    title: 'OAuth tokens by app',
    description: 'Which apps may act for whom, and when they last did',
    definition: {
      object: 'OauthToken',
      columns: [
        'app',
        'user.name',
        'user.username',
        'user.state',
        'createdAt',
        'lastUsedAt',
        'useCount',
      ],
      filters: [],
      sort: { field: 'app' },
      charts: [{ title: 'By app', field: 'app' }],
      actions: ['salesforce_revoke_oauth_token'],
    },
  },
  {
    id: 'service-users',
    title: 'Service users',
    description: 'Users behind which a program stands',
    definition: {
      object: 'User',
      columns: [...people, 'state', 'tokens.count', 'assignments.count'],
      filters: [{ field: 'kind', operator: 'is', value: 'service' }],
      charts: [{ title: 'By profile', field: 'profile.name' }],
      actions: ['salesforce_freeze_user', 'salesforce_revoke_oauth_token'],
    },
  },
  {
    id: 'changes-outside-salesdesk',
    title: 'Changes made outside Salesdesk',
    description:
      'The Setup Audit Trail without what the audit log knows of: made by others, or by the integration user while no request ran',
    definition: {
      object: 'SetupAuditTrail',
      columns: [
        'at',
        'display',
        'section',
        'action',
        'user.name',
        'delegateUser',
      ],
      filters: [{ field: 'outside', operator: 'isTrue' }],
      sort: { field: 'at', descending: true },
      charts: [
        { title: 'By section', field: 'section' },
        { title: 'By user', field: 'user.name' },
      ],
    },
  },
];
