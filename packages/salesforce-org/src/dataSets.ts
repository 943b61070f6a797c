import { z } from 'zod';
import type { OrgFeature, OrgServices } from './core/types';
import type { Switches } from './core/switches';
import type { ConnectedAppInput } from './oauth/ConnectedApp';

/** What an org can begin with. */
export const dataChoiceSchema = z.union([
  z.enum(['none', 'minimal', 'demo']),
  z.object({ generate: z.number().int().min(1) }).strict(),
]);

export type DataChoice = z.infer<typeof dataChoiceSchema>;

/** A choice made flesh. */
export interface DataSet {
  readonly name: string;
  readonly features: readonly OrgFeature[];
  readonly connectedApps: readonly ConnectedAppInput[];
  readonly switches: Partial<Switches>;
}

function load(org: OrgServices): void {
  const { store } = org;
  store.load('Organization', [
    { Id: org.organizationId, Name: 'Minimal', OrganizationType: 'Enterprise Edition', IsSandbox: false, InstanceName: 'USA1', TimeZoneSidKey: 'America/Los_Angeles', LanguageLocaleKey: 'en_US', DefaultLocaleSidKey: 'en_US', FiscalYearStartMonth: 1 },
  ]);
  const [license] = store.load('UserLicense', [{ Name: 'Salesforce', LicenseDefinitionKey: 'SFDC', MasterLabel: 'Salesforce', Status: 'Active', TotalLicenses: 100 }]);
  const [admin, integration] = store.load('Profile', [
    { Name: 'System Administrator', UserLicenseId: license, UserType: 'Standard' },
    { Name: 'Minimum Access - API Only Integrations', UserLicenseId: license, UserType: 'Standard' },
  ]);
  const common = { IsActive: true, UserType: 'Standard', TimeZoneSidKey: 'America/Los_Angeles', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US', EmailEncodingKey: 'UTF-8' };
  const ids = store.load('User', [
    { Username: 'admin@acme.example', Email: 'admin@acme.example', LastName: 'Admin', FirstName: 'Ada', Alias: 'admin', CommunityNickname: 'admin', ProfileId: admin, ...common },
    { Username: 'integration@acme.example', Email: 'integration@acme.example', LastName: 'Integration', Alias: 'integr', CommunityNickname: 'integr', ProfileId: integration, ...common },
  ]);
  store.load('UserLogin', ids.map(UserId => ({ UserId, IsFrozen: false, IsPasswordLocked: false })));
}

export function dataSet(choice: DataChoice, _options: { seed?: number }): DataSet {
  if (choice === 'none') {
    return { name: 'none', features: [], connectedApps: [], switches: {} };
  }
  return {
    name: 'minimal',
    features: [{ load }],
    connectedApps: [],
    switches: { passwordFlow: true },
  };
}
