import type { VerbClass } from './lexicon';
import type { Mention } from './Mentions';
import { proposal, type Proposal } from './Proposal';
import { Refused, Unclear, type Reading } from './Reading';
import { requirePermitted } from './requirePermitted';

type Verb = NonNullable<ReturnType<Reading['verb']>>;

const allAccess = ['permission-set', 'permission-set-group'];

/** What people may do: permission sets, profiles, roles, groups, licences. */
export function accessCommand(
  reading: Reading,
  verb: Verb,
): Proposal | undefined {
  const gives = verb.classes.has('give');
  const takes = verb.classes.has('take');
  const changes = verb.classes.has('change');
  if (!gives && !takes && !changes) return undefined;
  const kinds = wantedKinds(reading);
  if (!kinds) return undefined;
  reading.take(verb.words);
  const until = reading.takeUntil();
  reading.takeReason();
  switch (kinds.what) {
    case 'profile':
      requirePermitted(reading, 'salesforce_change_profile');
      return profile(reading, kinds.mentions, takes);
    case 'role':
      return roleChange(reading, kinds.mentions, takes);
    case 'group':
      return membership(reading, kinds.mentions, takes);
    case 'license':
      return license(reading, kinds.mentions, takes);
    default:
      return access(reading, kinds.mentions, { takes, until });
  }
}

/** What kind of thing is given or taken: the named ones that are no set of people. */
function wantedKinds(
  reading: Reading,
): { what: string; mentions: Mention[] } | undefined {
  const isSet = (mention: Mention) => behindEveryone(reading, mention);
  const of = (...kinds: string[]) =>
    reading
      .named(...kinds)
      .filter(mention => !isSet(mention) && !isPerson(mention, kinds));
  const noun = (words: RegExp) => words.test(reading.plain);
  const sets = of(...allAccess);
  const profiles = of('profile');
  const roles = of('role');
  const groups = of('public-group', 'queue').filter(
    mention =>
      mention.hinted?.some(kind => ['public-group', 'queue'].includes(kind)) ??
      true,
  );
  const licenses = noun(/\blicen[cs]es?\b|\bseats?\b/)
    ? of('license', 'permission-set-license', 'package-license')
    : [];
  const hinted = (mentions: Mention[], ...kinds: string[]) =>
    mentions.some(({ hinted: hint }) =>
      hint?.some(kind => kinds.includes(kind)),
    );
  if (noun(/\bpassword|\bsessions?\b|\btokens?\b/)) return undefined;
  if (
    hinted(profiles, 'profile') ||
    (noun(/\bprofile\b/) && profiles.length > 0)
  )
    return { what: 'profile', mentions: profiles };
  if (
    hinted(licenses, 'license', 'permission-set-license') &&
    !hinted(sets, 'permission-set')
  )
    return { what: 'license', mentions: licenses };
  if (hinted(sets, ...allAccess)) return { what: 'access', mentions: sets };
  if (hinted(roles, 'role') || (noun(/\brole\b/) && roles.length > 0))
    return { what: 'role', mentions: roles };
  if (hinted(groups, 'public-group', 'queue'))
    return { what: 'group', mentions: groups };
  const found = [
    ...(sets.length > 0 ? [{ what: 'access', mentions: sets }] : []),
    ...(profiles.length > 0 ? [{ what: 'profile', mentions: profiles }] : []),
    ...(roles.length > 0 ? [{ what: 'role', mentions: roles }] : []),
    ...(groups.length > 0 ? [{ what: 'group', mentions: groups }] : []),
    ...(licenses.length > 0 ? [{ what: 'license', mentions: licenses }] : []),
  ];
  const exact = found.filter(({ mentions }) =>
    mentions.some(({ quality }) => quality === 'exact'),
  );
  if (exact.length === 1) return exact[0];
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    const [{ mentions }] = found;
    const candidates = mentions[0].candidates.filter(
      ({ kind }) => kind !== 'user' && kind !== 'person',
    );
    throw new Unclear(
      `“${mentions[0].text}” could be several things. Which one?`,
      mentions[0],
      candidates,
    );
  }
  const bare = [
    { what: 'profile', words: /\bprofile\b/ },
    { what: 'role', words: /\brole\b/ },
    { what: 'license', words: /\blicen[cs]es?\b/ },
    {
      what: 'access',
      words: /\bperm(?:ission)? ?sets?\b|\bpermissions?\b|\bpsg\b/,
    },
    { what: 'group', words: /\bgroup\b|\bqueue\b/ },
  ].find(({ words }) => noun(words));
  if (bare) return { what: bare.what, mentions: unknownOf(reading) };
  return undefined;
}

