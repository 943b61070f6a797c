import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';

const known: Record<string, string[]> = {
  Account: [
    'Name',
    'Industry',
    'ARR__c',
    'BillingCity',
    'BillingCountry',
    'Owner.Name',
  ],
  Opportunity: [
    'Name',
    'Account.Name',
    'StageName',
    'Amount',
    'CloseDate',
    'Owner.Name',
  ],
  Contact: ['Name', 'Title', 'Account.Name', 'Email', 'Phone'],
  Lead: ['Name', 'Company', 'Status', 'Email', 'Rating'],
  Case: ['CaseNumber', 'Subject', 'Status', 'Priority', 'Account.Name'],
  Task: ['Subject', 'Status', 'Priority', 'ActivityDate'],
  Event: ['Subject', 'StartDateTime', 'EndDateTime', 'Location'],
  Asset: ['Name', 'SerialNumber', 'Status', 'Account.Name'],
  User: ['Name', 'Username', 'Email', 'IsActive', 'LastLoginDate'],
};

/** The columns that people expect of an object. */
export function defaultColumns(object: ObjectDescription): string[] {
  const has = (name: string) =>
    object.fields.some(field => field.name === name);
  const columns = known[object.name] ?? [
    'Name',
    ...object.fields
      .filter(
        ({ custom, type }) =>
          custom &&
          !['reference', 'textarea', 'location', 'address'].includes(type),
      )
      .slice(0, 5)
      .map(({ name }) => name),
  ];
  return columns.filter(path => path.includes('.') || has(path));
}
