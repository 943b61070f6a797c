import type { DataObject } from '@salesdesk/backstage-plugin-salesforce-common';

/** Fields that name a record, the first that there is. */
const naming = ['Name', 'Subject', 'CaseNumber', 'Title', 'DeveloperName'];

/** Fields that say most about a record. */
const telling = [
  'Status',
  'StageName',
  'Type',
  'Industry',
  'Amount',
  'CloseDate',
  'Email',
  'Priority',
  'Status__c',
  'IsActive',
];

/** A query to start from: the first rows of an object, with what says most. */
export function queryFor(object: DataObject): string {
  const fields = new Map(object.fields.map(field => [field.name, field]));
  const name = naming.find(each => fields.has(each));
  const told = telling.filter(each => fields.has(each)).slice(0, 4);
  const owner = fields.get('OwnerId')?.relationshipName;
  const custom = object.fields
    .filter(field => field.custom && !telling.includes(field.name))
    .slice(0, Math.max(0, 4 - told.length))
    .map(field => field.name);
  const selected = [
    'Id',
    ...(name ? [name] : []),
    ...told,
    ...custom,
    ...(owner ? [`${owner}.Name`] : []),
  ];
  const order = name && fields.get(name)?.sortable ? ` ORDER BY ${name}` : '';
  return `SELECT ${selected.join(', ')}\nFROM ${
    object.name
  }${order}\nLIMIT 200`;
}
