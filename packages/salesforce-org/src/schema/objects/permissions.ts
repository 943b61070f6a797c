import {
  auditFields,
  checkbox,
  createOnly,
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
import { managed } from './permissionSets';

const objectPermissions: ObjectSpecification = {
  name: 'ObjectPermissions',
  label: 'Object Permissions',
  labelPlural: 'Object Permissions',
  keyPrefix: '110',
  setup: true,
  without: ['undelete', 'search', 'layout'],
  systemPermissions: managed,
  fields: [
    reference('ParentId', ['PermissionSet'], {
      ...required,
      ...createOnly,
      childRelationshipName: 'ObjectPerms',
      onParentDelete: 'cascade',
    }),
    picklistOfObjects('SobjectType'),
    checkbox('PermissionsCreate'),
    checkbox('PermissionsRead'),
    checkbox('PermissionsEdit'),
    checkbox('PermissionsDelete'),
    checkbox('PermissionsViewAllRecords'),
    checkbox('PermissionsModifyAllRecords'),
    checkbox('PermissionsViewAllFields', { minimumApiVersion: 63 }),
    ...auditFields(),
  ],
};

const fieldPermissions: ObjectSpecification = {
  name: 'FieldPermissions',
  label: 'Field Permissions',
  labelPlural: 'Field Permissions',
  keyPrefix: '01k',
  setup: true,
  without: ['undelete', 'search', 'layout'],
  systemPermissions: managed,
  fields: [
    reference('ParentId', ['PermissionSet'], {
      ...required,
      ...createOnly,
      childRelationshipName: 'FieldPerms',
      onParentDelete: 'cascade',
    }),
    picklistOfObjects('SobjectType'),
    {
      name: 'Field',
      type: 'picklist',
      length: 255,
      required: true,
      updateable: false,
      label: 'Field Name',
    },
    checkbox('PermissionsEdit', { label: 'Edit Field' }),
    checkbox('PermissionsRead', { label: 'Read Field' }),
    systemModstamp(),
  ],
};

const setupEntityAccess: ObjectSpecification = {
  name: 'SetupEntityAccess',
  label: 'Setup Entity Access',
  labelPlural: 'Setup Entity Access',
  keyPrefix: '0J0',
  setup: true,
  without: ['update', 'undelete', 'search', 'layout'],
  systemPermissions: managed,
  fields: [
    reference('ParentId', ['PermissionSet'], {
      ...required,
      ...createOnly,
      childRelationshipName: 'SetupEntityAccessItems',
      onParentDelete: 'cascade',
    }),
    reference(
      'SetupEntityId',
      ['ConnectedApplication', 'CustomPermission', 'AppMenuItem', 'ApexClass'],
      { ...required, ...createOnly, relationshipName: null },
    ),
    restrictedPicklist(
      'SetupEntityType',
      [
        'ApexClass',
        'ApexPage',
        'ConnectedApplication',
        'CustomEntityDefinition',
        'CustomPermission',
        'ExternalDataSource',
        'NamedCredential',
        'ServiceProvider',
        'TabSet',
      ],
      { ...readOnly, defaultedOnCreate: true },
    ),
    systemModstamp(),
  ],
};

const customPermission: ObjectSpecification = {
  name: 'CustomPermission',
  keyPrefix: '0CP',
  setup: true,
  without: ['undelete', 'search', 'layout'],
  systemPermissions: {
    create: ['ManageCustomPermissions'],
    edit: ['ManageCustomPermissions'],
    delete: ['ManageCustomPermissions'],
  },
  fields: [
    deletedField(),
    text('DeveloperName', 80, { ...required, nameField: true }),
    restrictedPicklist('Language', [{ value: 'en_US', default: true }], {
      ...defaulted,
      label: 'Master Language',
    }),
    text('MasterLabel', 80, { ...required, label: 'Label' }),
    text('NamespacePrefix', 15, readOnly),
    checkbox('IsProtected'),
    ...auditFields(),
    text('Description', 255),
  ],
};

function picklistOfObjects(name: string) {
  return {
    name,
    type: 'picklist' as const,
    length: 40,
    required: true,
    updateable: false,
    label: 'Object Type Name',
  };
}

export const permissionObjects: readonly ObjectSpecification[] = [
  objectPermissions,
  fieldPermissions,
  setupEntityAccess,
  customPermission,
];
