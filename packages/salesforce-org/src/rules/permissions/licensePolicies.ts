/*
 * What the user licences allow. Salesforce publishes this as tables of
 * features; what matters here is which objects and system permissions a
 * licence keeps out, because assignments are refused for them.
 */

/** Keys of the user licences that this org knows the limits of. */
export const licenseKeys = {
  salesforce: 'SFDC',
  platform: 'AUL',
  integration: 'PID_SALESFORCE_INTEGRATION',
} as const;

/** Developer name of the licence that opens CRM objects to integrations. */
export const API_INTEGRATION_LICENSE = 'SalesforceAPIIntegrationPsl';

export interface LicensePolicy {
  /** True when object permissions of this object are refused. */
  forbidsObject(object: string): boolean;
  /** True when this system permission is refused. */
  forbidsPermission(permission: string): boolean;
  /** Permission set licence that lifts the refusal of objects. */
  readonly unlockedBy: string | undefined;
}

const platformObjects = new Set([
  'Campaign',
  'CampaignMember',
  'Case',
  'Entitlement',
  'Lead',
  'Opportunity',
  'Order',
  'Product2',
]);

const platformPermissions = new Set([
  'AuthorApex',
  'ConvertLeads',
  'CustomizeApplication',
  'ManageUsers',
  'ModifyAllData',
]);

const unrestricted: LicensePolicy = {
  forbidsObject: () => false,
  forbidsPermission: () => false,
  unlockedBy: undefined,
};

const policies: Readonly<Record<string, LicensePolicy>> = {
  [licenseKeys.salesforce]: unrestricted,
  [licenseKeys.platform]: {
    forbidsObject: object => platformObjects.has(object),
    forbidsPermission: permission => platformPermissions.has(permission),
    unlockedBy: undefined,
  },
  [licenseKeys.integration]: {
    forbidsObject: () => true,
    forbidsPermission: () => false,
    unlockedBy: API_INTEGRATION_LICENSE,
  },
};

/** The limits of a user licence; none for licences that nobody described. */
export function licensePolicy(licenseKey: string): LicensePolicy {
  return policies[licenseKey] ?? unrestricted;
}

/**
 * Whether a permission set licence may be held together with a user licence.
 * The integration licence takes its own one only, and nobody else does; the
 * Einstein licences need a full Salesforce licence.
 */
export function permissionSetLicenseFits(options: {
  developerName: string;
  licenseKey: string;
}): boolean {
  const { developerName, licenseKey } = options;
  const isIntegration = licenseKey === licenseKeys.integration;
  if (isIntegration || developerName === API_INTEGRATION_LICENSE) {
    return isIntegration && developerName === API_INTEGRATION_LICENSE;
  }
  return (
    !/einstein/i.test(developerName) || licenseKey === licenseKeys.salesforce
  );
}
