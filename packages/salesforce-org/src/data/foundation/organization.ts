import type { DraftRow } from '../../core/types';
import type { LoadContext } from '../LoadContext';

/** The one Organization row. */
export function loadOrganization(
  { org, time }: LoadContext,
  company: { name: string; values?: DraftRow },
): void {
  org.store.load('Organization', [
    {
      Id: org.organizationId,
      Name: company.name,
      OrganizationType: 'Enterprise Edition',
      InstanceName: 'USA662S',
      IsSandbox: false,
      IsReadOnly: false,
      LanguageLocaleKey: 'en_US',
      DefaultLocaleSidKey: 'en_US',
      TimeZoneSidKey: 'America/Los_Angeles',
      FiscalYearStartMonth: 1,
      UsesStartDateAsFiscalYearName: false,
      UiSkin: 'Theme3',
      DefaultAccountAccess: 'None',
      DefaultContactAccess: 'ControlledByParent',
      DefaultOpportunityAccess: 'None',
      DefaultLeadAccess: 'ReadEditTransfer',
      DefaultCaseAccess: 'Read',
      DefaultCalendarAccess: 'HideDetailsInsert',
      DefaultPricebookAccess: 'ReadSelect',
      DefaultCampaignAccess: 'All',
      PreferencesLightningLoginEnabled: true,
      CreatedDate: time.datetime(-2200),
      ...company.values,
    },
  ]);
}
