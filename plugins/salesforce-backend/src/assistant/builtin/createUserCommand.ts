import type { Proposal } from './Proposal';
import { Unclear, type Reading } from './Reading';

type Verb = NonNullable<ReturnType<Reading['verb']>>;

function emailsOf(reading: Reading): string[] {
  return reading.tokens
    .filter(({ kind }) => kind === 'email')
    .map(({ text }) => text);
}

/** A new Salesforce user: an address and a profile, and what else is said. */
export function createUser(reading: Reading, verb: Verb): Proposal | undefined {
  const { plain } = reading;
  const isSetUp =
    verb.words === 'set up' &&
    reading.named('profile').length > 0 &&
    reading
      .named('person')
      .some(({ candidates }) =>
        candidates.every(({ kind }) => kind === 'person'),
      );
  const says =
    /\b(?:user|login|onboard)\b/.test(plain) || verb.words === 'onboard';
  // "set up Jenna Rossi with …": a person without a user, and a profile
  if (!isSetUp && (!says || !isUserFirst(reading.outside))) return undefined;
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
    'tz',
    'time',
    'zone',
    'username',
  );
  reading.takeReason();
  const emails = emailsOf(reading);
  if (emails.length === 0) {
    // "We have a new hire, Jenna (jenna@acme.com). Create a user …"
    const before = (reading.before?.mentions ?? []).filter(
      ({ token }) => token.kind === 'email',
    );
    if (before.length === 1) emails.push(before[0].token.text);
  }
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
