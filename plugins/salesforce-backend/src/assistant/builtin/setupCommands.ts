import type { Mention } from './Mentions';
import type { Proposal } from './Proposal';
import { Refused, Unclear, type Reading } from './Reading';

type Verb = NonNullable<ReturnType<Reading['verb']>>;

/** Creates and deletes what an org is made of: users, roles, groups, sets. */
export function setupCommand(
  reading: Reading,
  verb: Verb,
): Proposal | undefined {
  if (
    verb.classes.has('give') &&
    /\b(?:a|an) (?:new )?(?:salesforce )?(?:user|login|account)\b/.test(
      reading.outside,
    )
  ) {
    return createUser(reading, verb);
  }
  const isVague = ['add', 'make', 'open'].includes(verb.words);
  const isNew =
    !isVague ||
    /\b(?:add|make|open) (?:a|an|another|the new|new)\b/.test(reading.plain);
  if (verb.classes.has('create') && isNew) {
    return createUser(reading, verb) ?? createNamed(reading, verb);
  }
  return verb.classes.has('delete') ? deleteNamed(reading, verb) : undefined;
}

function emailsOf(reading: Reading): string[] {
  return reading.tokens
    .filter(({ kind }) => kind === 'email')
    .map(({ text }) => text);
}

function createUser(reading: Reading, verb: Verb): Proposal | undefined {
  const { plain } = reading;
  const says =
    /\b(?:user|login|onboard)\b/.test(plain) || verb.words === 'onboard';
  if (!says || !isUserFirst(reading.outside)) return undefined;
  reading.takeAny(
    verb.words,
    'user',
    'account',
    'login',
    'new',
    'a',
    'username',
    'create',
    'set up',
    'with',
    'profile',
    'role',
    'in',
    'for',
    'named',
    'called',
    'email',
    'e mail',
    'address',
    'time zone',
    'timezone',
    'time',
    'zone',
    'username',
  );
  reading.takeReason();
  const emails = emailsOf(reading);
  if (emails.length === 0) {
    const person = reading.named('person')[0];
    const known = person?.candidates.filter(({ kind }) => kind === 'person');
    if (
      person &&
      known.length === 1 &&
      known[0].detail?.includes('@') &&
      person.quality === 'exact'
    ) {
      emails.push(known[0].detail);
      reading.takeMention(person);
    } else {
      throw new Unclear(
        'What is the e-mail address of the new user?',
        undefined,
        [],
        'for {}',
      );
    }
  }
  const profiles = reading
    .named('profile')
    .filter(({ hinted }) => !hinted || hinted.includes('profile'));
  if (profiles.length === 0)
    throw new Unclear(
      'With which profile?',
      undefined,
      [],
      'with the "{}" profile',
    );
  const profile = reading.one(profiles[0], 'profile', 'profile');
  const roles = reading
    .named('role')
    .filter(
      mention => mention !== profiles[0] && mention.hinted?.includes('role'),
    );
  const role = roles[0] && reading.one(roles[0], 'role', 'role');
  const zone = zoneOf(reading);
  for (const mention of reading.mentions) {
    if (mention.certain) reading.takeMention(mention);
  }
  return {
    people: emails.map(email => ({ reference: email, label: email })),
    drafts: emails.map(email => ({
      action: 'salesforce_create_user',
      input: {
        email,
        profile: profile.value,
        ...(role ? { role: role.value } : {}),
        ...(zone ? { timeZone: zone } : {}),
      },
      ...(reading.reason ? { reason: reading.reason } : {}),
    })),
  };
}

/** Whether "user" is said before any other thing that can be created. */
function isUserFirst(words: string): boolean {
  const other = words.search(
    /\b(?:role|public group|queue|permission set|lead|contact|task|event|case|opportunity)\b/,
  );
  const user = words.search(/\b(?:user|login|onboard|account)\b/);
  return other < 0 || (user >= 0 && user < other);
}

