import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  InterpreterContext,
  InterpreterInput,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { objectIn, type ObjectWords } from '../dataQuestions/objectWords';
import { fieldAt } from '../dataQuestions/fieldWords';
import { fieldValue } from './fieldValue';
import type { Memory } from './Memory';
import type { Proposal } from './Proposal';
import { Refused, Unclear, type Reading } from './Reading';

type Verb = NonNullable<ReturnType<Reading['verb']>>;

/** A record that is spoken of. */
export interface SpokenRecord {
  object: string;
  id: string;
  label: string;
}

const crm =
  /\b(?:accounts?|opportunit(?:y|ies)|leads?|contacts?|cases?|tasks?|events?|campaigns?|assets?|products?|contracts?|orders?|records?|subscriptions?)\b/;

/** Work on CRM records: create, update, convert. Deletes do not exist. */
export async function recordCommand(
  reading: Reading,
  verb: Verb,
  memory: Memory,
  input: InterpreterInput,
): Promise<Proposal | undefined> {
  const { plain } = reading;
  if (
    /\b(?:user|users|permission set|profile|public group|queue|password|licen[cs]e)\b/.test(
      plain,
    )
  )
    return undefined;
  const { context } = input;
  // a user's account is the user, not a company
  if (
    reading.named('user', 'person').length > 0 &&
    /\baccounts?\b/.test(reading.outside) &&
    /\b(?:hold|ice|salesforce account|his account|her account|their account)\b/.test(
      plain,
    )
  ) {
    return undefined;
  }
  const isOnRecord =
    context.page?.kind === 'record' || memory.record !== undefined;
  const { outside } = reading;
  const speaks = crm.test(outside) || /__c\b/.test(outside);
  if (
    verb.classes.has('delete') &&
    (speaks || (isOnRecord && /\b(?:this|it|that)\b/.test(plain)))
  ) {
    if (reading.named('user').length === 0 || crm.test(outside)) {
      throw new Refused(
        'Salesdesk deletes no CRM records. An admin can do that in Salesforce itself.',
        [],
      );
    }
  }
  if (verb.classes.has('convert') && /\blead\b/.test(plain))
    return convertLead(reading, memory, context);
  if (
    verb.words === 'log' ||
    (verb.classes.has('create') && speaks && !/\b(?:role|group)\b/.test(plain))
  ) {
    return createRecord(reading, context, memory);
  }
  if (verb.classes.has('change') && (speaks || isOnRecord)) {
    return updateRecord(reading, memory, context);
  }
  return undefined;
}

async function updateRecord(
  reading: Reading,
  memory: Memory,
  context: InterpreterContext,
): Promise<Proposal | undefined> {
  const objects = await objectsOf(context);
  const record = await recordSpokenOf(reading.text, memory, context, objects);
  if (record === 'none') return undefined;
  if (!record)
    throw new Unclear(
      'Which record do you mean? Open its page, or give its name or id.',
    );
  const { description, label } = record;
  const to = /^(.*?)\s(?:to|as|=|is now)\s+(.+?)[\s.!]*$/is.exec(reading.text);
  if (!to) throw new Unclear('To what should it be set?');
  const field = fieldAt(to[1], description, { updateable: true });
  if (!field) throw new Unclear(`Which field of ${label} should be changed?`);
  const value = fieldValue({ field, text: to[2], now: context.now });
  if (value === undefined) {
    throw new Unclear(
      field.picklistValues.length > 0
        ? `“${to[2]}” is no value of ${
            field.label
          }. There is: ${field.picklistValues
            .filter(({ active }) => active)
            .map(each => each.label)
            .join(', ')}.`
        : `I cannot read “${to[2]}” as ${field.label}.`,
    );
  }
  reading.used.fill(true);
  reading.settledFrom = reading.tokens.findIndex(
    ({ start }) => start >= reading.tokens[0].start + to[1].length,
  );
  return {
    people: [],
    drafts: [
      {
        action: 'salesforce_update_record',
        input: {
          object: description.name,
          record: record.id,
          values: { [field.name]: value },
        },
      },
    ],
  };
}

