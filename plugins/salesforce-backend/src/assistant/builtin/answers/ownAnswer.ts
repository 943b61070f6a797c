import type {
  AnswerBlock,
  InterpretedPart,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { SalesforceUser } from '@salesdesk/backstage-plugin-salesforce-common';
import { Unclear, type Reading } from '../Reading';
import type { Answerer } from './answerQuestion';
import { blocksPart, textPart } from './blocks';

const facts: Array<{
  words: RegExp;
  tell(user: SalesforceUser, who: string): AnswerBlock;
}> = [
  {
    words: /\bpermission sets?\b|\bpermsets?\b|\bpermissions?\b|\baccess do\b/,
    tell: (user, who) => {
      const sets = user.permissionSets ?? [];
      return {
        kind: 'table',
        title: `Permission sets of ${who}`,
        columns: [
          { name: 'label', label: 'Permission set', type: 'string' },
          { name: 'kind', label: 'Kind', type: 'string' },
          { name: 'expiresAt', label: 'Until', type: 'datetime' },
        ],
        rows: sets.map(({ id, label, kind, expiresAt }) => ({
          id,
          label,
          kind:
            kind === 'permission_set'
              ? 'Permission set'
              : 'Permission set group',
          expiresAt: expiresAt ?? null,
        })),
        total: sets.length,
      };
    },
  },
  {
    words: /\blog(?:ged)? ?(?:in|on)\b|\blast login\b|\bsign(?:ed)? in\b/,
    tell: (user, who) =>
      said(
        user.lastLoginAt
          ? `${who} last logged in on ${user.lastLoginAt
              .slice(0, 16)
              .replace('T', ' at ')} UTC.`
          : `${who} never logged in.`,
      ),
  },
  {
    words: /\bprofile\b/,
    tell: (user, who) =>
      said(`The profile of ${who} is ${user.profile ?? 'unknown'}.`),
  },
  {
    words: /\brole\b/,
    tell: (user, who) =>
      said(
        user.role
          ? `The role of ${who} is ${user.role}.`
          : `${who} has no role.`,
      ),
  },
  {
    words: /\blicen[cs]es?\b/,
    tell: (user, who) =>
      said(`The user licence of ${who} is ${user.license ?? 'none'}.`),
  },
  {
    words: /\be ?-?mail\b/,
    tell: (user, who) =>
      said(`The e-mail address of ${who} is ${user.email ?? 'unknown'}.`),
  },
  {
    words: /\busername\b|\blogin name\b/,
    tell: (user, who) =>
      said(`The username of ${who} is ${user.username ?? 'unknown'}.`),
  },
  {
    words:
      /\b(?:frozen|active|inactive|deactivated|locked|status|enabled|disabled)\b/,
    tell: (user, who) =>
      said(
        `${who}: ${user.status}${
          user.frozenUntil ? ` until ${user.frozenUntil.slice(0, 10)}` : ''
        }.`,
      ),
  },
];

function said(text: string): AnswerBlock {
  return {
    kind: 'text',
    text: text
      .replace(/\byou last\b/i, 'You last')
      .replace(/^you /, 'You ')
      .replace('You has', 'You have')
      .replace('of you ', 'of yours ')
      .replace(/^you:/, 'You are'),
  };
}

const refused: InterpretedPart = {
  kind: 'refusal',
  reason: 'You may look up your own Salesforce user only.',
  code: 'not_permitted',
  instead: ['What permission sets am I assigned?'],
};

/** "Dan Novak's profile", "whether Marco is frozen", of whoever may look up nobody else. */
function speaksOfStranger(reading: Reading): boolean {
  if (reading.context.may.lookThrough) return false;
  return reading.tokens.some(
    ({ possessive, capital, plain }, at) =>
      !reading.isMentioned(at) &&
      at > 0 &&
      capital &&
      plain !== 'i' &&
      (possessive ||
        /^(?:is|frozen|active|inactive|deactivated|locked)$/.test(
          reading.tokens[at + 1]?.plain ?? '',
        )),
  );
}

/** About one person: permission sets, profile, role, last login, status. */
export const ownAnswer: Answerer = async ({
  plain,
  reading,
  input,
  memory,
}) => {
  if (
    /\b(?:users|accounts|opportunit|leads|contacts|cases|members|everyone|anyone|who (?:has|have|hasn|is|are)|which|how many|list (?:all|of)|tasks)\b/.test(
      plain,
    ) &&
    !/\bwhich (?:permission sets?|profile|role|licen[cs]e)\b.*\b(?:i|my|me|do|does|has)\b/.test(
      plain,
    )
  )
    return undefined;
  if (/\b(?:who)\b/.test(plain) && !/\bwho am i\b/.test(plain))
    return undefined;
  // what somebody would need is not what they have
  if (
    /\b(?:do|would|does|should) (?:\w+ ){1,2}(?:need|require)\b/.test(plain)
  ) {
    return undefined;
  }
  // that somebody is frozen says nothing of why
  if (/^(?:and |so |but )?(?:why|how come)\b/.test(plain)) return undefined;
  const wanted = facts.filter(({ words }) => words.test(plain));
  if (/\bwho am i\b/.test(plain)) wanted.push(...facts.slice(1, 5));
  if (wanted.length === 0 || /\bfields?\b|\bpicklist\b|\bobject\b/.test(plain))
    return undefined;
  const { context } = input;
  const isOwn = speaksOfOneself(plain, reading);
  const people = isOwn
    ? [{ reference: 'me', label: 'you' }]
    : reading.people({ optional: true });
  if (people.length !== 1 || (!isOwn && people[0].reference === 'me')) {
    return speaksOfStranger(reading) ? [refused] : undefined;
  }
  const [person] = people;
  memory.people = people;
  if (person.reference === 'me') {
    const own = await context.ownUser();
    if (!own)
      return [textPart(`You have no Salesforce user in ${context.org.title}.`)];
    return [blocksPart(...wanted.map(({ tell }) => tell(own, 'you')))];
  }
  const ref = await personRefOf(person.reference, input.context);
  if (!ref)
    throw new Unclear(
      `I cannot look up ${person.label}: the catalog does not know who that is.`,
    );
  const users = await context.usersOfPerson(ref).catch(error => {
    if (error?.name === 'NotFoundError') return undefined;
    throw error;
  });
  if (!users) return [refused];
  const user = users.find(({ id }) => id);
  if (!user)
    return [
      textPart(
        `${person.label} has no Salesforce user in ${context.org.title}.`,
      ),
    ];
  return [blocksPart(...wanted.map(({ tell }) => tell(user, person.label)))];
};

/** "tell me whether Marco is frozen", "I'd like to know Ann's role": who asks is not who is asked about. */
function speaksOfOneself(plain: string, reading: Reading): boolean {
  if (reading.named('user', 'person').length > 0) return false;
  return /\b(?:my|i|me|am)\b/.test(
    plain
      .replace(
        /\b(?:i(?:['’]d| would)? (?:want|need|like|love|have) to (?:know|see|check|find out)|i(?:['’]m| am) (?:wondering|curious|not sure)|i wonder|do i (?:see|understand) (?:it |that )?right(?:ly)?)\b/g,
        ' ',
      )
      .replace(/\b(?:show|tell|give|remind|let|for|send|help|get) me\b/g, ' '),
  );
}

async function personRefOf(
  reference: string,
  context: Parameters<Answerer>[0]['input']['context'],
): Promise<string | undefined> {
  if (reference.startsWith('user:')) return reference;
  const people = context.names.find({
    words: reference,
    kinds: ['person'],
    quality: 'exact',
    limit: 3,
  });
  if (people.length === 1) return people[0].thing.value;
  const [user] = context.names.find({
    words: reference,
    kinds: ['user'],
    quality: 'exact',
    limit: 1,
  });
  if (!user) return undefined;
  const named = context.names.find({
    words: user.thing.label,
    kinds: ['person'],
    quality: 'exact',
    limit: 3,
  });
  return named.length === 1 ? named[0].thing.value : undefined;
}
