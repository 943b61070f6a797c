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
      reading.tokens.flatMap(({ plain, kind }, at) =>
        // "Lead Triage" is a queue
        kind === 'word' && owned[plain] && !reading.isMentioned(at)
          ? [owned[plain]]
          : [],
      ),
    ),
  ];
  const says =
    /\b(?:records|ownership|everything|book of business|pipeline)\b/.test(
      reading.plain,
    );
  const people = reading.named('user', 'person');
  if ((objects.length === 0 && !says) || people.length < 1) return undefined;
  const left = /\b(?:his|her|their)\b/.test(reading.plain)
    ? reading.spokenOf
    : [];
  if (people.length < 2 && !/\bme\b/.test(reading.plain) && left.length !== 1) {
    return undefined;
  }
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
  // "Ari takes over the accounts of Marco": who takes is said first
  const takesOver =
    /\btakes? over\b/.test(reading.plain) && people.length === 2;
  const heir = takesOver && !to ? people[0] : to;
  const giver = heir === from ? people[1] : from;
  const target: Spoken | undefined = heir ? spoken(reading, heir) : oneself;
  // "his accounts": of the one who was spoken of
  const source: Spoken | undefined = giver ? spoken(reading, giver) : left[0];
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
  {
    words: /\be ?-?mail(?: address)?\b/,
    take: ['email address', 'e mail', 'email', 'mail', 'address'],
    key: 'email',
  },
];

/** Changes details of a Salesforce user: "set Ann's title to Lead Engineer". */
export function detailCommand(
  reading: Reading,
  verb: Verb,
): Proposal | undefined {
  if (!verb.classes.has('change') && !verb.classes.has('give'))
    return undefined;
  const [subjectWords] = reading.outside.split(/ (?:to|as|be|is) /);
  const detail =
    details.find(({ words }) => words.test(subjectWords)) ??
    // "set Priya as the manager of Ann"
    details.find(
      ({ key, words }) => key === 'manager' && words.test(reading.outside),
    );
  if (
    !detail ||
    /\b(?:account|opportunity|contact|case|lead|profile|role|permission|group|queue|licen[cs]e|password)\b/.test(
      subjectWords,
    )
  ) {
    return undefined;
  }
  if (detail.key === 'manager') return managerChange(reading, verb);
  const at = reading.tokens.findIndex(
    ({ plain }, index) =>
      index > 0 &&
      (plain === 'to' ||
        plain === 'as' ||
        (plain === 'be' && !isTo(reading, index + 1)) ||
        (plain === 'now' && reading.tokens[index - 1].plain === 'is') ||
        (plain === 'is' &&
          reading.tokens[index + 1]?.plain !== 'now' &&
          /\bnew\b/.test(reading.plain))),
  );
  const quote = reading.tokens.findIndex(({ kind }) => kind === 'quote');
  const people = reading.mentions.filter(
    mention =>
      at < 0 ||
      mention.to < at ||
      // an address behind "to" is the value
      (mention.certain && detail.key !== 'email'),
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
  // "email me a link to …" is about no address
  if (detail.key === 'email' && value && !value.includes('@')) return undefined;
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
  return {
    people: who,
    drafts: [
      {
        action: 'salesforce_update_user',
        input: {
          users: who.map(({ reference }) => reference),
          [detail.key]: value,
        },
        ...(reading.reason ? { reason: reading.reason } : {}),
      },
    ],
  };
}

function isTo(reading: Reading, at: number): boolean {
  return /^(?:set|changed|updated|to)$/.test(reading.tokens[at]?.plain ?? '');
}

/**
 * "Ann's manager is now Priya", "set Priya as the manager of Ann". Which of two
 * people is whose manager is never guessed.
 */
function managerChange(reading: Reading, verb: Verb): Proposal | undefined {
  const people = reading.named('user', 'person');
  const at = reading.tokens.findIndex(({ plain }) => plain === 'manager');
  const whose =
    people.find(
      ({ to, possessive }) =>
        possessive &&
        reading.tokens
          .slice(to + 1, at)
          .every(({ plain }) => /^(?:new|direct|line)$/.test(plain)),
    ) ??
    people.find(
      ({ from }) =>
        from > at &&
        reading.tokens
          .slice(at + 1, from)
          .every(({ plain }) => /^(?:of|for|to|the|user)$/.test(plain)),
    );
  const isOwn =
    !whose && /\bmy (?:new |line |direct )?manager\b/.test(reading.plain);
  const others = people.filter(mention => mention !== whose);
  if (people.length === 0) return undefined;
  if ((!whose && !isOwn) || others.length !== 1) {
    throw new Unclear(
      'Who should be whose manager? Say for example “set Ann Lee’s manager to Priya Raman”.',
    );
  }
  const who: Spoken = whose
    ? spoken(reading, whose)
    : { reference: 'me', label: 'you' };
  const manager = reading.one(others[0], 'person', ...personKinds);
  reading.takeAny(verb.words, 'manager', 'new', 'line', 'direct');
  reading.takeReason();
  return {
    people: [who],
    drafts: [
      {
        action: 'salesforce_update_user',
        input: { users: [who.reference], manager: manager.value },
        ...(reading.reason ? { reason: reading.reason } : {}),
      },
    ],
  };
}
