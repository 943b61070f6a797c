import {
  isSalesdeskError,
  type FieldError,
  type Option,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type ActionContext,
  type FieldDescription,
  type ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isRecordId, toLongId } from '../../gateway';
import { findRecord, type NamedRecord } from '../findRecord';
import type { PersonalRights } from './personalRights';
import type { ReadValue } from './readValue';

/** Where people look first for what a lookup of many objects may point at. */
const usual = [
  'Contact',
  'Lead',
  'Account',
  'Opportunity',
  'Case',
  'Campaign',
  'User',
  'Group',
];

/** A lookup of so many objects is searched in custom ones too. */
const mostSearched = 8;

/** Fields besides its name by which a record may be named. */
const alsoNamedBy: Record<string, string[]> = {
  User: ['Username', 'Email'],
  Contact: ['Email'],
  Lead: ['Email'],
};

/** Objects that everybody may name, whatever their sharing. */
const open = new Set(['User', 'Group', 'RecordType', 'Pricebook2', 'Product2']);

/**
 * The record that a lookup is to point at, by id or by name ("Acme Industries",
 * "Opportunity: Acme renewal"). It must be one that the person may see.
 */
export async function readReference(options: {
  context: ActionContext;
  rights: PersonalRights;
  object: ObjectDescription;
  field: FieldDescription;
  text: string;
}): Promise<ReadValue> {
  const { context, object, field } = options;
  const prefixed = /^([\w ]+):\s*(.+)$/.exec(options.text.trim());
  const named = prefixed
    ? field.referenceTo.find(
        name =>
          name.toLowerCase() === prefixed[1].replace(/\s+/g, '').toLowerCase(),
      )
    : undefined;
  const text = named && prefixed ? prefixed[2] : options.text.trim();
  const targets = await targetsOf({ context, field, text, named });
  if (targets.length === 0) {
    return refused(field, {
      code: 'unknown_name',
      message: `cannot point at “${text}”: that is no ${
        field.referenceTo.length > 3
          ? 'record that it may name'
          : wordsOf(field)
      }`,
    });
  }
  const found: NamedRecord[] = [];
  const candidates: Option[] = [];
  for (const target of targets) {
    const result = await search({ ...options, target, text });
    if (result.record) found.push(result.record);
    candidates.push(...result.candidates);
  }
  const chosen = onlyOne(found, candidates, text);
  if (chosen) {
    const refusal = await unfit({ context, object, field, record: chosen });
    return refusal
      ? refused(field, { code: 'invalid_input', message: refusal })
      : { ok: true, value: chosen.id, shown: chosen.label };
  }
  if (found.length === 0 && candidates.length === 0) {
    return refused(field, {
      code: 'unknown_name',
      message: `cannot point at “${text}”: there is no such ${wordsOf(
        field,
      )} that you may see`,
    });
  }
  return refused(field, {
    code: 'ambiguous_name',
    message: `could be more than one “${text}”. Which one?`,
    candidates: [
      ...found.map(({ id, label, object: of }) => ({
        value: id,
        label,
        detail: of.label,
      })),
      ...candidates,
    ].slice(0, 10),
  });
}

/** The one that was found, or the one that is called exactly so while others only begin alike. */
function onlyOne(
  found: NamedRecord[],
  candidates: Option[],
  text: string,
): NamedRecord | undefined {
  if (found.length === 1 && candidates.length === 0) return found[0];
  const isSame = ({ label }: { label: string }) =>
    label.trim().toLowerCase() === text.toLowerCase();
  const same = found.filter(isSame);
  return same.length === 1 && !candidates.some(isSame) ? same[0] : undefined;
}

function refused(
  field: FieldDescription,
  error: Pick<FieldError, 'code' | 'message' | 'candidates'>,
): ReadValue {
  const label = field.label.replace(/ ID$/, '');
  return {
    ok: false,
    error: { ...error, message: `${label} ${error.message}` },
  };
}

function wordsOf(field: FieldDescription): string {
  return field.referenceTo.length <= 3
    ? field.referenceTo.join(' or ')
    : 'record';
}

