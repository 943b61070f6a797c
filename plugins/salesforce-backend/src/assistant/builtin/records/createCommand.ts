import type {
  InterpreterContext,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { objectIn } from '../../dataQuestions/objectWords';
import type { Memory } from '../Memory';
import type { Proposal } from '../Proposal';
import { Unclear, type Reading } from '../Reading';
import { wallClock } from '../wallClock';
import { activityValues } from './activityValues';
import { clauseText, recordHere, settle } from './clauseText';
import { companyName, personValues } from './personValues';
import { nameEnd, Rest } from './Rest';
import { saidValues } from './saidValues';
import { objectsOf } from './spokenRecord';
import { demandAllUsed } from './unsaid';

type Values = Record<string, unknown>;

/** What a step is about, while its words are taken. */
export interface NewThing {
  rest: Rest;
  description: ObjectDescription;
  values: Values;
  context: InterpreterContext;
  /** The person's clock on the wall. */
  now: Date;
  here: { object: string; id: string } | undefined;
}

const head =
  /^\s*(?:(?:please|pls|plz|can you|could you|i (?:want|need|would like) to|i'd like to|let's|kindly|also|go ahead and)\s+)*(?:create|add|make|log|open|new|register|schedule|book|set up|enter|start|put in|insert|record|build)\b\s*(?:me\s+|us\s+|in\s+)?(?:(?:an?|the|another|one|this|that)\b)?\s*(?:new\s+|open\s+)?/i;

/** A new record: what it is, what it is called, and the fields that were said. */
export async function createCommand(
  reading: Reading,
  context: InterpreterContext,
  memory: Memory,
): Promise<Proposal | undefined> {
  const text = clauseText(reading);
  const objects = await objectsOf(context);
  const activity = activityIn(text);
  const found = activity ?? objectIn(text, objects);
  if (!found || found.name === 'User') return undefined;
  const description = await context.describe(found.name);
  const rest = new Rest(text);
  const priority = rest.take(/\b(high|medium|low)[ -]priority\b/i)?.[1];
  if (priority) rest.text = `${rest.text}, priority ${priority}`;
  const asContact = rest.take(
    new RegExp(
      `^\\s*(?:please\\s+)?add\\s+(.+?)\\s+as\\s+an?\\s+(?:new\\s+)?${found.words}\\b`,
      'i',
    ),
  );
  rest.take(head);
  if (asContact) rest.text = `${asContact[1]} ${rest.text}`;
  else rest.take(new RegExp(`^\\s*${found.words}\\b`, 'i'));
  const thing: NewThing = {
    rest,
    description,
    values: {},
    context,
    now: wallClock(context),
    here: recordHere(context, memory.record),
  };
  const children = childNames(thing, found.name);
  switch (found.name) {
    case 'Lead':
    case 'Contact':
      personValues(thing, found.name);
      break;
    case 'Task':
    case 'Event':
      activityValues(thing, found.name, text);
      break;
    default:
      if (found.name === 'Opportunity') takeMoney(thing);
      namedValues(thing, found.name);
  }
  const said = saidValues({
    text: rest.text,
    description,
    right: 'create',
    now: thing.now,
    except: Object.keys(thing.values),
  });
  rest.text = said.rest;
  Object.assign(thing.values, said.values);
  looseValues(thing);
  demandAllUsed(rest.text);
  demandNeeded(thing, found.name);
  settle(reading);
  return {
    people: [],
    drafts: [
      {
        action: 'salesforce_create_record',
        input: {
          object: found.name,
          values: thing.values,
          ...(children.length > 0
            ? { children: children.map(Name => ({ values: { Name } })) }
            : {}),
        },
      },
    ],
  };
}

/** "log a call", "schedule a meeting", "remind me": activities without the word. */
function activityIn(text: string): { name: string; words: string } | undefined {
  const call =
    /\b(?:log|add|create|record)\s+(?:an?\s+|the\s+|my\s+)?(?:new\s+)?(?:phone\s+)?call\b/i.exec(
      text,
    );
  if (call) return { name: 'Task', words: '(?:phone\\s+)?call' };
  if (/^\s*(?:please\s+)?remind me\b/i.test(text)) {
    return { name: 'Task', words: 'remind me' };
  }
  const meeting =
    /\b(?:log|add|create|schedule|book|set up)\s+(?:an?\s+|the\s+|this\s+)?(?:new\s+)?(meeting|event)\b/i.exec(
      text,
    );
  return meeting ? { name: 'Event', words: meeting[1] } : undefined;
}

function childNames({ rest }: NewThing, object: string): string[] {
  if (object !== 'Account') return [];
  const found = rest.take(
    /\b(?:with|and)\s+(?:\w+\s+)?child(?:ren)?(?:\s+accounts?)?\b(?:\s+(?:called|named))?[:\s]*((?:"[^"]+"(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+)?)+)/i,
  );
  return found ? [...found[1].matchAll(/"([^"]+)"/g)].map(each => each[1]) : [];
}

/** Accounts, opportunities, cases and custom records: what they are called, and whose they are. */
function namedValues(thing: NewThing, object: string): void {
  const { rest, description, values, here } = thing;
  const lookup = description.fields.find(
    ({ name, createable }) =>
      ['AccountId', 'Account__c'].includes(name) && createable,
  );
  const nameField =
    object === 'Case'
      ? 'Subject'
      : description.fields.find(
          ({ nameField: isName, createable }) => isName && createable,
        )?.name;
  if (nameField) {
    const name = rest.takeName(
      /\b(?:called|named|titled|name(?:\s+is)?|subject(?:\s+is)?)\s+("[^"]+")/i,
      /^\s*("[^"]+")/,
      ...(object === 'Case'
        ? [
            /\b(?:about|regarding|saying|titled|re)[:\s]+"?([^"]+?)"?\s*(?=,?\s*\b(?:with\s+)?(?:priority|status|for (?:the )?account|origin|type|owner|reason)\b|$)/i,
            /:\s*([^,]+?)\s*(?=,|$)/,
          ]
        : []),
      new RegExp(`\\b(?:called|named|titled)\\s+([^",]+?)${nameEnd}`, 'i'),
      /("[^"]+")/,
      ...(object === 'Account' ||
      object.endsWith('__c') ||
      object === 'Campaign'
        ? [
            new RegExp(
              `^\\s*(?:for\\s+)?(?!for\\b|with\\b|called\\b|named\\b)((?:\\p{Lu}|\\p{N})[^",]*?)${nameEnd}`,
              'u',
            ),
          ]
        : []),
    );
    if (name) values[nameField] = name;
  }
  if (lookup) {
    const account = rest.takeName(
      new RegExp(
        `\\b(?:for|with|at|on|under|to|from)\\s+(?:the\\s+)?(?:existing\\s+)?(?:account|company|customer|acct)\\s+"?([^",]+?)"?${nameEnd}`,
        'i',
      ),
      new RegExp(
        `\\b(?:for|with|at|on|under|from)\\s+(?:the\\s+)?"?([^",]+?)"?\\s+account\\b`,
        'i',
      ),
      new RegExp(
        `\\b(?:for|at|under|from|with)\\s+(?!\\$|\\d)"?((?:\\p{Lu}|\\p{N})[^",]*?)"?${nameEnd}`,
        'u',
      ),
    );
    if (account) values[lookup.name] = account;
    else if (here?.object === 'Account') values[lookup.name] = here.id;
  }
  if (object === 'Opportunity') {
    const account = values.AccountId;
    const isName =
      typeof account === 'string' && account !== here?.id && !values.Name;
    if (isName) values.Name = `${account} Opportunity`;
  }
}

