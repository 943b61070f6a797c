import {
  auditFields,
  checkbox,
  createOnly,
  defaulted,
  modifiedFields,
  readOnly,
  reference,
  required,
  restrictedPicklist,
  systemModstamp,
  text,
  viewedFields,
} from '../fields';
import type { ObjectSpecification } from '../specification';
import { systemPermissionFields } from './systemPermissions';

/** Kinds of users, of a user and of a profile. */
export const userTypes = [
  'Standard',
  'PowerPartner',
  'PowerCustomerSuccess',
  'CustomerSuccess',
  'Guest',
  'CspLitePortal',
  'CsnOnly',
  'SelfService',
  'AutomatedProcess',
  'CloudIntegrationUser',
];

const profile: ObjectSpecification = {
  name: 'Profile',
  keyPrefix: '00e',
  setup: true,
  without: ['create', 'delete'],
  systemPermissions: { edit: ['ManageProfilesPermissionsets'] },
  fields: [
    text('Name', 255, { ...required, nameField: true, label: 'Name' }),
    ...systemPermissionFields(),
    reference('UserLicenseId', 'UserLicense', { ...required, ...createOnly }),
    restrictedPicklist('UserType', userTypes, readOnly),
    ...auditFields(),
    text('Description', 255),
    ...viewedFields(),
  ],
};

const accessLevels = ['None', 'Read', 'Edit', 'ControlledByLeadOrContact'];

const userRole: ObjectSpecification = {
  name: 'UserRole',
  label: 'Role',
  keyPrefix: '00E',
  setup: true,
  systemPermissions: {
    create: ['ManageRoles'],
    edit: ['ManageRoles'],
    delete: ['ManageRoles'],
  },
  fields: [
    text('Name', 80, { ...required, nameField: true, label: 'Name' }),
    reference('ParentRoleId', 'UserRole', { label: 'Parent Role ID' }),
    text('RollupDescription', 80, { label: 'Description' }),
    restrictedPicklist('OpportunityAccessForAccountOwner', accessLevels, {
      ...defaulted,
      defaultValue: 'Edit',
    }),
    restrictedPicklist('CaseAccessForAccountOwner', accessLevels, {
      ...defaulted,
      defaultValue: 'Edit',
    }),
    restrictedPicklist('ContactAccessForAccountOwner', accessLevels, {
      ...defaulted,
      defaultValue: 'Edit',
    }),
    reference('ForecastUserId', 'User', { relationshipName: null }),
    checkbox('MayForecastManagerShare', readOnly),
    ...modifiedFields(),
    systemModstamp(),
    text('DeveloperName', 80, { defaultedOnCreate: true }),
    reference('PortalAccountId', 'Account', {
      ...readOnly,
      relationshipName: null,
    }),
    restrictedPicklist(
      'PortalType',
      [{ value: 'None', default: true }, 'CustomerPortal', 'Partner'],
      readOnly,
    ),
    restrictedPicklist(
      'PortalRole',
      ['Executive', 'Manager', 'Worker', 'PersonAccount'],
      readOnly,
    ),
    reference('PortalAccountOwnerId', 'User', {
      ...readOnly,
      relationshipName: null,
    }),
  ],
};

export const profileObjects: readonly ObjectSpecification[] = [
  profile,
  userRole,
];
