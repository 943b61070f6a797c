import type { PermissionSetSpec } from './permissionSets';
import { crmObjects, rights } from './PermissionSpec';
import { API_INTEGRATION_LICENSE } from '../../rules/permissions/licensePolicies';

/**
 * What an integration user needs for everything that Salesdesk does, and
 * nothing for its own convenience: no Modify All Data, no Author Apex.
 */
export const integrationPermissionSet: PermissionSetSpec = {
  label: 'Salesdesk Integration',
  description: 'Users, access and CRM records, on behalf of people who asked',
  license: API_INTEGRATION_LICENSE,
  permissions: {
    system: [
      'ApiEnabled',
      'AssignPermissionSets',
      'ConvertLeads',
      'CustomizeApplication',
      'EditEvent',
      'EditTask',
      'FreezeUsers',
      'ManageGroups',
      'ManagePackageLicenses',
      'ManageProfilesPermissionsets',
      'ManageRoles',
      'ManageUsers',
      'ResetPasswords',
      'TransferAnyCase',
      'TransferAnyEntity',
      'TransferAnyLead',
      'TwoFactorApi',
      'ViewAllData',
      'ViewAllUsers',
      'ViewSetup',
    ],
    objects: rights('RCEDVM', crmObjects),
    fields: 'all',
  },
};
