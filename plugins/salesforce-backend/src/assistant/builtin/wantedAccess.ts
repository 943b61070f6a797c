import type { Mention } from './Mentions';
import { Unclear, type Reading } from './Reading';
import { wordsBefore } from './wordsBefore';

/** Kinds of what is assigned besides a profile and a role. */
export const allAccess = ['permission-set', 'permission-set-group'];

/** What kind of thing is given or taken: the named ones that are no set of people. */
export function wantedAccess(
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
  return /\b(?:it|that|this|them)\b/.test(reading.plain) &&
    setsBefore(reading).length > 0
    ? { what: 'access', mentions: [] }
    : undefined;
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
  const between = wordsBefore(reading, mention);
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

/** "Ann no longer needs Data Export, remove it": what was named in front. */
export function setsBefore({ before, accessBefore }: Reading): Mention[] {
  const named = (before?.mentions ?? []).filter(isAccess);
  return named.length > 0 ? named : [...accessBefore];
}

/** The permission sets that a step names. */
export function setsIn({ mentions }: Reading): Mention[] {
  return mentions.filter(isAccess);
}

function isAccess({ candidates }: Mention): boolean {
  return (
    candidates.length > 0 &&
    candidates.every(({ kind }) => allAccess.includes(kind))
  );
}