async function createRecord(
  reading: Reading,
  context: InterpreterContext,
  memory: Memory,
): Promise<Proposal | undefined> {
  const objects = await objectsOf(context);
  const found = objectIn(reading.text, objects);
  if (!found) return undefined;
  const description = await context.describe(found.name);
  const fields: Record<string, unknown> = {};
  const { text, plain } = reading;
  const quotes = reading.tokens
    .filter(({ kind }) => kind === 'quote')
    .map(({ text: quoted }) => quoted);
  const email = reading.tokens.find(({ kind }) => kind === 'email')?.text;
  const drafts: Proposal['drafts'] = [];
  const due =
    /\b(tomorrow|today|next \w+|on \w+ ?\d*|in (?:a|\d+|two|three) (?:days?|weeks?))\b/i
      .exec(text)?.[0]
      ?.replace(/^on /i, '');
  const dueDay = due
    ? fieldValue({
        field: { type: 'date', picklistValues: [], label: '' },
        text: due.replace(/^in /i, ''),
        now: context.now,
      })
    : undefined;
  if (found.name === 'Lead') {
    const company =
      /\b(?:for|at|from|company)\s+(?:the\s+)?(?:company\s+)?"?([\p{Lu}\p{N}][\p{L}\p{N}&.' -]*?)"?(?=\s+(?:with|and|using|whose|email)|[,.]|$)/u.exec(
        text,
      )?.[1];
    const name =
      /\b(?:named|called|lead)\s+"?(\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)*)"?/u.exec(
        text,
      )?.[1];
    if (company) fields.Company = company.trim();
    if (email) fields.Email = email;
    const last = name ?? (email ? lastNameOf(email) : undefined);
    if (last) Object.assign(fields, namesOf(last));
    if (!fields.Company)
      throw new Unclear('For which company?', undefined, [], 'for {}');
    if (!fields.LastName)
      throw new Unclear(
        email
          ? 'What is the last name?'
          : 'What is the e-mail address or the name of the lead?',
        undefined,
        [],
        'with email {}',
      );
  } else if (found.name === 'Task') {
    fields.Subject =
      quotes[0] ??
      capital(
        /\btask\b(?:\s+(?:to|for|about))?\s+(.+?)(?=\s+(?:tomorrow|today|next|on|by|due|in \d)\b|[.!]|$)/i.exec(
          text,
        )?.[1] ?? '',
      );
    if (!fields.Subject)
      throw new Unclear('What is the task?', undefined, [], 'to {}');
    if (dueDay) fields.ActivityDate = dueDay;
    link(fields, memory, context);
  } else if (found.name === 'Event') {
    fields.Subject =
      quotes[0] ?? (/\b(?:call)\b/.test(plain) ? 'Call' : 'Meeting');
    const start = new Date(context.now);
    fields.StartDateTime = start.toISOString();
    fields.EndDateTime = new Date(start.getTime() + 3_600_000).toISOString();
    link(fields, memory, context);
  } else {
    const name =
      quotes[0] ??
      /\b(?:called|named)\s+(.+?)(?=\s+(?:with|for|and|in)\b|[.!]|$)/i.exec(
        text,
      )?.[1];
    if (!name)
      throw new Unclear(
        `What should the ${description.label.toLowerCase()} be called?`,
        undefined,
        [],
        'called "{}"',
      );
    const nameField =
      { Contact: 'LastName', Case: 'Subject' }[found.name] ?? 'Name';
    fields[nameField] = name.trim();
    if (email && description.fields.some(field => field.name === 'Email'))
      fields.Email = email;
  }
  reading.used.fill(true);
  reading.settledFrom = Math.min(3, reading.tokens.length);
  drafts.push({
    action: 'salesforce_create_record',
    input: { object: found.name, values: fields },
  });
  const children = /\bchild(?:ren)?\b/.test(plain) ? quotes.slice(1) : [];
  if (children.length > 0) {
    drafts[0].input = {
      object: found.name,
      values: fields,
      children: children.map(name => ({
        values: { Name: name },
      })),
    };
  }
  return { people: [], drafts };
}

function link(
  fields: Record<string, unknown>,
  memory: Memory,
  context: InterpreterContext,
): void {
  const record =
    context.page?.kind === 'record'
      ? { object: context.page.object, id: context.page.id }
      : memory.record;
  if (!record) return;
  if (record.object === 'Contact' || record.object === 'Lead')
    fields.WhoId = record.id;
  else if (record.object !== 'User') fields.WhatId = record.id;
}

function capital(text: string): string {
  const trimmed = text.trim();
  return trimmed && trimmed[0].toUpperCase() + trimmed.slice(1);
}

function namesOf(name: string): Record<string, string> {
  const parts = name.split(/\s+/);
  const last = parts[parts.length - 1];
  return {
    LastName: last,
    ...(parts.length > 1 ? { FirstName: parts.slice(0, -1).join(' ') } : {}),
  };
}

function lastNameOf(email: string): string | undefined {
  const [local] = email.split('@');
  const parts = local.split(/[._-]+/).filter(part => /^\p{L}{2,}$/u.test(part));
  return parts.length > 0 ? parts.map(capital).join(' ') : undefined;
}

