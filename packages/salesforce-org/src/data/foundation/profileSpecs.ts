import type { LicenseName } from './licenses';
import { crmObjects, rights, type PermissionSpec } from './PermissionSpec';
import { systemPermissionNames } from '../../schema/objects/systemPermissions';

/** A profile as a person writes it down. */
export interface ProfileSpec {
  readonly name: string;
  readonly license: LicenseName;
  readonly description?: string;
  readonly permissions: PermissionSpec;
}

/** Permissions that even administrators do not have, or that take away. */
const withheldFromAdministrators = new Set([
  'ApiUserOnly',
  'BulkApiHardDelete',
  'CreateAuditFields',
  'ForceTwoFactor',
  'HideReadByList',
  'PasswordNeverExpires',
  'PortalSuperUser',
  'PreventClassicExperience',
  'UseAnyApiClient',
  'ViewOnlyEmbeddedAppUser',
]);

/** What everybody has who works in the user interface. */
const everyday = [
  'AllowUniversalSearch',
  'AllowViewKnowledge',
  'ApiEnabled',
  'ChatterInternalUser',
  'EditEvent',
  'EditMyReports',
  'EditTask',
  'LightningExperienceUser',
  'RunFlow',
  'RunReports',
  'SelectFilesFromSalesforce',
  'ViewHelpLink',
  'ViewRoles',
  'ViewSetup',
];

const selling = [
  ...everyday,
  'ConvertLeads',
  'ExportReport',
  'ViewPublicReports',
];

const catalogue = ['Entitlement', 'Pricebook2', 'Product2'];
const worked = crmObjects.filter(object => !catalogue.includes(object));
const standardObjects = {
  ...rights('RCED', worked),
  ...rights('R', catalogue),
  Campaign: 'R',
};

const platformObjects = rights('RCED', [
  'Account',
  'Asset',
  'Contact',
  'Contract',
  'Event',
  'Subscription__c',
  'Subscription_Line__c',
  'Task',
]);

/** The profiles of a standard org, and the one that Acme added. */
export const profileSpecs: readonly ProfileSpec[] = [
  {
    name: 'System Administrator',
    license: 'salesforce',
    permissions: {
      system: systemPermissionNames.filter(
        name => !withheldFromAdministrators.has(name),
      ),
      objects: rights('RCEDVM', crmObjects),
    },
  },
  {
    name: 'Standard User',
    license: 'salesforce',
    permissions: { system: selling, objects: standardObjects },
  },
  {
    name: 'Sales Manager',
    license: 'salesforce',
    description: 'Leads a sales team: may hand over leads and see forecasts',
    permissions: {
      system: [
        ...selling,
        'ActivateContract',
        'ManageLeads',
        'TransferAnyLead',
        'ViewAllForecasts',
        'ViewMyTeamsDashboards',
      ],
      objects: { ...standardObjects, Campaign: 'RCE' },
    },
  },
  {
    name: 'Standard Platform User',
    license: 'platform',
    permissions: {
      system: everyday,
      objects: platformObjects,
      hidden: ['Account.AnnualRevenue'],
    },
  },
  {
    name: 'Read Only',
    license: 'salesforce',
    permissions: {
      system: everyday,
      objects: rights('R', crmObjects),
      hidden: ['Opportunity.Risk__c'],
    },
  },
  {
    name: 'Marketing User',
    license: 'salesforce',
    permissions: {
      system: [...selling, 'ImportLeads', 'EditHtmlTemplates', 'ListEmailSend'],
      objects: { ...standardObjects, Campaign: 'RCED' },
    },
  },
  {
    name: 'Contract Manager',
    license: 'salesforce',
    permissions: {
      system: [
        ...selling,
        'ActivateContract',
        'ActivateOrder',
        'DeleteActivatedContract',
      ],
      objects: standardObjects,
    },
  },
  {
    name: 'Solution Manager',
    license: 'salesforce',
    permissions: {
      system: [...selling, 'ManageSolutions', 'ManageCategories'],
      objects: { ...standardObjects, Entitlement: 'RCE' },
    },
  },
  {
    name: 'Minimum Access - Salesforce',
    license: 'salesforce',
    description: 'Least privilege; access comes by permission sets',
    permissions: {
      system: ['LightningExperienceUser', 'ViewHelpLink'],
      objects: {},
    },
  },
  {
    name: 'Minimum Access - API Only Integrations',
    license: 'integration',
    description: 'For integrations; access comes by permission sets',
    permissions: { system: ['ApiEnabled', 'ApiUserOnly'], objects: {} },
  },
];
