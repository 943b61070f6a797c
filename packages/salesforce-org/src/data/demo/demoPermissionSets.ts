import type { PermissionSetLicenseSpec } from '../foundation/licenses';
import type {
  PermissionSetGroupSpec,
  PermissionSetSpec,
} from '../foundation/permissionSets';
import { API_INTEGRATION_LICENSE } from '../../rules/permissions/licensePolicies';

/** Developer name of the licence that Sales Cloud Einstein needs. */
export const SALES_CLOUD_EINSTEIN_LICENSE = 'SalesCloudEinsteinPsl';

/** The permission set licences of the demo org. */
export const demoPermissionSetLicenses: readonly PermissionSetLicenseSpec[] = [
  {
    developerName: SALES_CLOUD_EINSTEIN_LICENSE,
    label: 'Sales Cloud Einstein',
    total: 25,
  },
  { developerName: 'CRMUserPsl', label: 'CRM User', total: 30 },
  {
    developerName: API_INTEGRATION_LICENSE,
    label: 'Salesforce API Integration',
    total: 5,
  },
];

/** The permission sets of the demo org. */
export const demoPermissionSets: readonly PermissionSetSpec[] = [
  {
    label: 'Sales Cloud Einstein',
    description: 'Opportunity scoring and forecasts',
    license: SALES_CLOUD_EINSTEIN_LICENSE,
    permissions: {
      system: ['InsightsAppUser'],
      objects: { Opportunity: 'R', Lead: 'R' },
    },
  },
  {
    label: 'Einstein Analytics Plus',
    description: 'Dashboards and datasets',
    permissions: {
      system: ['InsightsAppUser', 'InsightsAppDashboardEditor'],
      objects: {},
    },
  },
  {
    label: 'Einstein Activity Capture',
    description: 'E-mails and events from the mailbox',
    permissions: {
      system: ['EditEvent'],
      objects: { Event: 'RCE', Task: 'RCE' },
    },
  },
  {
    label: 'CRM User',
    description: 'Accounts, contacts and opportunities',
    permissions: {
      system: ['ConvertLeads', 'RunReports'],
      objects: {
        Account: 'RCE',
        Contact: 'RCE',
        Lead: 'RCE',
        Opportunity: 'RCE',
      },
      fields: [
        'Account.ARR__c',
        'Opportunity.Renewal_Date__c',
        'Opportunity.NextStep',
      ],
    },
  },
  {
    label: 'Service Cloud User',
    description: 'Cases and entitlements',
    permissions: {
      system: ['EditCaseComments', 'ViewCaseInteraction'],
      objects: { Case: 'RCED', Entitlement: 'RCE', Asset: 'RE' },
      fields: ['Case.Comments', 'Entitlement.StartDate', 'Entitlement.EndDate'],
    },
  },
  {
    label: 'Knowledge Editor',
    description: 'Writes and publishes articles',
    permissions: {
      system: ['AllowViewKnowledge', 'EditKnowledge', 'ManageKnowledge'],
      objects: {},
    },
  },
  {
    label: 'Contract Approver',
    description: 'Activates contracts and orders',
    permissions: {
      system: ['ActivateContract', 'ActivateOrder'],
      objects: { Contract: 'RCED', Order: 'RCE', Account: 'R' },
      fields: ['Contract.SpecialTerms', 'Contract.Description'],
    },
  },
  {
    label: 'Data Export',
    description: 'Weekly export; grants far more than that',
    permissions: {
      system: ['DataExport', 'ModifyAllData'],
      objects: {},
    },
  },
  {
    label: 'API Only',
    description: 'For service users: the API and nothing else',
    permissions: {
      system: ['ApiEnabled', 'ApiUserOnly', 'PasswordNeverExpires'],
      objects: { Account: 'R', Contract: 'R', Order: 'RCE' },
    },
  },
  {
    label: 'View All Revenue',
    description: 'Every account and opportunity with its amounts',
    permissions: {
      system: ['ExportReport', 'ViewAllForecasts'],
      objects: { Account: 'RV', Opportunity: 'RV' },
      fields: [
        'Account.ARR__c',
        'Account.AnnualRevenue',
        'Opportunity.Amount',
        'Opportunity.Risk__c',
      ],
    },
  },
  {
    label: 'Manage Users Lite',
    description: 'The help desk: users, passwords, permission sets',
    permissions: {
      system: [
        'AssignPermissionSets',
        'FreezeUsers',
        'ManageInternalUsers',
        'ResetPasswords',
        'ViewAllUsers',
        'ViewSetup',
      ],
      objects: {},
    },
  },
  {
    label: 'Marketing Analytics Reader',
    description: 'Campaigns and what came of them',
    permissions: {
      system: ['RunReports', 'ViewPublicDashboards'],
      objects: { Campaign: 'RV', Lead: 'R', Opportunity: 'R' },
      fields: ['Campaign.ActualCost', 'Campaign.BudgetedCost'],
    },
  },
];

/** The permission set groups of the demo org. */
export const demoPermissionSetGroups: readonly PermissionSetGroupSpec[] = [
  {
    label: 'Marketing Analytics',
    description: 'Analysts of the marketing department',
    contains: ['Marketing Analytics Reader', 'Einstein Analytics Plus'],
  },
  {
    label: 'Sales Operations',
    description: 'Pipeline and forecasts of everybody',
    contains: ['CRM User', 'View All Revenue'],
  },
  {
    label: 'Finance Team Access',
    description: 'Contracts and revenue, without deleting anything',
    contains: ['Contract Approver', 'View All Revenue'],
    muting: {
      label: 'Finance Team Access Muting',
      permissions: {
        system: ['ActivateOrder'],
        objects: { Contract: 'D' },
      },
    },
  },
  {
    label: 'Partner Operations',
    description: 'Partner managers',
    contains: ['CRM User'],
    addedSince: ['Service Cloud User'],
  },
];
