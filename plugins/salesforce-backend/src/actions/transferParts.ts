import type { Target } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type ObjectDescription,
  type PlannedChange,
  type SalesforceReader,
  type SalesforceRecord,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { field } from './planParts';

/** Up to so many records of an object are planned one by one. */
export const mostSingle = 2_000;

/** So many records stand together in one planned change, which is one job. */
const recordsPerSet = 10_000;

/** More records of one object than this are not read. */
const mostRecords = 1_000_000;

/** Names shown of a set. */
const samples = 3;

/** Somebody who gives or gets records. */
export interface Owner {
  id: string;
  name: string;
  target: Target;
}

/** A record that is to change hands. */
export interface OwnedRecord {
  id: string;
  name: string;
}

/** The records of one object that somebody owns. */
export interface OwnedRecords {
  object: { name: string; label: string; plural: string };
  records: OwnedRecord[];
}

/** What names the records of objects that have no Name. */
const nameFields: Record<string, string> = {
  Case: 'CaseNumber',
  Task: 'Subject',
  Event: 'Subject',
  Contract: 'ContractNumber',
  Order: 'OrderNumber',
  Solution: 'SolutionName',
};

/** Whether records of an object belong to users, who may give them away. */
export function isTransferable({ fields }: ObjectDescription): boolean {
  return fields.some(
    ({ name, updateable, referenceTo }) =>
      name === 'OwnerId' && updateable && referenceTo.includes('User'),
  );
}

/** What is open, for objects that know of it; undefined for the others. */
export function openCondition(object: string): SoqlCondition | undefined {
  switch (object) {
    case 'Opportunity':
    case 'Case':
    case 'Task':
      return soql.eq('IsClosed', false);
    default:
      return undefined;
  }
}

/** Converted leads are read-only: nobody can give them away. */
export function alwaysCondition(object: string): SoqlCondition | undefined {
  return object === 'Lead' ? soql.eq('IsConverted', false) : undefined;
}

/** Every record of an object that a user owns, in the order of their ids. */
export async function readOwned(options: {
  reader: SalesforceReader;
  object: { name: string; label: string; plural: string };
  ownerId: string;
  conditions: Array<SoqlCondition | undefined>;
}): Promise<OwnedRecords> {
  const { reader, object, ownerId, conditions } = options;
  const name = nameFields[object.name] ?? 'Name';
  const records = await reader.queryAll<SalesforceRecord & { Id: string }>(
    soql.select({
      from: object.name,
      fields: ['Id', name],
      where: soql.and(
        soql.eq('OwnerId', ownerId),
        ...conditions.filter(condition => condition !== undefined),
      ),
      orderBy: [{ field: 'Id' }],
    }),
    { maximum: mostRecords },
  );
  return {
    object,
    records: records.map(record => ({
      id: record.Id,
      name: String(record[name] ?? record.Id),
    })),
  };
}

/**
 * Hands over records. Few are changes of their own. Many are sets: each names
 * its records by id, the digest covers every id, and one job of the bulk API
 * moves it. What is approved is exactly what is moved, and a plan for 50,000
 * records can still be read.
 */
export function transferChanges(options: {
  owned: OwnedRecords;
  from: Owner;
  to: Owner;
  recordUrl(object: string, id: string): string;
  after?: number[];
}): PlannedChange[] {
  const { owned, from, to, recordUrl, after } = options;
  const { object, records } = owned;
  const owner = () =>
    field({
      name: 'OwnerId',
      label: 'Owner',
      before: from.id,
      after: to.id,
      beforeLabel: from.name,
      afterLabel: to.name,
    });
  const waits = after && after.length > 0 ? { after } : {};
  if (records.length <= mostSingle) {
    return records.map(({ id, name }) => ({
      object: object.name,
      recordId: id,
      operation: 'update',
      fields: [owner()],
      summary: `Give the ${object.label} "${name}" to ${to.name}`,
      target: {
        object: object.name,
        id,
        label: name,
        detail: object.label,
        url: recordUrl(object.name, id),
      },
      ...waits,
    }));
  }
  const sets: PlannedChange[] = [];
  for (let start = 0; start < records.length; start += recordsPerSet) {
    const part = records.slice(start, start + recordsPerSet);
    const size = part.length.toLocaleString('en');
    sets.push({
      object: object.name,
      recordId: from.id,
      operation: 'invoke',
      method: 'transfer_records',
      recordIds: part.map(({ id }) => id),
      fields: [owner()],
      summary: `Give ${size} ${object.plural} of ${from.name} to ${
        to.name
      }, such as ${part
        .slice(0, samples)
        .map(({ name }) => `"${name}"`)
        .join(', ')}`,
      target: from.target,
      ...waits,
    });
  }
  return sets;
}

/** "12 Accounts and 3,401 Opportunities". */
export function countsOf(owned: readonly OwnedRecords[]): string {
  return new Intl.ListFormat('en').format(
    owned
      .filter(({ records }) => records.length > 0)
      .map(
        ({ object, records }) =>
          `${records.length.toLocaleString('en')} ${
            records.length === 1 ? object.label : object.plural
          }`,
      ),
  );
}
