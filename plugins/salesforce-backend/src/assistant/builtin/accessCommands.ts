import { takeAccessNouns } from './accessNouns';
import type { VerbClass } from './lexicon';
import { personKinds, type Candidate, type Mention } from './Mentions';
import { profileChange, roleChange } from './profileAndRole';
import { proposal, type Proposal } from './Proposal';
import { Refused, Unclear, type Reading, type Spoken } from './Reading';
import { requirePermitted } from './requirePermitted';
import { allAccess, setsBefore, wantedAccess } from './wantedAccess';

type Verb = NonNullable<ReturnType<Reading['verb']>>;

/** What people may do: permission sets, profiles, roles, groups, licences. */
export function accessCommand(
  reading: Reading,
  verb: Verb,
): Proposal | undefined {
  const gives = verb.classes.has('give');
  const takes = verb.classes.has('take');
  const changes = verb.classes.has('change');
  if (!gives && !takes && !changes) return undefined;
  const kinds = wantedAccess(reading);
  if (!kinds) return undefined;
  reading.take(verb.words);
  const until = reading.takeUntil();
  reading.takeReason();
  if (until && kinds.what !== 'access') {
    throw new Unclear(
      `A ${kinds.what} has no end date here. Should it be for good? Then ask again without “until”.`,
    );
  }
  switch (kinds.what) {
    case 'profile':
      requirePermitted(reading, 'salesforce_change_profile');
      return profileChange(reading, kinds.mentions, takes);
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

function access(
  reading: Reading,
  mentions: Mention[],
  options: { takes: boolean; until: string | undefined },
): Proposal {
  const { takes, until } = options;
  const people = reading.people({ except: mentions, optional: true });
  if (
    mentions.length === 0 &&
    /\b(?:it|that|this|them)\b/.test(reading.plain)
  ) {
    mentions.push(...setsBefore(reading));
    reading.takeAny('it', 'that', 'this', 'them');
  }
  if (mentions.length === 0) {
    throw new Unclear(
      `Which permission set should ${takes ? 'be removed' : 'be assigned'}?`,
      undefined,
      [],
      'the "{}" permission set',
    );
  }
  const pairs = pairsIn(reading, mentions);
  if (pairs) return pairwise(reading, pairs, { takes, until });
  const exchanged = exchangedIn(reading, mentions);
  const things = mentions.map(mention =>
    reading.one(mention, 'permission set', ...allAccess),
  );
  takeAccessNouns(reading);
  if (until) reading.takeAny('temporary', 'temporarily');
  reading.take('may i');
  const targets = people.length > 0 ? people : self(reading, takes);
  if (takes && until) {
    throw new Unclear(
      'Should it be removed for good, or only until then? Say it in other words, please.',
    );
  }
  if (exchanged) {
    if (until) {
      throw new Unclear(
        'An exchange has no end date here. Say what should be given until then, and what removed.',
      );
    }
    const each = { reading, people: targets, until };
    return {
      people: targets,
      drafts: [
        ...assignment({ ...each, things: [things[0]], takes: true }).drafts,
        ...assignment({ ...each, things: [things[1]], takes: false }).drafts,
      ],
    };
  }
  return assignment({ reading, things, people: targets, takes, until });
}

/** "swap Data Export for Knowledge Editor": the first goes, the second comes. */
function exchangedIn(reading: Reading, mentions: Mention[]): boolean {
  const verb =
    /\b(?:swap|replace|exchange|trade|switch|change|move|convert)\b/.exec(
      reading.outside,
    )?.[0];
  if (!verb) return false;
  const between = mentions[1]
    ? reading.tokens
        .slice(mentions[0].to + 1, mentions[1].from)
        .map(({ plain }) => plain)
        .join(' ')
    : '';
  const isExchange =
    mentions.length === 2 &&
    /^(?:(?:permission|perm) ?sets? |group )*(?:for|with|by|against|to|into)(?: the)?(?: (?:permission|perm) ?sets?)?$/.test(
      between,
    );
  if (!isExchange && /^(?:swap|replace|exchange|trade)$/.test(verb)) {
    throw new Unclear(
      'What should be removed, and what given instead? Say for example “replace X with Y for Ann Lee”.',
    );
  }
  return isExchange;
}

function assignment(options: {
  reading: Reading;
  things: Candidate[];
  people: Spoken[];
  takes: boolean;
  until: string | undefined;
}): Proposal {
  const { reading, things, people, takes, until } = options;
  const verb = takes ? 'remove' : 'assign';
  return {
    people,
    drafts: things.flatMap(thing =>
      thing.kind === 'permission-set'
        ? proposal({
            reading,
            action: `salesforce_${verb}_permission_set`,
            people,
            input: { permissionSet: thing.value },
            until,
          }).drafts
        : proposal({
            reading,
            action: `salesforce_${verb}_permission_set_group`,
            people,
            input: { permissionSetGroup: thing.value },
            until,
          }).drafts,
    ),
  };
}

interface Pair {
  people: Mention[];
  sets: Mention[];
}

/** "Ann Lee Data Export, Foo Bar Knowledge Editor": to each their own. */
function pairsIn(reading: Reading, sets: Mention[]): Pair[] | undefined {
  const people = reading.named('user', 'person');
  const runs: Array<{ ofSets: boolean; mentions: Mention[] }> = [];
  for (const mention of reading.mentions) {
    const ofSets = sets.includes(mention);
    if (!ofSets && !people.includes(mention)) continue;
    const last = runs.at(-1);
    if (last?.ofSets === ofSets) last.mentions.push(mention);
    else runs.push({ ofSets, mentions: [mention] });
  }
  if (runs.length < 4) return undefined;
  if (runs.length % 2 === 1) {
    throw new Unclear(
      'Who should get what? Say it one after the other, please.',
    );
  }
  return Array.from({ length: runs.length / 2 }, (_, at) => {
    const [first, second] = runs.slice(2 * at, 2 * at + 2);
    return first.ofSets
      ? { people: second.mentions, sets: first.mentions }
      : { people: first.mentions, sets: second.mentions };
  });
}

function pairwise(
  reading: Reading,
  pairs: Pair[],
  options: { takes: boolean; until: string | undefined },
): Proposal {
  if (options.until) {
    throw new Unclear(
      'Until when for whom? Say it one after the other, please.',
    );
  }
  takeAccessNouns(reading);
  const each = pairs.map(({ people, sets }) =>
    assignment({
      reading,
      ...options,
      people: people.map(mention => {
        const { value, label } = reading.one(mention, 'person', ...personKinds);
        return { reference: value, label };
      }),
      things: sets.map(mention =>
        reading.one(mention, 'permission set', ...allAccess),
      ),
    }),
  );
  return {
    people: each.flatMap(({ people }) => people),
    drafts: each.flatMap(({ drafts }) => drafts),
  };
}

/** "I need …", "requesting …" is for oneself. */
function self(reading: Reading, takes: boolean) {
  const asksForOneself =
    /\b(?:i|me|my|we)\b/.test(reading.plain) ||
    (!reading.context.may.lookThrough &&
      /^(?:request|requesting|need|get)\b/.test(reading.plain));
  if (!takes && asksForOneself) return [{ reference: 'me', label: 'you' }];
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

function membership(
  reading: Reading,
  mentions: Mention[],
  takes: boolean,
): Proposal {
  if (mentions.length === 0) {
    // "Ann is joining Deal Desk, add her to the group"
    const before = (reading.before?.mentions ?? []).filter(
      ({ candidates }) =>
        candidates.length === 1 &&
        ['public-group', 'queue'].includes(candidates[0].kind),
    );
    if (before.length === 1) mentions.push(before[0]);
  }
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
  takeAccessNouns(reading);
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
  takeAccessNouns(reading);
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
