import { createUser } from './createUserCommand';
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
  if (thing.action === 'queue') input = { objects: queueObjects(reading) };
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

/** What waits in a queue: "for cases and leads". */
function queueObjects(reading: Reading): string[] {
  const objects = ['Case', 'Lead', 'Task', 'Contact', 'Order', 'Opportunity'];
  const said = objects.filter(name => {
    const word = name.toLowerCase();
    const many = word.replace(/y$/, 'ie');
    return reading.takeAny(word, `${many}s`);
  });
  if (said.length > 0) return said;
  throw new Unclear(
    'What should wait in the queue: cases, leads?',
    undefined,
    [],
    'for {}',
  );
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
