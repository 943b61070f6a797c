import type { DataRecordField } from '@salesdesk/backstage-plugin-salesforce-common';

export type SectionKey = 'details' | 'references' | 'system' | 'empty';

/** Some fields of a record, under a heading. */
export interface RecordSection {
  key: SectionKey;
  fields: DataRecordField[];
}

/** What Salesforce keeps of every record for itself. */
const system = new Set([
  'Id',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'LastActivityDate',
  'LastViewedDate',
  'LastReferencedDate',
  'IsDeleted',
  'PhotoUrl',
  'RecordTypeId',
]);

const order: SectionKey[] = ['details', 'references', 'system', 'empty'];

/** The fields of a record in the order in which people look for them. */
export function recordSections(fields: DataRecordField[]): RecordSection[] {
  const sections = new Map<SectionKey, DataRecordField[]>();
  for (const field of fields) {
    const key = sectionOf(field);
    sections.set(key, [...(sections.get(key) ?? []), field]);
  }
  return order.flatMap(key => {
    const found = sections.get(key);
    return found ? [{ key, fields: found }] : [];
  });
}

function sectionOf({ name, type, value }: DataRecordField): SectionKey {
  if (value === null || value === undefined || value === '') return 'empty';
  if (system.has(name)) return 'system';
  return type === 'reference' ? 'references' : 'details';
}
