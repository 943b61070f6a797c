import type { FieldSpecification } from './specification';

const fixedLabels: Readonly<Record<string, string>> = {
  IsDeleted: 'Deleted',
  IsActive: 'Active',
  MasterRecordId: 'Master Record ID',
  DeveloperName: 'Developer Name',
};

/** `NumberOfEmployees` to `Number Of Employees`, `ARR__c` to `ARR`. */
export function wordsOf(name: string): string {
  return name
    .replace(/__[cr]$/, '')
    .replace(/_+/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
}

/** The label that Salesforce gives a field unless somebody chose another. */
export function fieldLabel(specification: FieldSpecification): string {
  const { name, type } = specification;
  if (fixedLabels[name]) return fixedLabels[name];
  const words = wordsOf(name);
  return type === 'reference' && / Id$/.test(words)
    ? words.replace(/ Id$/, ' ID')
    : words;
}

/** `Opportunity` to `Opportunities`, `Case` to `Cases`. */
export function pluralLabel(label: string): string {
  if (/[^aeiou]y$/i.test(label)) return `${label.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/i.test(label) ? `${label}es` : `${label}s`;
}
