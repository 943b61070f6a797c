import { connectedAppsFor } from '../connectedApps';
import { loadFoundation } from '../foundation/foundation';
import { integrationPermissionSet } from '../foundation/integrationPermissions';
import { loadPermissionSetLicenses } from '../foundation/licenses';
import { loadPermissionSets } from '../foundation/permissionSets';
import { API_INTEGRATION_LICENSE } from '../../rules/permissions/licensePolicies';
import { idOfName, loadContext } from '../LoadContext';
import { dataSwitches, orgFeature, type OrgData } from '../OrgData';
import {
  assignPermissionSet,
  assignPermissionSetLicense,
} from '../people/access';
import { loadBuiltInUsers } from '../people/builtInUsers';
import { loadUsers } from '../people/loadUsers';
import type { UserSpec } from '../people/UserSpec';

/** The people of the smallest org. */
export const minimalUsers = {
  administrator: 'admin@minimal.test',
  integration: 'integration@minimal.test',
} as const;

/** Names of the roles of the smallest org, the first above the second. */
export const minimalRoles = ['CEO', 'Sales Manager', 'Sales Rep'] as const;

/**
 * The smallest org in which everything works: one administrator, one
 * integration user, the standard profiles and a few roles, no records.
 */
export function minimalData(): OrgData {
  const { administrator, integration } = minimalUsers;
  return {
    name: 'minimal',
    switches: dataSwitches,
    integrationUsername: integration,
    administratorUsername: administrator,
    connectedApps: connectedAppsFor({ integrationUsername: integration }),
    feature: orgFeature({
      load(org) {
        const context = loadContext({ org, seed: 1 });
        const foundation = loadFoundation(context, {
          company: { name: 'Minimal' },
          licenses: { salesforce: 50, platform: 10, integration: 5 },
          roles: minimalRoles.map((name, index) => ({
            name,
            parent: index > 0 ? minimalRoles[index - 1] : null,
          })),
        });
        loadBuiltInUsers(context);
        const userIds = loadUsers(context, {
          specs: users(context.time.datetime(-300)),
          profiles: foundation.profiles,
          roleIds: foundation.roleIds,
          company: 'Minimal',
        });
        const licenseIds = loadPermissionSetLicenses(context, [
          {
            developerName: API_INTEGRATION_LICENSE,
            label: 'Salesforce API Integration',
            total: 5,
          },
        ]);
        const setIds = loadPermissionSets(context, {
          specs: [integrationPermissionSet],
          permissionSetLicenseIds: licenseIds,
        });
        const integrationIds = [idOfName(userIds, integration)];
        assignPermissionSetLicense(context, {
          licenseId: idOfName(licenseIds, API_INTEGRATION_LICENSE),
          userIds: integrationIds,
        });
        assignPermissionSet(context, {
          permissionSetId: idOfName(setIds, integrationPermissionSet.label),
          userIds: integrationIds,
        });
      },
    }),
  };
}

function users(created: string): UserSpec[] {
  const common = {
    firstName: null,
    isActive: true,
    lastLogin: null,
    created,
    timeZone: 'America/New_York',
    locale: 'en_US',
    language: 'en_US',
    country: 'United States',
  };
  return [
    {
      ...common,
      lastName: 'Administrator',
      email: minimalUsers.administrator,
      profile: 'System Administrator',
      role: 'CEO',
    },
    {
      ...common,
      lastName: 'Integration',
      email: minimalUsers.integration,
      profile: 'Minimum Access - API Only Integrations',
    },
  ];
}