/** "$50k" and "1.2 million" are the amount, whatever stands before them. */
function takeMoney({ rest, description, values }: NewThing): void {
  const money =
    /(?:\b(?:for|of|worth|at|valued at|amount(?: of)?)\s+)?([$€£]\s?\d[\d,.]*\s?(?:k|m|mn|million|thousand)?\b|\b\d[\d,.]*\s?(?:k|m|mn|million|thousand)\b)/i;
  const outside = rest.text.replace(/"[^"]*"/g, quoted =>
    ' '.repeat(quoted.length),
  );
  const found = money.exec(outside);
  const before = outside.slice(0, found?.index);
  if (!found || /\b(?:revenue|arr|cost|budget)\s*$/i.test(before)) return;
  const said = saidValues({
    text: `amount ${found[1]}`,
    description,
    right: 'create',
    now: new Date(0),
  }).values.Amount;
  if (said === undefined) return;
  values.Amount = said;
  rest.text = `${rest.text.slice(0, found.index)} ${rest.text.slice(
    found.index + found[0].length,
  )}`;
}

/** E-mail addresses, places and phone numbers that need no word before them. */
function looseValues({ rest, description, values }: NewThing): void {
  const fieldOf = (...names: string[]) =>
    names.find(
      name =>
        !(name in values) &&
        description.fields.some(
          field => field.name === name && field.createable,
        ),
    );
  const email = fieldOf('Email', 'SuppliedEmail');
  const address = email && rest.take(/\b[^\s@,"]+@[^\s@,"]+\.\w+\b/)?.[0];
  if (email && address) values[email] = address;
  const city = fieldOf('BillingCity', 'MailingCity', 'City');
  const place =
    city &&
    rest.take(/\bin\s+(\p{Lu}[\p{L}.'-]*(?:\s+\p{Lu}[\p{L}.'-]*)*)/u)?.[1];
  if (city && place) values[city] = place;
  // "in Hamburg, Germany"
  const country =
    place && fieldOf('BillingCountry', 'MailingCountry', 'Country');
  const land =
    country &&
    rest.take(
      /^[^\p{L}\p{N}]*(\p{Lu}[\p{L}.'-]*(?:\s+\p{Lu}[\p{L}.'-]*)*)(?=\s*(?:,|$))/u,
    )?.[1];
  if (country && land) values[country] = land;
  const phone = fieldOf('Phone');
  const digits =
    phone && rest.take(/(?<!\S)\+?\(?\d[\d\s().-]{6,}\d(?!\S)/)?.[0];
  if (phone && digits) values[phone] = digits.trim();
}

