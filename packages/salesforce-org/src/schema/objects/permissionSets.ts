import {
  auditFields,
  checkbox,
  createOnly,
  datetime,
  defaulted,
  deletedField,
  readOnly,
  reference,
  required,
  restrictedPicklist,
  systemModstamp,
  text,
} from '../fields';
import type { ObjectSpecification } from '../specification';
import { systemPermissionFields } from './systemPermissions';

const readers = ['ViewSetup', 'AssignPermissionSets', 'ManageUsers'];
const managers = ['ManageProfilesPermissionsets'];
/** Who may see and who may change what permissions are made of. */
export const managed = {
  read: [...readers, ...managers],
  create: managers,
  edit: managers,
  delete: managers,
};

const permissionSet: ObjectSpecification = {
  name: 'PermissionSet',
  keyPrefix: '0PS',
  setup: true,
  without: ['undelete', 'layout'],
  systemPermissions: managed,
  fields: [
    text('Name', 80, {
      ...required,
      nameField: true,
      label: 'Permission Set Name',
    }),
    text('Label', 80, { ...required, label: 'Permission Set Label' }),
    reference('LicenseId', ['PermissionSetLicense', 'UserLicense'], createOnly),
    reference('ProfileId', 'Profile', readOnly),
    checkbox('IsOwnedByProfile', readOnly),
    checkbox('IsCustom', { ...readOnly, defaultValue: true }),
    ...systemPermissionFields(),
    text('Description', 255),
    ...auditFields(),
    text('NamespacePrefix', 15, readOnly),
    checkbox('HasActivationRequired', {
      label: 'Session Activation Required',
    }),
    reference('PermissionSetGroupId', 'PermissionSetGroup', readOnly),
    restrictedPicklist(
      'Type',
      [
        { value: 'Regular', default: true },
        'Standard',
        'Session',
        'Group',
        'Profile',
      ],
      { ...readOnly, label: 'Permission Set Type' },
    ),
  ],
};

/** No created date and no name: that is all there is. */
const permissionSetAssignment: ObjectSpecification = {
  name: 'PermissionSetAssignment',
  keyPrefix: '0Pa',
  setup: true,
  without: ['undelete', 'search', 'layout'],
  systemPermissions: {
    read: readers,
    create: ['AssignPermissionSets', 'ManageUsers'],
    edit: ['AssignPermissionSets', 'ManageUsers'],
    delete: ['AssignPermissionSets', 'ManageUsers'],
  },
  fields: [
    reference('PermissionSetId', 'PermissionSet', {
      ...createOnly,
      label: 'PermissionSet ID',
      childRelationshipName: 'Assignments',
      onParentDelete: 'restrict',
    }),
    reference('PermissionSetGroupId', 'PermissionSetGroup', {
      ...createOnly,
      label: 'Permission Set Group ID',
      childRelationshipName: 'Assignments',
      onParentDelete: 'restrict',
    }),
    reference('AssigneeId', 'User', {
      ...required,
      ...createOnly,
      childRelationshipName: 'PermissionSetAssignments',
    }),
    systemModstamp(),
    datetime('ExpirationDate', { minimumApiVersion: 52 }),
    checkbox('IsActive', {
      ...readOnly,
      defaultValue: true,
      minimumApiVersion: 52,
    }),
    checkbox('IsRevoked', { ...createOnly, minimumApiVersion: 57 }),
    reference('LastCreatedByChangeId', 'UserAccessPolicy', {
      ...readOnly,
      relationshipName: null,
      minimumApiVersion: 57,
    }),
  ],
};

const permissionSetGroup: ObjectSpecification = {
  name: 'PermissionSetGroup',
  keyPrefix: '0PG',
  setup: true,
  without: ['undelete', 'layout'],
  systemPermissions: managed,
  fields: [
    deletedField(),
    text('DeveloperName', 80, {
      ...required,
      nameField: true,
      label: 'API Name',
    }),
    restrictedPicklist('Language', [{ value: 'en_US', default: true }], {
      ...defaulted,
      label: 'Master Language',
    }),
    text('MasterLabel', 80, { ...required, label: 'Label' }),
    text('NamespacePrefix', 15, readOnly),
    ...auditFields(),
    text('Description', 255),
    restrictedPicklist(
      'Status',
      [{ value: 'Updated', default: true }, 'Outdated', 'Updating', 'Failed'],
      defaulted,
    ),
    checkbox('HasActivationRequired', {
      label: 'Session Activation Required',
    }),
  ],
};

const permissionSetGroupComponent: ObjectSpecification = {
  name: 'PermissionSetGroupComponent',
  keyPrefix: '0PM',
  setup: true,
  without: ['update', 'undelete', 'search', 'layout'],
  systemPermissions: managed,
  fields: [
    deletedField(),
    ...auditFields(),
    reference('PermissionSetGroupId', 'PermissionSetGroup', {
      ...required,
      ...createOnly,
      childRelationshipName: 'PermissionSetGroupComponents',
      onParentDelete: 'cascade',
    }),
    reference('PermissionSetId', 'PermissionSet', {
      acceptsIdsOf: ['MutingPermissionSet'],
      ...required,
      ...createOnly,
      childRelationshipName: 'PermissionSetGroupComponents',
      onParentDelete: 'cascade',
    }),
  ],
};

const mutingPermissionSet: ObjectSpecification = {
  name: 'MutingPermissionSet',
  keyPrefix: '0QM',
  setup: true,
  without: ['undelete', 'search', 'layout'],
  systemPermissions: managed,
  fields: [
    deletedField(),
    text('DeveloperName', 80, { ...required, nameField: true }),
    restrictedPicklist('Language', [{ value: 'en_US', default: true }], {
      ...defaulted,
      label: 'Master Language',
    }),
    text('MasterLabel', 80, { ...required, label: 'Label' }),
    text('NamespacePrefix', 15, readOnly),
    ...auditFields(),
    text('Description', 255),
    ...systemPermissionFields(),
  ],
};

export const permissionSetObjects: readonly ObjectSpecification[] = [
  permissionSet,
  permissionSetAssignment,
  permissionSetGroup,
  permissionSetGroupComponent,
  mutingPermissionSet,
];
