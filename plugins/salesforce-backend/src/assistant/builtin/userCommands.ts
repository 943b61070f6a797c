import type { VerbClass } from './lexicon';
import { proposal, type Proposal } from './Proposal';
import { Refused, Unclear, type Reading } from './Reading';
import { requirePermitted } from './requirePermitted';

type Verb = NonNullable<ReturnType<Reading['verb']>>;

const single: Array<{ verb: VerbClass; action: string; ends?: boolean }> = [
  { verb: 'unfreeze', action: 'salesforce_unfreeze_user' },
  { verb: 'freeze', action: 'salesforce_freeze_user', ends: true },
  { verb: 'deactivate', action: 'salesforce_deactivate_user' },
  { verb: 'reactivate', action: 'salesforce_reactivate_user' },
];

/** What is done to Salesforce users themselves: freeze, deactivate, reset. */
export function userCommand(
  reading: Reading,
  verb: Verb,
): Proposal | undefined {
  return (
    password(reading, verb) ??
    sessions(reading, verb) ??
    deletion(reading, verb) ??
    status(reading, verb)
  );
}

/** What is said without its verb. */
const said = [
  {
    words: /\bput\b.*\bon (?:hold|ice)\b/,
    means: single.find(({ verb }) => verb === 'freeze'),
  },
  {
    words: /\b(?:make|set|mark)\b.*\binactive\b/,
    means: single.find(({ verb }) => verb === 'deactivate'),
  },
  {
    words: /\b(?:make|set|mark)\b.*\bactive\b/,
    means: single.find(({ verb }) => verb === 'reactivate'),
  },
];

const freezesFirst =
  /\b(?:but |and )?(?:freeze|frozen) ?(?:him|her|them|it)? ?(?:first|meanwhile|in the meantime|until then|before)\b/;

function status(reading: Reading, verb: Verb): Proposal | undefined {
  const found =
    single.find(({ verb: each }) => verb.classes.has(each)) ??
    said.find(({ words }) => words.test(reading.plain))?.means;
  if (!found) return undefined;
  if (
    reading.named('permission-set', 'permission-set-group', 'profile').length >
    0
  ) {
    const [mention] = reading.named(
      'permission-set',
      'permission-set-group',
      'profile',
    );
    if (mention.hinted && !reading.people({ optional: true }).length)
      return undefined;
  }
  reading.takeAny(
    verb.words,
    'account',
    'accounts',
    'login',
    'whose',
    'username',
    'email',
    'e mail',
    'address',
    'again',
    'out',
    'on hold',
    'hold',
    'ice',
    'from',
    'logging',
    'in',
    'should',
    'be',
    'with',
    'left',
    'active',
    'inactive',
    'temporarily',
    'for that time',
    'meanwhile',
  );
  requirePermitted(reading, found.action);
  const meanwhile =
    found.action === 'salesforce_deactivate_user'
      ? freezesFirst.exec(reading.plain)?.[0]
      : undefined;
  if (meanwhile) reading.settle(meanwhile.trim());
  const until =
    reading.takeUntil() ?? (found.ends ? reading.endBefore() : undefined);
  reading.takeReason();
  const people = reading.people();
  if (until && !found.ends) {
    throw new Unclear('That has no end date. Should it be done for good?');
  }
  return proposal({
    reading,
    action: found.action,
    people,
    ...(until ? { until } : {}),
    ...(meanwhile ? { input: { freezeMeanwhile: true } } : {}),
  });
}