/** Asks for what the record cannot be without, and takes the usual for the rest. */
function demandNeeded({ values, description }: NewThing, object: string): void {
  const ask = (text: string, append: string) => {
    throw new Unclear(text, undefined, [], append);
  };
  switch (object) {
    case 'Lead':
      if (!values.Company) ask('For which company?', 'at {}');
      if (!values.LastName) ask('What is the lead called?', 'named "{}"');
      break;
    case 'Contact':
      if (!values.LastName) ask('What is the contact called?', 'named "{}"');
      break;
    case 'Opportunity':
      if (!values.Name) {
        ask('What should the opportunity be called?', 'called "{}"');
      }
      if (!values.CloseDate) ask('When will it close?', 'closing {}');
      values.StageName ??= description.fields
        .find(({ name }) => name === 'StageName')
        ?.picklistValues.find(({ active }) => active)?.value;
      break;
    case 'Task':
      if (!values.Subject) ask('What is the task?', 'to {}');
      break;
    case 'Case':
      if (!values.Subject) ask('What is the case about?', 'about {}');
      break;
    case 'Event':
      break;
    default:
      if (
        description.fields.some(
          ({ nameField, createable, name }) =>
            nameField && createable && !values[name],
        )
      ) {
        ask(
          `What should the ${description.label.toLowerCase()} be called?`,
          'called "{}"',
        );
      }
  }
  if (object === 'Lead' && typeof values.Company === 'string') {
    values.Company = companyName(values.Company);
  }
}