/** Objects to look in: the one that an id is of, the one that was named, or the usual ones. */
async function targetsOf(options: {
  context: ActionContext;
  field: FieldDescription;
  text: string;
  named: string | undefined;
}): Promise<string[]> {
  const { context, field, text, named } = options;
  if (named) return [named];
  if (isRecordId(text)) {
    for (const name of byHabit(field.referenceTo)) {
      const { keyPrefix } = await context.reader.describe(name);
      if (keyPrefix === text.slice(0, 3)) return [name];
    }
    return [];
  }
  return byHabit(field.referenceTo).slice(0, mostSearched);
}

function byHabit(names: string[]): string[] {
  const rank = (name: string) => {
    const at = usual.indexOf(name);
    return at < 0 ? usual.length : at;
  };
  return [...names].sort((left, right) => rank(left) - rank(right));
}

async function search(options: {
  context: ActionContext;
  rights: PersonalRights;
  object: ObjectDescription;
  target: string;
  text: string;
}): Promise<{ record?: NamedRecord; candidates: Option[] }> {
  const { context, rights, object, target, text } = options;
  if (target === 'RecordType') {
    return searchRecordType({ context, object, text });
  }
  if (/^me$/i.test(text) && target === 'User') {
    const description = await context.reader.describe('User');
    const { userId: id, userName: label } = rights;
    return { record: { object: description, id, label }, candidates: [] };
  }
  try {
    const record = await findRecord({
      context,
      object: await context.reader.describe(target),
      record: text,
      alsoBy: alsoNamedBy[target] ?? [],
      paths: { object: '', record: '' },
      ...(open.has(target)
        ? {}
        : { visible: ids => rights.facts.visibleRecords(ids) }),
    });
    return { record, candidates: [] };
  } catch (error) {
    if (!isSalesdeskError(error) || error.name !== 'InputError') throw error;
    return {
      candidates: (error.fields ?? []).flatMap(each =>
        each.code === 'ambiguous_name' ? each.candidates ?? [] : [],
      ),
    };
  }
}

async function searchRecordType(options: {
  context: ActionContext;
  object: ObjectDescription;
  text: string;
}): Promise<{ record?: NamedRecord; candidates: Option[] }> {
  const { context, object, text } = options;
  const { records } = await context.reader.query(
    soql.select({
      from: 'RecordType',
      fields: ['Id', 'Name', 'DeveloperName'],
      where: soql.and(
        soql.eq('SobjectType', object.name),
        soql.eq('IsActive', true),
        isRecordId(text)
          ? soql.eq('Id', toLongId(text))
          : soql.or(soql.eq('Name', text), soql.eq('DeveloperName', text)),
      ),
      limit: 2,
    }),
  );
  const description = await context.reader.describe('RecordType');
  return {
    candidates: [],
    ...(records.length === 1
      ? {
          record: {
            object: description,
            id: String(records[0].Id),
            label: String(records[0].Name),
          },
        }
      : {}),
  };
}

/** Nobody inactive owns records, and a queue owns only what it is made for. */
async function unfit(options: {
  context: ActionContext;
  object: ObjectDescription;
  field: FieldDescription;
  record: NamedRecord;
}): Promise<string | undefined> {
  const { context, object, field, record } = options;
  if (field.name !== 'OwnerId') return undefined;
  if (record.object.name === 'User') {
    const [user] = await context.reader.retrieve({
      object: 'User',
      ids: [record.id],
      fields: ['IsActive'],
    });
    return user?.IsActive === true
      ? undefined
      : `cannot be ${record.label}, who is inactive`;
  }
  if (record.object.name !== 'Group') return undefined;
  const { records } = await context.reader.query(
    soql.select({
      from: 'QueueSobject',
      fields: ['Id'],
      where: soql.and(
        soql.eq('QueueId', record.id),
        soql.eq('SobjectType', object.name),
      ),
      limit: 1,
    }),
  );
  return records.length > 0
    ? undefined
    : `cannot be ${record.label}, which is no queue for ${object.label}`;
}
