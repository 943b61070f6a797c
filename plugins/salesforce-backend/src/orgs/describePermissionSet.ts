import type { PermissionSetDescription } from '@salesdesk/backstage-plugin-salesforce-common';
import { neededBy } from './integrationPermissions';

const label = 'Salesdesk Integration';
const name = 'Salesdesk_Integration';

/** Permissions that Salesforce asks for before it grants another. */
const requirements: Record<string, Array<{ name: string; label: string }>> = {
  ManageRoles: [{ name: 'ViewRoles', label: 'View Roles and Role Hierarchy' }],
  ManageUsers: [
    { name: 'ManageInternalUsers', label: 'Manage Internal Users' },
    { name: 'AssignPermissionSets', label: 'Assign Permission Sets' },
    {
      name: 'ResetPasswords',
      label: 'Reset User Passwords and Unlock Users',
    },
    { name: 'ViewRoles', label: 'View Roles and Role Hierarchy' },
    { name: 'ManageRoles', label: 'Manage Roles' },
    {
      name: 'ManageProfilesPermissionsets',
      label: 'Manage Profiles and Permission Sets',
    },
    { name: 'ManageSharing', label: 'Manage Sharing' },
    { name: 'ManageIpAddresses', label: 'Manage IP Addresses' },
    { name: 'ManagePasswordPolicies', label: 'Manage Password Policies' },
    {
      name: 'ManageLoginAccessPolicies',
      label: 'Manage Login Access Policies',
    },
  ],
};

const header = '<?xml version="1.0" encoding="UTF-8"?>';
const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const packageXml = `${header}
<Package ${namespace}>
    <types>
        <members>${name}</members>
        <name>PermissionSet</name>
    </types>
    <version>63.0</version>
</Package>
`;

/**
 * A permission set with what these actions need and nothing beyond it, to be
 * given to the integration user instead of the profile System Administrator.
 * Pure.
 */
export function describePermissionSet(
  actionIds: Iterable<string>,
): PermissionSetDescription {
  const permissions = new Map<string, { label: string; needed: string[] }>();
  const add = (permission: { name: string; label: string }, use: string) => {
    const known = permissions.get(permission.name);
    if (known) known.needed.push(use);
    else
      permissions.set(permission.name, {
        label: permission.label,
        needed: [use],
      });
  };
  add({ name: 'ApiEnabled', label: 'API Enabled' }, 'Every call');
  for (const { grant, title } of neededBy(actionIds)) {
    add(grant, title);
    for (const required of requirements[grant.name] ?? []) {
      add(required, `Salesforce asks for it with ${grant.label}`);
    }
  }
  return {
    label,
    permissions: [...permissions].map(([id, rest]) => ({ name: id, ...rest })),
    files: [
      { path: 'package.xml', content: packageXml },
      {
        path: `permissionsets/${name}.permissionset`,
        content: permissionSetXml([...permissions.keys()].sort()),
      },
    ],
  };
}

function permissionSetXml(names: string[]): string {
  return `${header}
<PermissionSet ${namespace}>
    <description>What Salesdesk needs for the actions that are switched on.</description>
    <hasActivationRequired>false</hasActivationRequired>
    <label>${label}</label>
${names
  .map(
    permission => `    <userPermissions>
        <enabled>true</enabled>
        <name>${permission}</name>
    </userPermissions>`,
  )
  .join('\n')}
</PermissionSet>
`;
}