/** "US/Eastern", "Europe/Berlin". */
function zoneOf(reading: Reading): string | undefined {
  const at = reading.tokens.findIndex(
    ({ text, kind }) =>
      kind === 'word' && /^[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+$/.test(text),
  );
  if (at < 0) return undefined;
  reading.used[at] = true;
  return reading.tokens[at].text;
}

const things = [
  {
    noun: 'permission set group',
    action: 'permission_set_group',
    kinds: ['permission-set-group'],
  },
  {
    noun: 'permission set',
    action: 'permission_set',
    kinds: ['permission-set'],
  },
  { noun: 'public group', action: 'group', kinds: ['public-group'] },
  { noun: 'queue', action: 'queue', kinds: ['queue'] },
  { noun: 'role', action: 'role', kinds: ['role'] },
  { noun: 'group', action: 'group', kinds: ['public-group'] },
] as const;

function thingOf(reading: Reading) {
  const { plain } = reading;
  return things
    .map(thing => ({ thing, at: ` ${plain} `.indexOf(` ${thing.noun} `) }))
    .filter(({ at }) => at >= 0)
    .sort(
      (left, right) =>
        left.at - right.at || right.thing.noun.length - left.thing.noun.length,
    )[0]?.thing;
}

function createNamed(reading: Reading, verb: Verb): Proposal | undefined {
  const thing = thingOf(reading);
  if (!thing) return undefined;
  reading.takeAny(
    verb.words,
    thing.noun,
    'new',
    'called',
    'named',
    'with',
    'under',
    'below',
    'and',
    'members',
    'containing',
    'reporting to',
    'role',
    'roles',
    'in it',
    'users',
    'group',
  );
  reading.takeReason();
  const named =
    reading.mentions.find(({ quoted }) => quoted) ??
    nameBehind(reading, thing.noun);
  const name = typeof named === 'string' ? named : named?.text;
  if (!name) throw new Unclear(`What should the ${thing.noun} be called?`);
  if (named && typeof named !== 'string') reading.takeMention(named);
  const others = reading.mentions.filter(
    mention =>
      mention !== named &&
      !(typeof named === 'string' && overlaps(reading, mention, named)),
  );
  let input: Record<string, unknown> = {};
  if (thing.action === 'role') input = roleInput(reading, others);
  if (thing.action === 'group') input = groupInput(reading, others);
  const key = thing.action.startsWith('permission') ? 'label' : 'name';
  return {
    people: [],
    drafts: [
      {
        action: `salesforce_create_${thing.action}`,
        input: { [key]: name, ...input },
        ...(reading.reason ? { reason: reading.reason } : {}),
      },
    ],
  };
}

function overlaps(reading: Reading, mention: Mention, name: string): boolean {
  return name.includes(mention.text) && reading.used[mention.from];
}

/** An unquoted name stands right behind the noun, to the next preposition. */
function nameBehind(reading: Reading, noun: string): string | undefined {
  const words = noun.split(' ');
  const at = reading.tokens.findIndex((_, index) =>
    words.every((word, step) => reading.tokens[index + step]?.plain === word),
  );
  let next = at + words.length;
  while (['called', 'named'].includes(reading.tokens[next]?.plain ?? ''))
    next += 1;
  const name: string[] = [];
  for (; next < reading.tokens.length; next += 1) {
    const token = reading.tokens[next];
    if (
      token.afterBreak ||
      token.kind !== 'word' ||
      [
        'under',
        'with',
        'below',
        'and',
        'for',
        'containing',
        'reporting',
      ].includes(token.plain)
    )
      break;
    name.push(token.text);
    reading.used[next] = true;
  }
  return name.length > 0 ? name.join(' ') : undefined;
}

function roleInput(
  reading: Reading,
  others: Mention[],
): Record<string, unknown> {
  const [parent] = others;
  if (!parent) return {};
  return { parent: reading.one(parent, 'role', 'role').value };
}

function groupInput(
  reading: Reading,
  others: Mention[],
): Record<string, unknown> {
  const users: string[] = [];
  const roles: string[] = [];
  const groups: string[] = [];
  for (const mention of others) {
    const isRole =
      mention.hinted?.includes('role') ??
      mention.candidates.every(({ kind }) => kind === 'role');
    const isGroup =
      mention.candidates.length > 0 &&
      mention.candidates.every(({ kind }) => kind === 'public-group');
    if (isRole) roles.push(reading.one(mention, 'role', 'role').value);
    else if (isGroup)
      groups.push(reading.one(mention, 'group', 'public-group').value);
    else users.push(reading.one(mention, 'person', 'user', 'person').value);
  }
  return {
    ...(users.length > 0 ? { users } : {}),
    ...(roles.length > 0 ? { roles } : {}),
    ...(groups.length > 0 ? { groups } : {}),
  };
}

function deleteNamed(reading: Reading, verb: Verb): Proposal | undefined {
  const thing = thingOf(reading);
  if (!thing || verb.words === 'remove') return undefined;
  if (thing.action === 'queue')
    throw new Refused(
      'Queues are not deleted here; an admin does that in Salesforce.',
    );
  reading.takeAny(verb.words, thing.noun);
  reading.takeReason();
  const mention = reading.named(...thing.kinds)[0];
  if (!mention) throw new Unclear(`Which ${thing.noun}?`);
  const found = reading.one(mention, thing.noun, ...thing.kinds);
  const key = {
    permission_set: 'permissionSet',
    permission_set_group: 'permissionSetGroup',
    role: 'role',
    group: 'group',
  }[thing.action];
  return {
    people: [],
    drafts: [
      {
        action: `salesforce_delete_${thing.action}`,
        input: { [key]: found.value },
        ...(reading.reason ? { reason: reading.reason } : {}),
      },
    ],
  };
}
