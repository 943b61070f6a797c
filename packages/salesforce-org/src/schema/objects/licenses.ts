import {
  auditFields,
  checkbox,
  createOnly,
  createdFields,
  date,
  datetime,
  deletedField,
  integer,
  modifiedFields,
  readOnly,
  reference,
  required,
  restrictedPicklist,
  systemModstamp,
  text,
} from '../fields';
import type { FieldSpecification, ObjectSpecification } from '../specification';
import { systemPermissionFields } from './systemPermissions';

const nobodyWrites: ObjectSpecification['without'] = [
  'create',
  'update',
  'delete',
  'search',
  'layout',
];

/** The dates that licences carry, without the people behind them. */
function licenseDates(): FieldSpecification[] {
  return [createdFields()[0], modifiedFields()[0], systemModstamp()];
}

const userLicense: ObjectSpecification = {
  name: 'UserLicense',
  keyPrefix: '100',
  setup: true,
  without: nobodyWrites,
  fields: [
    text('LicenseDefinitionKey', 40, {
      ...required,
      ...readOnly,
      label: 'License Def. ID',
    }),
    integer('TotalLicenses', 9, { ...required, ...readOnly }),
    restrictedPicklist('Status', ['Active', 'Disabled'], {
      ...required,
      ...readOnly,
    }),
    integer('UsedLicenses', 9, { ...required, ...readOnly }),
    datetime('UsedLicensesLastUpdated', { ...required, ...readOnly }),
    text('Name', 40, { ...required, ...readOnly, nameField: true }),
    text('MasterLabel', 255, { ...required, ...readOnly }),
    integer('MonthlyLoginsUsed', 9, readOnly),
    integer('MonthlyLoginsEntitlement', 9, readOnly),
    ...licenseDates(),
  ],
};

const permissionSetLicense: ObjectSpecification = {
  name: 'PermissionSetLicense',
  keyPrefix: '0PL',
  setup: true,
  without: nobodyWrites,
  fields: [
    deletedField(),
    text('DeveloperName', 80, { ...required, ...readOnly, nameField: true }),
    restrictedPicklist('Language', ['en_US'], readOnly),
    text('MasterLabel', 80, { ...required, ...readOnly }),
    ...auditFields(),
    text('PermissionSetLicenseKey', 255, { ...required, ...readOnly }),
    integer('TotalLicenses', 9, { ...required, ...readOnly }),
    restrictedPicklist('Status', ['Active', 'Disabled'], {
      ...required,
      ...readOnly,
    }),
    date('ExpirationDate', readOnly),
    ...systemPermissionFields({ prefix: 'MaximumPermissions', readOnly: true }),
    integer('UsedLicenses', 9, { ...required, ...readOnly }),
  ],
};

const permissionSetLicenseAssign: ObjectSpecification = {
  name: 'PermissionSetLicenseAssign',
  label: 'Permission Set License Assignment',
  keyPrefix: '2LA',
  setup: true,
  without: ['update', 'search', 'layout'],
  systemPermissions: {
    read: ['ViewSetup', 'ManageUsers', 'ManageInternalUsers'],
    create: ['ManageUsers', 'ManageInternalUsers'],
    delete: ['ManageUsers', 'ManageInternalUsers'],
  },
  fields: [
    deletedField(),
    ...auditFields(),
    reference('PermissionSetLicenseId', 'PermissionSetLicense', {
      ...required,
      ...createOnly,
      label: 'PermissionSetLicense ID',
      childRelationshipName: 'PermissionSetLicenseAssignments',
    }),
    reference('AssigneeId', 'User', {
      ...required,
      ...createOnly,
      childRelationshipName: 'PermissionSetLicenseAssignments',
    }),
  ],
};

const packageLicense: ObjectSpecification = {
  name: 'PackageLicense',
  keyPrefix: '050',
  setup: true,
  without: nobodyWrites,
  systemPermissions: {
    read: ['ViewSetup', 'ManageUsers', 'ManagePackageLicenses'],
  },
  fields: [
    restrictedPicklist('Status', ['Active', 'Expired', 'Free', 'Trial'], {
      ...required,
      ...readOnly,
    }),
    checkbox('IsProvisioned', readOnly),
    integer('AllowedLicenses', 9, { ...required, ...readOnly }),
    integer('UsedLicenses', 9, { ...required, ...readOnly }),
    datetime('ExpirationDate', readOnly),
    ...licenseDates(),
    text('NamespacePrefix', 15, { ...required, ...readOnly }),
  ],
};

const userPackageLicense: ObjectSpecification = {
  name: 'UserPackageLicense',
  keyPrefix: '051',
  setup: true,
  without: ['update', 'search', 'layout'],
  systemPermissions: {
    read: ['ViewSetup', 'ManageUsers', 'ManagePackageLicenses'],
    create: ['ManagePackageLicenses', 'ManageUsers'],
    delete: ['ManagePackageLicenses', 'ManageUsers'],
  },
  fields: [
    reference('PackageLicenseId', 'PackageLicense', {
      ...required,
      ...createOnly,
    }),
    reference('UserId', 'User', {
      ...required,
      ...createOnly,
      relationshipName: null,
    }),
    ...auditFields(),
  ],
};

export const licenseObjects: readonly ObjectSpecification[] = [
  userLicense,
  permissionSetLicense,
  permissionSetLicenseAssign,
  packageLicense,
  userPackageLicense,
];
