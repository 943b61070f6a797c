import type { VerbClass } from './lexicon';
import type { Reading } from './Reading';

const wishes: Array<{ words: RegExp; verb: VerbClass; take: string[] }> = [
  {
    words:
      /\bshould (?:both |all |each |now )?be (?:on|in|at|with|part of)\b|\b(?:should|must) be\b|\bis now\b/,
    verb: 'change',
    take: ['should', 'must', 'be', 'on', 'in', 'part', 'is', 'now', 'both'],
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
  const wish = wishes.find(({ words }) => words.test(reading.plain));
  if (!wish) return undefined;
  reading.takeAny(...wish.take);
  return { classes: new Set([wish.verb]), at: 0, words: '' };
}
