import { children, facing, flag, id, parent, text, time } from './columns';
import type { InventoryObject } from './InventoryObject';

const modified = { by: 'modified', path: 'SystemModstamp' } as const;

const permissionSet: InventoryObject = {
  name: 'PermissionSet',
  label: 'Permission set',
  plural: 'Permission sets',
  table: 'salesforce_inventory_permission_sets',
  columns: [
    text('Label'),
    text('Name', { label: 'API name' }),
    text('Type'),
    flag('IsOwnedByProfile', { label: 'Owned by a profile' }),
    flag('IsCustom', { label: 'Custom' }),
    id('ProfileId'),
    id('PermissionSetGroupId', { column: 'group_id', label: 'Group id' }),
    id('LicenseId', { label: 'Licence id' }),
    text('NamespacePrefix', { column: 'namespace', label: 'Namespace' }),
    text('Description'),
  ],
  relations: [
    parent('profile', 'Profile', 'profile_id'),
    parent('group', 'PermissionSetGroup', 'group_id'),
    parent('license', 'PermissionSetLicense', 'license_id', 'Licence'),
    children('assignments', 'PermissionSetAssignment', 'permission_set_id'),
    children(
      'groups',
      'PermissionSetGroupComponent',
      'permission_set_id',
      'Groups that contain it',
    ),
  ],
  detection: modified,
  names: ['label', 'name'],
  permissions: true,
};

const permissionSetGroup: InventoryObject = {
  name: 'PermissionSetGroup',
  label: 'Permission set group',
  plural: 'Permission set groups',
  table: 'salesforce_inventory_permission_set_groups',
  columns: [
    text('MasterLabel', { column: 'label', label: 'Label' }),
    text('DeveloperName', { label: 'API name' }),
    text('Status'),
    text('Description'),
  ],
  relations: [
    facing('own', 'PermissionSet', 'group_id', 'Own permission set'),
    children('assignments', 'PermissionSetAssignment', 'group_id'),
    children('components', 'PermissionSetGroupComponent', 'group_id'),
  ],
  detection: modified,
  names: ['label', 'developer_name'],
};

const component: InventoryObject = {
  name: 'PermissionSetGroupComponent',
  label: 'Part of a permission set group',
  plural: 'Parts of permission set groups',
  table: 'salesforce_inventory_permission_set_group_components',
  columns: [
    id('PermissionSetGroupId', { column: 'group_id', label: 'Group id' }),
    id('PermissionSetId'),
  ],
  relations: [
    parent('group', 'PermissionSetGroup', 'group_id'),
    parent('permissionSet', 'PermissionSet', 'permission_set_id'),
    parent('muting', 'MutingPermissionSet', 'permission_set_id'),
  ],
  detection: modified,
  partition: { path: 'PermissionSetGroupId', column: 'group_id' },
  names: [],
};

const muting: InventoryObject = {
  name: 'MutingPermissionSet',
  label: 'Muting permission set',
  plural: 'Muting permission sets',
  table: 'salesforce_inventory_muting_permission_sets',
  columns: [
    text('MasterLabel', { column: 'label', label: 'Label' }),
    text('DeveloperName', { label: 'API name' }),
  ],
  relations: [],
  detection: modified,
  names: ['label'],
  optional: true,
  permissions: true,
};

const assignment: InventoryObject = {
  name: 'PermissionSetAssignment',
  label: 'Permission set assignment',
  plural: 'Permission set assignments',
  table: 'salesforce_inventory_permission_set_assignments',
  columns: [
    id('AssigneeId', { column: 'user_id', label: 'User id' }),
    id('PermissionSetId'),
    id('PermissionSetGroupId', { column: 'group_id', label: 'Group id' }),
    time('ExpirationDate', { column: 'expires_at', label: 'Expires' }),
    flag('IsActive', { label: 'In force' }),
  ],
  relations: [
    parent('user', 'User', 'user_id'),
    parent('permissionSet', 'PermissionSet', 'permission_set_id'),
    parent('group', 'PermissionSetGroup', 'group_id'),
  ],
  detection: modified,
  partition: { path: 'PermissionSetId', column: 'permission_set_id' },
  names: [],
};

const objectPermissions: InventoryObject = {
  name: 'ObjectPermissions',
  label: 'Object permission',
  plural: 'Object permissions',
  table: 'salesforce_inventory_object_permissions',
  columns: [
    id('ParentId', { column: 'permission_set_id', label: 'Permission set id' }),
    text('SobjectType', { column: 'object', label: 'Object' }),
    flag('PermissionsRead', { column: 'may_read', label: 'Read' }),
    flag('PermissionsCreate', { column: 'may_create', label: 'Create' }),
    flag('PermissionsEdit', { column: 'may_edit', label: 'Edit' }),
    flag('PermissionsDelete', { column: 'may_delete', label: 'Delete' }),
    flag('PermissionsViewAllRecords', {
      column: 'may_view_all',
      label: 'View all',
    }),
    flag('PermissionsModifyAllRecords', {
      column: 'may_modify_all',
      label: 'Modify all',
    }),
  ],
  relations: [parent('permissionSet', 'PermissionSet', 'permission_set_id')],
  detection: modified,
  partition: { path: 'ParentId', column: 'permission_set_id' },
  names: ['object'],
};

const fieldPermissions: InventoryObject = {
  name: 'FieldPermissions',
  label: 'Field permission',
  plural: 'Field permissions',
  table: 'salesforce_inventory_field_permissions',
  columns: [
    id('ParentId', { column: 'permission_set_id', label: 'Permission set id' }),
    text('SobjectType', { column: 'object', label: 'Object' }),
    text('Field'),
    flag('PermissionsRead', { column: 'may_read', label: 'Read' }),
    flag('PermissionsEdit', { column: 'may_edit', label: 'Edit' }),
  ],
  relations: [parent('permissionSet', 'PermissionSet', 'permission_set_id')],
  detection: modified,
  partition: { path: 'ParentId', column: 'permission_set_id' },
  names: ['field'],
};

/** What is given to whom, and what it allows. */
export const accessObjects: InventoryObject[] = [
  permissionSet,
  permissionSetGroup,
  component,
  muting,
  assignment,
  objectPermissions,
  fieldPermissions,
];
