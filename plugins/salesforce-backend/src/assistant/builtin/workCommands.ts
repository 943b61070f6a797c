import { personKinds } from './Mentions';
import type { Proposal } from './Proposal';
import { Unclear, type Reading, type Spoken } from './Reading';

type Verb = NonNullable<ReturnType<Reading['verb']>>;

const owned: Record<string, string> = {
  opportunity: 'Opportunity',
  opportunities: 'Opportunity',
  opps: 'Opportunity',
  deals: 'Opportunity',
  account: 'Account',
  accounts: 'Account',
  lead: 'Lead',
  leads: 'Lead',
  case: 'Case',
  cases: 'Case',
  contact: 'Contact',
  contacts: 'Contact',
  task: 'Task',
  tasks: 'Task',
};

/** Hands over what somebody owns. */
export function transferCommand(
  reading: Reading,
  verb: Verb,
): Proposal | undefined {
  if (!verb.classes.has('transfer') && !verb.classes.has('change'))
    return undefined;
  const objects = [
    ...new Set(
      reading.tokens.flatMap(({ plain, kind }) =>
        kind === 'word' && owned[plain] ? [owned[plain]] : [],
      ),
    ),
  ];
  const says =
    /\b(?:records|ownership|everything|book of business|pipeline)\b/.test(
      reading.plain,
    );
  const people = reading.named('user', 'person');
  if ((objects.length === 0 && !says) || people.length < 1) return undefined;
  if (people.length < 2 && !/\bme\b/.test(reading.plain)) return undefined;
  reading.take(verb.words);
  reading.takeAny(
    'open',
    'records',
    'record',
    'ownership',
    'owned',
    'owner',
    'all',
    'everything',
    'to',
    'from',
    'and',
    'over',
    'of',
    'his',
    'her',
    'their',
    ...Object.keys(owned),
  );
  reading.takeReason();
  const isTarget = (at: number) =>
    /\b(?:to|with|onto)(?: the)?$/.test(
      reading.tokens
        .slice(0, at)
        .map(({ plain }) => plain)
        .join(' '),
    );
  const to = people.find(({ from }) => isTarget(from));
  const from = people.find(mention => mention !== to);
  const oneself = /\bto me\b/.test(reading.plain)
    ? { reference: 'me', label: 'you' }
    : undefined;
  const target: Spoken | undefined = to ? spoken(reading, to) : oneself;
  const source: Spoken | undefined = from ? spoken(reading, from) : undefined;
  if (!target) throw new Unclear('To whom should it be handed over?');
  if (!source) throw new Unclear('Whose records should be handed over?');
  const open = /\bopen\b/.test(reading.plain);
  return {
    people: [target],
    drafts: [
      {
        action: 'salesforce_transfer_ownership',
        input: {
          from: source.reference,
          to: target.reference,
          ...(objects.length > 0 ? { objects } : {}),
          ...(open ? { openOnly: true } : {}),
        },
        ...(reading.reason ? { reason: reading.reason } : {}),
      },
    ],
  };
}

function spoken(
  reading: Reading,
  mention: Reading['mentions'][number],
): Spoken {
  const { value, label } = reading.one(mention, 'person', ...personKinds);
  return { reference: value, label };
}

const details: Array<{ words: RegExp; take: string[]; key: string }> = [
  {
    words: /\b(?:job title|title)\b/,
    take: ['job title', 'title', 'job'],
    key: 'title',
  },
  { words: /\bdepartment\b/, take: ['department'], key: 'department' },
  { words: /\bdivision\b/, take: ['division'], key: 'division' },
  {
    words: /\b(?:mobile|cell)(?: phone)?(?: number)?\b/,
    take: ['mobile', 'cell', 'phone', 'number'],
    key: 'mobilePhone',
  },
  { words: /\bphone(?: number)?\b/, take: ['phone', 'number'], key: 'phone' },
  {
    words: /\btime ?zone\b/,
    take: ['time', 'zone', 'timezone'],
    key: 'timeZone',
  },
  {
    words: /\blast ?name|surname\b/,
    take: ['last', 'name', 'surname', 'lastname'],
    key: 'lastName',
  },
  {
    words: /\bfirst ?name\b/,
    take: ['first', 'name', 'firstname'],
    key: 'firstName',
  },
  { words: /\bmanager\b/, take: ['manager'], key: 'manager' },
];

/** Changes details of a Salesforce user: "set Ann's title to Lead Engineer". */
export function detailCommand(
  reading: Reading,
  verb: Verb,
): Proposal | undefined {
  if (!verb.classes.has('change') && !verb.classes.has('give'))
    return undefined;
  const detail = details.find(({ words }) =>
    words.test(reading.outside.split(/ (?:to|as) /)[0]),
  );
  const subjectWords = reading.outside.split(/ (?:to|as) /)[0];
  if (
    !detail ||
    /\b(?:account|opportunity|contact|case|lead|profile|role|permission|group|queue|licen[cs]e|password)\b/.test(
      subjectWords,
    )
  ) {
    return undefined;
  }
  const at = reading.tokens.findIndex(
    ({ plain }, index) => (plain === 'to' || plain === 'as') && index > 0,
  );
  const quote = reading.tokens.findIndex(({ kind }) => kind === 'quote');
  const people = reading.mentions.filter(
    mention => at < 0 || mention.to < at || mention.certain,
  );
  const subject = new Set(people);
  const except = reading.mentions.filter(mention => !subject.has(mention));
  const who = reading.people({ except, optional: true });
  if (who.length === 0) return undefined;
  const end = reading.text.length;
  const behind =
    at >= 0
      ? reading.text
          .slice(reading.tokens[at].end, end)
          .trim()
          .replace(/[.!?\s]+$/, '')
      : undefined;
  const value = quote >= 0 ? reading.tokens[quote].text : behind;
  if (!value)
    throw new Unclear(
      `What should the ${
        detail.words.source.replace(/\\b|\(\?:|\)/g, '').split('|')[0]
      } be?`,
    );
  for (
    let index = at >= 0 ? at : quote;
    index >= 0 && index < reading.tokens.length;
    index += 1
  )
    reading.used[index] = true;
  reading.takeAny(verb.words, ...detail.take, 'to', 'the', 'of', 'for', 'as');
  let written: string = value;
  if (detail.key === 'manager') {
    const mention = except[0];
    if (!mention) throw new Unclear('Who should be the manager?');
    written = reading.one(mention, 'person', ...personKinds).value;
  }
  return {
    people: who,
    drafts: [
      {
        action: 'salesforce_update_user',
        input: {
          users: who.map(({ reference }) => reference),
          [detail.key]: written,
        },
        ...(reading.reason ? { reason: reading.reason } : {}),
      },
    ],
  };
}
