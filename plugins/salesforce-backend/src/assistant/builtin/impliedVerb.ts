import type { VerbClass } from './lexicon';
import type { Reading } from './Reading';

const detail =
  '(?:job title|title|department|division|manager|phone number|phone|mobile number|mobile phone|mobile|cell number|cell|last name|surname|first name|e ?mail address|e ?mail)';

const wishes: Array<{ words: RegExp; verb: VerbClass; take: string[] }> = [
  {
    // a fact of a person that is said to be another now
    words: new RegExp(`\\bnew ${detail} is\\b|\\b${detail}\\b.* is now\\b`),
    verb: 'change',
    take: ['new', 'is', 'now'],
  },
  {
    // "should be on the … profile": the noun says what is changed
    words: new RegExp(
      `\\b(?:should|must) (?:both |all |each |now )?be\\b.*\\b(?:profile|role|group|queue)\\b|\\b${detail}\\b.* (?:should|must) be\\b`,
    ),
    verb: 'change',
    take: ['should', 'must', 'be', 'on', 'in', 'part', 'now', 'both'],
  },
  {
    words: /\bshould (?:all |both )?lose\b|\b(?:loses|lose)\b/,
    verb: 'take',
    take: ['should', 'lose', 'loses', 'all', 'both'],
  },
  {
    words: /\b(?:needs?|has|have|should|must)(?: to)? be active\b/,
    verb: 'reactivate',
    take: ['needs', 'need', 'has', 'have', 'should', 'must', 'to', 'be'],
  },
  {
    words: /\btakes? over\b/,
    verb: 'transfer',
    take: ['takes over', 'take over'],
  },
  {
    words: /\baccess\b.*\b(?:for|to)\b|\b(?:for|to)\b.*\baccess\b/,
    verb: 'give',
    take: ['access'],
  },
];

/** "Ann's manager is now Priya", "temporary access for Ann to …": a wish without a verb of its own. */
export function impliedVerb(
  reading: Reading,
): NonNullable<ReturnType<Reading['verb']>> | undefined {
  if (isBareGift(reading)) {
    return { classes: new Set<VerbClass>(['give']), at: 0, words: '' };
  }
  if (isListOfFacts(reading)) {
    return { classes: new Set<VerbClass>(['change']), at: 0, words: '' };
  }
  const wish = wishes.find(({ words }) => words.test(reading.plain));
  if (!wish) return undefined;
  reading.takeAny(...wish.take);
  return { classes: new Set([wish.verb]), at: 0, words: '' };
}

/** "Ann Lee: profile Sales Manager, role RevOps": what somebody is to have. */
function isListOfFacts(reading: Reading): boolean {
  const [who, ...things] = reading.mentions;
  if (!who || who.from !== 0 || things.length === 0 || reading.isAsked) {
    return false;
  }
  const noun = reading.tokens[who.to + 1];
  return (
    noun?.afterBreak === true &&
    /^(?:new|profile|role)$/.test(noun.plain) &&
    things.every(({ hinted }) =>
      hinted?.every(kind => kind === 'profile' || kind === 'role'),
    )
  );
}

/** "Knowledge Editor for Ann Lee please": what, and for whom, and nothing else. */
function isBareGift(reading: Reading): boolean {
  const [what] = reading.mentions;
  const people = reading.named('user', 'person');
  return (
    what !== undefined &&
    what.quality === 'exact' &&
    what.candidates.every(({ kind }) => kind.startsWith('permission-set')) &&
    people.length > 0 &&
    reading.mentions.length === people.length + 1 &&
    people.every(({ from }) => from > what.to) &&
    /^(?:(?:permission|perm|set|group|the)\s)*(?:for|to)$/.test(
      reading.tokens
        .slice(what.to + 1, people[0].from)
        .map(({ plain }) => plain)
        .join(' '),
    ) &&
    !reading.isAsked
  );
}
