import type { FieldError } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ActionContext,
  FieldDescription,
  ObjectDescription,
  PlannedChange,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isRequired } from '../../data/toDataObject';
import { field } from '../planParts';
import type { PersonalRights } from './personalRights';
import { writableObject } from './personalRights';
import type { Said } from './readValue';
import { readValues, type WantedValue } from './readValues';
import { willBeOwn } from './recordOwners';
import { refuseSetup } from './refuseSetup';

/** A record that is to be created, read and allowed. */
export interface NewRecord {
  change: PlannedChange;
  object: ObjectDescription;
  /** What it will be called. */
  label: string;
  errors: FieldError[];
}

/** Parts of what records are called, by object; others go by their name field. */
const nameParts: Record<string, string[]> = {
  Contact: ['FirstName', 'LastName'],
  Lead: ['FirstName', 'LastName'],
  Case: ['Subject'],
  Task: ['Subject'],
  Event: ['Subject'],
};

/** Reads what a new record is to have and plans its creation. */
export async function newRecord(options: {
  context: ActionContext;
  rights: PersonalRights;
  object: ObjectDescription;
  values: Record<string, Said>;
  paths: { object: string; values: string };
  /** The lookup that will hold the record that the change at a position creates. */
  below?: { lookup: FieldDescription; position: number; label: string };
}): Promise<NewRecord> {
  const { context, rights, object, paths, below } = options;
  refuseSetup({ context, path: paths.object, object });
  const access = await writableObject({
    ...options,
    path: paths.object,
    right: 'create',
  });
  const { wanted, errors, meant } = await readValues({
    ...options,
    access,
    right: 'create',
    path: paths.values,
  });
  const withOwner = ownedBy({ object, wanted, rights });
  errors.push(
    ...missingFields({
      object,
      given: new Set([
        ...meant,
        ...withOwner.map(({ field: { name } }) => name),
      ]),
      path: paths.values,
      below,
    }),
    ...(await refusedParents({ ...options, wanted, path: paths.values })),
  );
  const label = nameOf(object, withOwner);
  const isOwn = await willBeOwn({ context, object, wanted: withOwner, rights });
  const fields = withOwner
    .filter(({ value }) => value !== null)
    .map(({ field: described, value, shown }) =>
      field({
        name: described.name,
        label: described.label.replace(/ ID$/, ''),
        before: null,
        after: value,
        afterLabel: shown,
      }),
    );
  if (below) {
    fields.push({
      name: below.lookup.name,
      label: below.lookup.label.replace(/ ID$/, ''),
      before: null,
      after: null,
      afterLabel: below.label,
      afterFrom: below.position,
    });
  }
  return {
    object,
    label,
    errors,
    change: {
      object: object.name,
      recordId: null,
      operation: 'create',
      fields,
      summary: `Create the ${object.label.toLowerCase()} "${label}"`,
      target: {
        object: object.name,
        id: null,
        label,
        detail: object.label,
        ...(isOwn ? { ownerRef: context.requester.ref } : {}),
      },
    },
  };
}

/** Whoever asks is the owner, where nobody else is named. */
function ownedBy(options: {
  object: ObjectDescription;
  wanted: WantedValue[];
  rights: PersonalRights;
}): WantedValue[] {
  const { object, wanted, rights } = options;
  const owner = object.fields.find(
    ({ name, createable }) => name === 'OwnerId' && createable,
  );
  if (!owner || wanted.some(({ field: { name } }) => name === 'OwnerId')) {
    return wanted;
  }
  return [
    ...wanted,
    { field: owner, value: rights.userId, shown: rights.userName },
  ];
}

function missingFields(options: {
  object: ObjectDescription;
  given: Set<string>;
  path: string;
  below?: { lookup: FieldDescription };
}): FieldError[] {
  const { object, given, path, below } = options;
  if (below) given.add(below.lookup.name);
  const missing = object.fields
    .filter(each => isRequired(each) && !given.has(each.name))
    .map(each => ({
      path: `${path}.${each.name}`,
      code: 'invalid_input' as const,
      message: `${each.label.replace(/ ID$/, '')} is missing`,
      ...(each.picklistValues.length > 0
        ? {
            candidates: each.picklistValues
              .filter(({ active }) => active)
              .slice(0, 20)
              .map(({ value, label }) => ({ value, label })),
          }
        : {}),
    }));
  return missing;
}

/** A detail is created only below a record that the person may change. */
async function refusedParents(options: {
  rights: PersonalRights;
  object: ObjectDescription;
  wanted: WantedValue[];
  path: string;
}): Promise<FieldError[]> {
  const { rights, object, wanted, path } = options;
  if (object.fields.some(({ name }) => name === 'OwnerId')) return [];
  const parents = wanted.filter(
    ({ field: lookup, value }) =>
      lookup.type === 'reference' &&
      !lookup.nillable &&
      typeof value === 'string' &&
      !['User', 'RecordType', 'Pricebook2', 'PricebookEntry', 'Product2'].some(
        name => lookup.referenceTo.includes(name),
      ),
  );
  const editable = await rights.facts.editableRecords(
    parents.map(({ value }) => String(value)),
  );
  return parents
    .filter(({ value }) => !editable.has(String(value)))
    .map(({ field: { name, label }, shown }) => ({
      path: `${path}.${name}`,
      code: 'not_permitted' as const,
      message: `${label.replace(/ ID$/, '')} ${
        shown ?? ''
      } may not be changed by your Salesforce user`,
    }));
}

function nameOf(object: ObjectDescription, wanted: WantedValue[]): string {
  const named = object.fields.find(({ nameField }) => nameField)?.name;
  const parts = nameParts[object.name] ?? (named ? [named] : []);
  const text = parts
    .flatMap(part => {
      const found = wanted.find(({ field: { name } }) => name === part);
      return found?.value ? [String(found.value)] : [];
    })
    .join(' ');
  return text || `new ${object.label.toLowerCase()}`;
}