function isPerson(mention: Mention, kinds: string[]): boolean {
  if (mention.hinted) return false;
  const people = mention.candidates.some(
    ({ kind }) => kind === 'user' || kind === 'person',
  );
  return (
    people &&
    !mention.quoted &&
    mention.quality !== 'exact' &&
    !mention.candidates.some(
      ({ kind, label }) =>
        kinds.includes(kind) &&
        label.toLowerCase() === mention.text.toLowerCase(),
    )
  );
}

function unknownOf(reading: Reading): Mention[] {
  return reading.mentions.filter(({ quality }) => quality === 'unknown');
}

function behindEveryone(reading: Reading, mention: Mention): boolean {
  const previous = [...reading.mentions]
    .reverse()
    .find(({ to }) => to < mention.from);
  const between = reading.tokens
    .slice((previous?.to ?? -1) + 1, mention.from)
    .map(({ plain }) => plain)
    .join(' ');
  return (
    !/\ba member of\b/.test(between) &&
    /\b(?:everyone|everybody|anyone|members?|people|users|folks|those|reps?)\b/.test(
      between,
    ) &&
    !/\b(?:to|into|give|grant|assign|remove|the following|from)(?: the)?$/.test(
      between,
    )
  );
}

function takeNouns(reading: Reading, ...nouns: string[]): void {
  reading.takeAny(
    'permission',
    'permissions',
    'set',
    'sets',
    'group',
    'groups',
    'role',
    'profile',
    'licence',
    'license',
    'licences',
    'licenses',
    'queue',
    'public',
    'team',
    'user',
    'users',
    'perm',
    'permissionset',
    'permset',
    'access',
    'to',
    'from',
    'with',
    'for',
    'and',
    'until',
    'new',
    'existing',
    'into',
    'out',
    'of',
    'member',
    'members',
    'a',
    'have',
    'should',
    'get',
    'be',
    'whose',
    'away',
    ...nouns,
  );
}

function access(
  reading: Reading,
  mentions: Mention[],
  options: { takes: boolean; until: string | undefined },
): Proposal {
  const { takes, until } = options;
  const people = reading.people({ except: mentions, optional: true });
  if (mentions.length === 0) {
    throw new Unclear(
      `Which permission set should ${takes ? 'be removed' : 'be assigned'}?`,
      undefined,
      [],
      'the "{}" permission set',
    );
  }
  const things = mentions.map(mention =>
    reading.one(mention, 'permission set', ...allAccess),
  );
  takeNouns(reading);
  const targets = people.length > 0 ? people : self(reading, takes);
  const verb = takes ? 'remove' : 'assign';
  if (takes && until) {
    throw new Unclear(
      'Should it be removed for good, or only until then? Say it in other words, please.',
    );
  }
  return {
    people: targets,
    drafts: things.flatMap(thing =>
      thing.kind === 'permission-set'
        ? proposal({
            reading,
            action: `salesforce_${verb}_permission_set`,
            people: targets,
            input: { permissionSet: thing.value },
            until,
          }).drafts
        : proposal({
            reading,
            action: `salesforce_${verb}_permission_set_group`,
            people: targets,
            input: { permissionSetGroup: thing.value },
            until,
          }).drafts,
    ),
  };
}

/** "I need …" is for oneself. */
function self(reading: Reading, takes: boolean) {
  if (!takes && /\b(?:i|me|my|we)\b/.test(reading.plain))
    return [{ reference: 'me', label: 'you' }];
  if (!reading.context.may.lookThrough) {
    throw new Refused('You may ask for this for yourself only.', [
      'What permission sets am I assigned?',
    ]);
  }
  throw takes
    ? new Unclear('From whom should it be removed?', undefined, [], 'from {}')
    : new Unclear(
        'Who should get it? Give a name, an e-mail address or a team.',
        undefined,
        [],
        'to {}',
      );
}