async function convertLead(
  reading: Reading,
  memory: Memory,
  context: InterpreterContext,
): Promise<Proposal> {
  const { text } = reading;
  const quotes = reading.tokens
    .filter(({ kind }) => kind === 'quote')
    .map(({ text: quoted }) => quoted);
  const id = reading.tokens.find(
    ({ kind, text: written }) => kind === 'id' && written.startsWith('00Q'),
  )?.text;
  const name =
    /\bconvert\s+(?:the\s+)?(?:lead\s+(?:of\s+|for\s+)?)?"?(\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}-]*)*?)(?:'s|’s)?"?\s*(?:lead\b|,|\.|$|use\b|and\b|into\b)/iu.exec(
      text,
    )?.[1] ??
    /\blead\s+(?:of\s+|for\s+|named\s+)?"?(\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)*)"?/u.exec(
      text,
    )?.[1];
  const here = context.page?.kind === 'record' ? context.page : memory.record;
  const fromPage = here?.object === 'Lead' ? here.id : undefined;
  const lead =
    id ??
    (name && !/^(?:this|the|that|lead|it)$/i.test(name)
      ? name.replace(/['’]s$/, '')
      : fromPage);
  if (!lead)
    throw new Unclear('Which lead? Give its name or id.', undefined, [], '{}');
  const opportunityName = /\b(?:opportunity|opp)\b[^"]*"/i.test(text)
    ? quotes[quotes.length - 1]
    : undefined;
  const none = /\b(?:no|without(?: an?)?) (?:new )?opportunity\b/i.test(text);
  reading.used.fill(true);
  reading.settledFrom = Math.min(2, reading.tokens.length);
  return {
    people: [],
    drafts: [
      {
        action: 'salesforce_convert_lead',
        input: {
          lead,
          ...(opportunityName ? { opportunity: opportunityName } : {}),
          ...(none ? { withoutOpportunity: true } : {}),
        },
      },
    ],
  };
}

export async function objectsOf(
  context: InterpreterContext,
): Promise<ObjectWords[]> {
  return (await context.objects()).filter(({ queryable }) => queryable);
}

/** The record of the page, by id, by name, or the one spoken of last. */
export async function recordSpokenOf(
  text: string,
  memory: Memory,
  context: InterpreterContext,
  objects: ObjectWords[],
): Promise<
  (SpokenRecord & { description: ObjectDescription }) | undefined | 'none'
> {
  const id = /\b(?=[A-Za-z0-9]*\d)[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?\b/.exec(
    text,
  )?.[0];
  if (id) {
    const object = objects.find(
      ({ keyPrefix }) => keyPrefix === id.slice(0, 3),
    );
    return (
      object && {
        object: object.name,
        id,
        label: `this ${object.label}`,
        description: await context.describe(object.name),
      }
    );
  }
  const named = objectIn(text, objects);
  const quoted = /"([^"]+)"/.exec(text.split(/\sto\s/i)[0])?.[1];
  const byName = named && (quoted ?? nameBefore(text, named.words));
  if (
    named &&
    byName &&
    !/^(?:this|that|the|an?|my|update|change|set)$/i.test(byName)
  ) {
    const found = await findByName(named.name, byName, context);
    if (found)
      return { ...found, description: await context.describe(named.name) };
  }
  const { page } = context;
  const here =
    page?.kind === 'record'
      ? { object: page.object, id: page.id, label: `this ${page.object}` }
      : memory.record;
  if (
    here &&
    (!named || named.name === here.object || /\bfor this\b/i.test(text))
  ) {
    return { ...here, description: await context.describe(here.object) };
  }
  return named ? undefined : 'none';
}

/** "the Acme Renewal opportunity", "opportunity Acme Renewal". */
function nameBefore(text: string, words: string): string | undefined {
  const before = new RegExp(
    `(?:the|of|for|update|change|set|on|open|get|find|show)\\s+((?:[\\p{Lu}\\p{N}][\\p{L}\\p{N}&.'-]*\\s+)+)${words}\\b`,
    'u',
  ).exec(text)?.[1];
  const after = new RegExp(
    `\\b${words}\\s+((?:[\\p{Lu}\\p{N}][\\p{L}\\p{N}&.'-]*(?:\\s+|$|,))+)`,
    'iu',
  ).exec(text)?.[1];
  return (
    (before ?? (after && /^\p{Lu}/u.test(after) ? after : undefined))
      ?.replace(/[,\s]+$/, '')
      .replace(/^(?:Update|Change|Set|Open|Get|Find|Show)\s+/i, '')
      .trim() || undefined
  );
}

export async function findByName(
  object: string,
  name: string,
  context: InterpreterContext,
): Promise<SpokenRecord | undefined> {
  const nameField = ['Case', 'Task', 'Event'].includes(object)
    ? 'Subject'
    : 'Name';
  const text = name.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
  const answer = await context
    .read({
      action: 'salesforce_run_soql',
      input: {
        query: `SELECT Id, ${nameField} FROM ${object} WHERE ${nameField} LIKE '%${text.replace(
          /[%_]/g,
          '\\$&',
        )}%' ORDER BY ${nameField} LIMIT 11`,
      },
    })
    .catch(error => {
      if (error instanceof SalesdeskError || error?.name === 'NotAllowedError')
        throw new Refused(error.message);
      throw error;
    });
  const rows = answer.rows ?? [];
  const exact = rows.filter(
    row => String(row[nameField]).toLowerCase() === name.toLowerCase(),
  );
  const fitting = exact.length > 0 ? exact : rows;
  if (fitting.length === 0) return undefined;
  if (fitting.length > 1) {
    throw new Unclear(
      `“${name}” could be more than one ${object}: ${fitting
        .slice(0, 8)
        .map(row => String(row[nameField]))
        .join('; ')}. Which one? Give its full name or id.`,
    );
  }
  return {
    object,
    id: String(fitting[0].Id),
    label: String(fitting[0][nameField]),
  };
}
