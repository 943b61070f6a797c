import {
  SalesdeskError,
  type DataRecord,
  type DataRecordField,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  GatewayError,
  type FieldDescription,
  type ObjectDescription,
  type SalesforceReader,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { toLongId } from '../gateway';
import { withoutSecrets } from './toDataObject';

/** Fields that say nothing to a person, or show as parts of others. */
const untold = new Set(['address', 'location', 'base64', 'complexvalue']);

/** What is read of a record, and from where. */
export interface RecordRead {
  reader: SalesforceReader;
  object: string;
  recordId: string;
  recordUrl(object: string, id: string): string;
}

/** A record with its description, or NotFoundError. */
export async function findRecord(options: RecordRead): Promise<{
  description: ObjectDescription;
  record: SalesforceRecord;
  fields: FieldDescription[];
}> {
  const { reader, object } = options;
  const id = toLongId(options.recordId);
  try {
    const description = await reader.describe(object);
    const fields = withoutSecrets(description).filter(
      ({ type }) => !untold.has(type),
    );
    const [record] = await reader.retrieve({
      object: description.name,
      ids: [id],
      fields: fields.map(({ name }) => name),
    });
    if (record) return { description, record, fields };
  } catch (error) {
    const isMissing =
      error instanceof GatewayError &&
      ['not_found', 'refused'].includes(error.failure);
    if (!isMissing) throw error;
  }
  throw new SalesdeskError(
    'NotFoundError',
    `There is no ${object} '${options.recordId}' that you may see`,
    { code: 'not_found' },
  );
}

/** A record for people: references by name and link. */
export async function readRecord(
  options: RecordRead,
): Promise<Omit<DataRecord, 'related'>> {
  const { reader, recordUrl } = options;
  const { description, record, fields } = await findRecord(options);
  const names = await namesOf({ reader, record, fields });
  const id = String(record.Id);
  return {
    object: description.name,
    objectLabel: description.label,
    id,
    title: titleOf(description, record),
    url: recordUrl(description.name, id),
    fields: fields.map((field): DataRecordField => {
      const value = record[field.name] ?? null;
      const named =
        field.type === 'reference' ? names.get(String(value)) : undefined;
      return {
        name: field.name,
        label: field.label,
        type: field.type,
        value,
        updateable: field.updateable,
        ...(named
          ? {
              shown: named.name,
              object: named.object,
              url: recordUrl(named.object, String(value)),
            }
          : {}),
      };
    }),
  };
}

/** The name of a record, whatever field of the object holds it. */
export function titleOf(
  description: ObjectDescription,
  record: SalesforceRecord,
): string {
  const nameField = description.fields.find(({ nameField: is }) => is);
  return String(
    (nameField && record[nameField.name]) ?? record.Name ?? record.Id ?? '',
  );
}

/** Names of the records that a record refers to, as far as one may see them. */
async function namesOf(options: {
  reader: SalesforceReader;
  record: SalesforceRecord;
  fields: FieldDescription[];
}): Promise<Map<string, { object: string; name: string }>> {
  const { reader, record, fields } = options;
  const names = new Map<string, { object: string; name: string }>();
  const wanted = new Map<string, Set<string>>();
  for (const field of fields) {
    const id = record[field.name];
    if (field.type !== 'reference' || typeof id !== 'string') continue;
    const object = await kindOf({ reader, field, id });
    if (!object) continue;
    wanted.set(object, (wanted.get(object) ?? new Set()).add(id));
  }
  await Promise.all(
    [...wanted].map(async ([object, ids]) => {
      try {
        const description = await reader.describe(object);
        const nameField = description.fields.find(field => field.nameField);
        if (!nameField) return;
        const found = await reader.retrieve({
          object,
          ids: [...ids],
          fields: ['Id', nameField.name],
        });
        for (const row of found) {
          if (!row?.Id) continue;
          names.set(row.Id, { object, name: titleOf(description, row) });
        }
      } catch (error) {
        // what one may not see has no name here
        if (!(error instanceof SalesdeskError)) throw error;
      }
    }),
  );
  return names;
}

/** The object of a reference that may be of several kinds, by the id's prefix. */
async function kindOf(options: {
  reader: SalesforceReader;
  field: FieldDescription;
  id: string;
}): Promise<string | undefined> {
  const { reader, field, id } = options;
  if (field.referenceTo.length === 1) return field.referenceTo[0];
  for (const name of field.referenceTo) {
    const described = await reader.describe(name).catch(() => undefined);
    if (described?.keyPrefix === id.slice(0, 3)) return described.name;
  }
  return undefined;
}
