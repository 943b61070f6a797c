import { personKinds, setKinds, setReference, type Mention } from './Mentions';
import type { Reading, Spoken } from './Reading';
import { Unclear } from './Unclear';
import { wordsBefore } from './wordsBefore';

/** Whom the step is about. Throws Unclear when it cannot be said. */
export function spokenPeople(
  reading: Reading,
  options: { except?: Mention[]; optional?: boolean } = {},
): Spoken[] {
  const found: Spoken[] = [];
  for (const mention of reading.mentions) {
    if (options.except?.includes(mention) || mention.from >= reading.reasonFrom)
      continue;
    const people = mention.candidates.filter(({ kind }) =>
      personKinds.has(kind),
    );
    const sets = mention.candidates.filter(({ kind }) => setKinds.has(kind));
    if (
      standsForEveryone(reading, mention, people.length > 0) &&
      (sets.length > 0 || mention.hinted)
    ) {
      const set = reading.one(
        mention,
        'team, group, role or profile',
        ...setKinds,
      );
      found.push({
        reference: setReference(set),
        label: `everyone in ${set.label}`,
      });
    } else if (
      people.length > 0 &&
      !mention.hinted?.some(kind => !personKinds.has(kind))
    ) {
      const { value, label } = reading.one(mention, 'person', ...personKinds);
      found.push({ reference: value, label });
    }
  }
  reading.takeAny(
    'everyone',
    'everybody',
    'anyone',
    'members',
    'people',
    'users',
    'folks',
    'everyone who',
    'assigned',
    'who have',
    'having',
  );
  if (found.length > 0) return unique(found);
  const spoken = pronouns(reading);
  if (spoken) return spoken;
  if (reading.before && reading.before.people.length > 0) {
    return [...reading.before.people];
  }
  return options.optional ? [] : nobody();
}

function pronouns(reading: Reading): Spoken[] | undefined {
  const words = new Set(
    reading.tokens
      .slice(0, Math.min(reading.reasonFrom, reading.tokens.length))
      .map(({ plain }) => plain),
  );
  const any = (...list: string[]) => list.some(word => words.has(word));
  if (
    /\b(?:everyone|everybody|all users|all of them)\b/.test(reading.plain) &&
    reading.spokenOf.length < 2
  ) {
    if (
      reading.page?.reference.startsWith('group:') &&
      any('this', 'team', 'group', 'here')
    )
      return [reading.page];
    return undefined;
  }
  if (any('me', 'my', 'myself', 'mine', 'i'))
    return [{ reference: 'me', label: 'you' }];
  if (
    any(
      'him',
      'her',
      'his',
      'hers',
      'he',
      'she',
      'them',
      'their',
      'they',
      'theirs',
    )
  ) {
    if (reading.spokenOf.length > 0) return [...reading.spokenOf];
    return reading.page ? [reading.page] : undefined;
  }
  if (any('this', 'that') && reading.page) return [reading.page];
  return undefined;
}

function nobody(): never {
  throw new Unclear(
    'Whom do you mean? Give a name, an e-mail address or a team.',
    undefined,
    [],
    'for {}',
  );
}

/** "everyone on the … team", or a team where a person would stand. */
function standsForEveryone(
  reading: Reading,
  mention: Mention,
  isPerson: boolean,
): boolean {
  if (isPerson && !mention.hinted) return false;
  const between = wordsBefore(reading, mention);
  return !/\ba member of\b/.test(between) &&
    /\b(?:everyone|everybody|anyone|all|members?|people|users?|folks|those|reps?)\b/.test(
      between,
    ) &&
    !/\b(?:to|into) (?:the|a)?\s*$/.test(between)
    ? true
    : mention.isSet === true;
}

function unique(spoken: Spoken[]): Spoken[] {
  return [
    ...new Map(
      spoken.map(each => [each.reference.toLowerCase(), each]),
    ).values(),
  ];
}
