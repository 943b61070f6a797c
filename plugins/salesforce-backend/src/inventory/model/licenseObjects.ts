import { children, count, id, parent, text, time } from './columns';
import type { InventoryObject } from './InventoryObject';

const modified = { by: 'modified', path: 'SystemModstamp' } as const;
const total = count('TotalLicenses', { column: 'total', label: 'Seats' });
const used = count('UsedLicenses', { column: 'used', label: 'Used' });

const userLicense: InventoryObject = {
  name: 'UserLicense',
  label: 'User licence',
  plural: 'User licences',
  table: 'salesforce_inventory_user_licenses',
  columns: [
    text('Name'),
    text('LicenseDefinitionKey', { column: 'definition_key', label: 'Key' }),
    total,
    used,
    text('Status'),
  ],
  relations: [
    children('profiles', 'Profile', 'license_id'),
    children('users', 'User', 'license_id', 'Users'),
  ],
  detection: modified,
  names: ['name'],
};

const permissionSetLicense: InventoryObject = {
  name: 'PermissionSetLicense',
  label: 'Permission set licence',
  plural: 'Permission set licences',
  table: 'salesforce_inventory_permission_set_licenses',
  columns: [
    text('MasterLabel', { column: 'label', label: 'Label' }),
    text('DeveloperName', { label: 'API name' }),
    total,
    used,
    text('Status'),
    time('ExpirationDate', { column: 'expires_at', label: 'Expires' }),
  ],
  relations: [
    children('assignments', 'PermissionSetLicenseAssign', 'license_id'),
    children('permissionSets', 'PermissionSet', 'license_id'),
  ],
  detection: modified,
  names: ['label', 'developer_name'],
  optional: true,
};

const permissionSetLicenseAssign: InventoryObject = {
  name: 'PermissionSetLicenseAssign',
  label: 'Permission set licence assignment',
  plural: 'Permission set licence assignments',
  table: 'salesforce_inventory_permission_set_license_assignments',
  columns: [
    id('AssigneeId', { column: 'user_id', label: 'User id' }),
    id('PermissionSetLicenseId', {
      column: 'license_id',
      label: 'Licence id',
    }),
  ],
  relations: [
    parent('user', 'User', 'user_id'),
    parent('license', 'PermissionSetLicense', 'license_id', 'Licence'),
  ],
  detection: modified,
  partition: { path: 'PermissionSetLicenseId', column: 'license_id' },
  names: [],
  optional: true,
};

const packageLicense: InventoryObject = {
  name: 'PackageLicense',
  label: 'Package licence',
  plural: 'Package licences',
  table: 'salesforce_inventory_package_licenses',
  columns: [
    text('NamespacePrefix', { column: 'namespace', label: 'Namespace' }),
    text('Status'),
    count('AllowedLicenses', { column: 'total', label: 'Seats' }),
    used,
    time('ExpirationDate', { column: 'expires_at', label: 'Expires' }),
  ],
  relations: [children('assignments', 'UserPackageLicense', 'license_id')],
  detection: modified,
  names: ['namespace'],
  optional: true,
};

const userPackageLicense: InventoryObject = {
  name: 'UserPackageLicense',
  label: 'Package licence assignment',
  plural: 'Package licence assignments',
  table: 'salesforce_inventory_user_package_licenses',
  columns: [
    id('UserId'),
    id('PackageLicenseId', { column: 'license_id', label: 'Licence id' }),
  ],
  relations: [
    parent('user', 'User', 'user_id'),
    parent('license', 'PackageLicense', 'license_id', 'Licence'),
  ],
  detection: modified,
  partition: { path: 'PackageLicenseId', column: 'license_id' },
  names: [],
  optional: true,
};

/** What is paid for, and who uses it. */
export const licenseObjects: InventoryObject[] = [
  userLicense,
  permissionSetLicense,
  permissionSetLicenseAssign,
  packageLicense,
  userPackageLicense,
];
