import { licenseKeys } from '../../rules/permissions/licensePolicies';
import { loadByKey, type LoadContext } from '../LoadContext';

/** How many seats of each user licence an org has bought. */
export interface LicenseTotals {
  readonly salesforce: number;
  readonly platform: number;
  readonly integration: number;
}

export type LicenseName = keyof LicenseTotals;

const names: Readonly<Record<LicenseName, string>> = {
  salesforce: 'Salesforce',
  platform: 'Salesforce Platform',
  integration: 'Salesforce Integration',
};

/** Loads the user licences; returns their ids. */
export function loadUserLicenses(
  { org, time }: LoadContext,
  totals: LicenseTotals,
): Record<LicenseName, string> {
  const ids = loadByKey({
    org,
    object: 'UserLicense',
    key: 'LicenseDefinitionKey',
    rows: (Object.keys(names) as LicenseName[]).map(name => ({
      Name: names[name],
      MasterLabel: names[name],
      LicenseDefinitionKey: licenseKeys[name],
      Status: 'Active',
      TotalLicenses: totals[name],
      CreatedDate: time.datetime(-2200),
    })),
  });
  const idOf = (name: LicenseName) => ids.get(licenseKeys[name]) ?? '';
  return {
    salesforce: idOf('salesforce'),
    platform: idOf('platform'),
    integration: idOf('integration'),
  };
}

/** A permission set licence and how many may hold it. */
export interface PermissionSetLicenseSpec {
  readonly developerName: string;
  readonly label: string;
  readonly total: number;
}

/** Loads permission set licences; returns their ids by developer name. */
export function loadPermissionSetLicenses(
  { org, time }: LoadContext,
  specs: readonly PermissionSetLicenseSpec[],
): Map<string, string> {
  return loadByKey({
    org,
    object: 'PermissionSetLicense',
    key: 'DeveloperName',
    rows: specs.map(({ developerName, label, total }) => ({
      DeveloperName: developerName,
      MasterLabel: label,
      Language: 'en_US',
      PermissionSetLicenseKey: developerName,
      TotalLicenses: total,
      Status: 'Active',
      ExpirationDate: time.date(400),
      CreatedDate: time.datetime(-900),
    })),
  });
}
