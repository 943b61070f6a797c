import {
  soql,
  type ActionContext,
  type FieldDescription,
  type ObjectDescription,
  type PlannedField,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { sameValue } from '../../executor/sameValue';
import { field } from '../planParts';
import type { WantedValue } from './readValues';

/** A record as it is, with names of what its lookups point at. */
export async function readBefore(options: {
  context: ActionContext;
  object: ObjectDescription;
  id: string;
  wanted: WantedValue[];
  /** Paths at which its owners stand. */
  paths: string[];
}): Promise<SalesforceRecord> {
  const { context, object, id, wanted, paths } = options;
  const fields = new Set(['Id', ...paths]);
  for (const { field: described } of wanted) {
    fields.add(described.name);
    const name = await namePath(context, described);
    if (name) fields.add(name);
  }
  const { records } = await context.reader.query(
    soql.select({
      from: object.name,
      fields: [...fields],
      where: soql.eq('Id', id),
    }),
  );
  const [record] = records;
  return (
    record ??
    context.resolver.refuse([
      {
        path: 'record',
        code: 'unknown_name',
        message: `There is no ${object.label} '${id}' any more`,
      },
    ])
  );
}

async function namePath(
  context: ActionContext,
  { type, referenceTo, relationshipName }: FieldDescription,
): Promise<string | undefined> {
  if (type !== 'reference' || !relationshipName) return undefined;
  if (referenceTo.length > 1) return `${relationshipName}.Name`;
  const parent = await context.reader.describe(referenceTo[0]);
  const named = parent.fields.find(({ nameField }) => nameField)?.name;
  return named && `${relationshipName}.${named}`;
}

/** What is to change of a record; nothing where it is as wanted. */
export function changedFields(options: {
  wanted: WantedValue[];
  before: SalesforceRecord;
}): PlannedField[] {
  const { wanted, before } = options;
  return wanted.flatMap(({ field: described, value, shown }) => {
    const found = (before[described.name] ?? null) as PlannedField['before'];
    if (sameValue(found, value)) return [];
    return [
      field({
        name: described.name,
        label: described.label.replace(/ ID$/, ''),
        before: found,
        after: value,
        beforeLabel: shownBefore(described, before, found),
        afterLabel: value === null ? 'empty' : shown,
      }),
    ];
  });
}

function shownBefore(
  described: FieldDescription,
  record: SalesforceRecord,
  value: unknown,
): string | undefined {
  if (value === null) return 'empty';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (described.type === 'reference' && described.relationshipName) {
    const parent: unknown = record[described.relationshipName];
    const name =
      typeof parent === 'object' && parent !== null
        ? Object.entries(parent).find(
            ([key, each]) => key !== 'attributes' && typeof each === 'string',
          )?.[1]
        : undefined;
    return typeof name === 'string' ? name : undefined;
  }
  const option = described.picklistValues.find(each => each.value === value);
  return option && option.label !== option.value ? option.label : undefined;
}
