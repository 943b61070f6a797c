import type { InventoryField } from '@salesdesk/backstage-plugin-salesforce-common';

const withUser = [
  'PermissionSetAssignment',
  'PermissionSetLicenseAssign',
  'UserPackageLicense',
  'GroupMember',
  'OauthToken',
  'AuthSession',
  'LoginHistory',
  'UserLogin',
  'UserTerritory2Association',
  'SetupAuditTrail',
];

/** How a row of an object leads to a person of the catalog, if it does. */
export function personPathOf(object: string): string | undefined {
  if (object === 'User') return 'person';
  return withUser.includes(object) ? 'user.person' : undefined;
}

/** An annotation of the person as a field. */
export function annotationField(object: string, name: string): InventoryField {
  return {
    id: `${personPathOf(object)}.annotation:${name}`,
    label: name,
    type: 'text',
    operators: [
      'is',
      'isNot',
      'isOneOf',
      'isNoneOf',
      'contains',
      'startsWith',
      'isEmpty',
      'isNotEmpty',
    ],
  };
}