function password(reading: Reading, verb: Verb): Proposal | undefined {
  const { plain } = reading;
  const speaksOfPassword =
    (/\breset\b/.test(plain) &&
      /\b(?:password|pwd?)\b/i.test(reading.before?.text ?? '')) ||
    /\b(?:password|passwords|pwd|passwort|passcode|reset link|reset e?mail|passwrd|pasword)\b/.test(
      plain,
    );
  const forgot =
    /\b(?:forgot|forgotten|lost|cant remember|can't remember)\b/.test(plain);
  if (!speaksOfPassword) return undefined;
  const fits =
    forgot ||
    ['reset', 'give', 'change', 'end', 'show', 'create'].some(each =>
      verb.classes.has(each as VerbClass),
    ) ||
    /\b(?:send|mail|email|trigger|issue|new|needs?)\b/.test(plain);
  if (!fits) return undefined;
  reading.takeAny(
    verb.words,
    'reset',
    'send',
    'mail',
    'email',
    'e mail',
    'trigger',
    'issue',
    'new',
    'password',
    'passwords',
    'pwd',
    'passcode',
    'link',
    'links',
    'reset link',
    'forgot',
    'forgotten',
    'lost',
    'needs',
    'need',
    'change',
    'generate',
    'initiate',
    'request',
    'instructions',
    'can not',
    'into',
    'in',
    'locked',
    'my',
    'have',
    'do',
    'asking',
    'asked',
    'requesting',
    'requested',
    'wants',
    'choose',
    'pick',
  );
  for (const words of ['cant remember', "can't remember", 'can not remember']) {
    reading.settle(words);
  }
  reading.takeReason();
  const people = reading.people({ optional: true });
  if (people.length === 0) {
    if (!reading.context.may.lookThrough && speaksOfAnother(reading)) {
      throw new Refused(
        'You may ask for the password of your own Salesforce user only.',
        ['Send me a password reset link'],
      );
    }
    if (
      forgot ||
      /\b(?:my|me|i)\b/.test(plain) ||
      // who may look up nobody else asks for themselves
      !reading.context.may.lookThrough
    ) {
      return proposal({
        reading,
        action: 'salesforce_reset_password',
        people: [{ reference: 'me', label: 'you' }],
      });
    }
    throw new Unclear(
      'Whose password? Give a name or an e-mail address.',
      undefined,
      [],
      'for {}',
    );
  }
  return proposal({ reading, action: 'salesforce_reset_password', people });
}

/** "reset dan's password": somebody whose name this person may not look up. */
function speaksOfAnother(reading: Reading): boolean {
  return reading.tokens.some(
    ({ possessive, kind }, at) =>
      (possessive || kind === 'email') && !reading.isMentioned(at),
  );
}

function sessions(reading: Reading, verb: Verb): Proposal | undefined {
  const { plain } = reading;
  const tokens = /\b(?:oauth|tokens?|connected apps?|refresh tokens?)\b/.test(
    plain,
  );
  const ends =
    /\b(?:sessions?)\b/.test(plain) ||
    (/\b(?:log|sign|kick|throw)\b.*\b(?:out|off)\b/.test(plain) &&
      // out of a group is another thing
      reading.named('public-group', 'queue').length === 0);
  if (!tokens && !ends) return undefined;
  if (
    !['end', 'take', 'delete', 'reset', 'deactivate', 'log'].some(each =>
      verb.classes.has(each as VerbClass),
    ) &&
    !/\b(?:log|sign|kick|throw)\b/.test(plain)
  ) {
    return undefined;
  }
  reading.takeAny(
    verb.words,
    'oauth',
    'token',
    'tokens',
    'refresh',
    'access',
    'connected',
    'app',
    'apps',
    'session',
    'sessions',
    'log',
    'sign',
    'kick',
    'throw',
    'out',
    'off',
    'everywhere',
    'everything',
    'of',
    'live',
    'open',
    'active',
    'current',
    'authorisations',
    'authorizations',
    'end',
    'revoke',
    'kill',
    'devices',
    'invalidate',
    'terminate',
    'every',
    'has',
    'have',
  );
  reading.takeReason();
  const people = reading.people();
  const drafts = [
    ...(tokens
      ? proposal({ reading, action: 'salesforce_revoke_oauth_token', people })
          .drafts
      : []),
    ...(ends
      ? proposal({ reading, action: 'salesforce_revoke_sessions', people })
          .drafts
      : []),
  ];
  return { drafts, people };
}

function deletion(reading: Reading, verb: Verb): Proposal | undefined {
  if (!verb.classes.has('delete') || verb.words === 'remove') return undefined;
  const people = reading.people({ optional: true });
  const isUser = /\busers?\b/.test(reading.plain) || people.length > 0;
  if (!isUser || people.length === 0) return undefined;
  if (
    reading
      .named(
        'permission-set',
        'permission-set-group',
        'role',
        'public-group',
        'queue',
      )
      .some(({ hinted }) => hinted)
  ) {
    return undefined;
  }
  throw new Refused(
    'Salesforce cannot delete users. They can be deactivated: that frees their licence and keeps their records.',
    people.map(({ label }) => `Deactivate ${label}`),
  );
}