function profile(
  reading: Reading,
  mentions: Mention[],
  takes: boolean,
): Proposal {
  if (takes) {
    throw new Refused(
      'Every Salesforce user has a profile; it can be changed, not removed.',
      [],
    );
  }
  const people = reading.people({ except: mentions });
  const roles = reading
    .named('role')
    .filter(
      mention =>
        mention.hinted?.includes('role') && !mentions.includes(mention),
    );
  const role = roles[0] && reading.one(roles[0], 'role', 'role');
  const isFrom = (mention: Mention) =>
    /\b(?:from|of|currently)(?: the)?$/.test(before(reading, mention));
  const from = mentions.find(isFrom);
  const to = mentions.filter(mention => mention !== from);
  if (to.length > 1)
    throw new Unclear('To which profile? I read more than one.');
  const wanted = to[0];
  if (!wanted) {
    throw new Unclear(
      `To which profile should ${people
        .map(({ label }) => label)
        .join(' and ')} be changed?`,
      undefined,
      [],
      'to the "{}" profile',
    );
  }
  const source = from && reading.one(from, 'profile', 'profile');
  const target = reading.one(wanted, 'profile', 'profile');
  takeNouns(reading);
  return proposal({
    reading,
    action: 'salesforce_change_profile',
    people,
    input: {
      profile: target.value,
      ...(source ? { from: source.value } : {}),
      ...(role ? { role: role.value } : {}),
    },
  });
}

function before(reading: Reading, mention: Mention): string {
  return reading.tokens
    .slice(0, mention.from)
    .map(({ plain }) => plain)
    .join(' ');
}

function roleChange(
  reading: Reading,
  mentions: Mention[],
  takes: boolean,
): Proposal {
  const people = reading.people({ except: mentions });
  const isFrom = (mention: Mention) =>
    /\bfrom(?: the)?$/.test(before(reading, mention));
  const from = takes ? mentions[0] : mentions.find(isFrom);
  const to = mentions.filter(mention => mention !== from);
  if (takes) {
    const role = from && reading.one(from, 'role', 'role');
    takeNouns(reading);
    return proposal({
      reading,
      action: 'salesforce_remove_role',
      people,
      input: role ? { role: role.value } : {},
    });
  }
  if (to.length !== 1)
    throw new Unclear('Which role?', undefined, [], 'to the "{}" role');
  if (from) reading.takeMention(from);
  const wanted = reading.one(to[0], 'role', 'role');
  takeNouns(reading);
  return proposal({
    reading,
    action: 'salesforce_assign_role',
    people,
    input: { role: wanted.value },
  });
}

function membership(
  reading: Reading,
  mentions: Mention[],
  takes: boolean,
): Proposal {
  if (mentions.length === 0) throw new Unclear('Which group?');
  if (mentions.length > 1)
    throw new Unclear('Which group? I read more than one.', undefined);
  if (reading.verb()?.words === 'move') {
    throw new Unclear(
      `Should they be added to ${mentions[0].text}, or also leave another group? Say “add … to …” or “remove … from …”.`,
    );
  }
  const group = reading.one(mentions[0], 'group', 'public-group', 'queue');
  const people = reading.people({ except: mentions });
  takeNouns(reading);
  return proposal({
    reading,
    action: takes
      ? 'salesforce_remove_group_member'
      : 'salesforce_add_group_member',
    people,
    input: { group: group.value },
  });
}

function license(
  reading: Reading,
  mentions: Mention[],
  takes: boolean,
): Proposal {
  if (mentions.length !== 1) throw new Unclear('Which licence?');
  const wanted = reading.one(
    mentions[0],
    'licence',
    'license',
    'permission-set-license',
    'package-license',
  );
  const people = reading.people({ except: mentions });
  takeNouns(reading);
  const prefix = wanted.kind === 'license' ? 'user-license' : wanted.kind;
  return proposal({
    reading,
    action: takes ? 'salesforce_remove_license' : 'salesforce_assign_license',
    people,
    input: { license: `${prefix}:${wanted.label}` },
  });
}

/** Verbs of this file; for those who look for one. */
export const accessVerbs: VerbClass[] = ['give', 'take', 'change'];
