import { distance } from 'fastest-levenshtein';

/** Letters and digits alone, without accents and case, for comparing names. */
export function plain(text: string): string {
  // Most names are that simple, and syncs ask for hundreds of thousands.
  if (!/[^ -~]/.test(text)) {
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

/** 0 for the same, 1 for nothing in common. */
function unlikeness(words: string, name: string): number {
  const wanted = plain(words);
  const found = plain(name);
  if (!wanted || !found) return 1;
  if (found.includes(wanted)) return 0.1;
  const whole = distance(wanted, found) / Math.max(wanted.length, found.length);
  // "Mueller" is closer to "Zoë Müller" than its length says
  const parts = found
    .split(' ')
    .map(part => distance(wanted, part) / Math.max(wanted.length, part.length));
  return Math.min(whole, ...parts.map(part => part + 0.1));
}

/** Those whose name comes closest to the words, best first. Pure. */
export function closest<TItem>(options: {
  words: string;
  items: Iterable<TItem>;
  nameOf(item: TItem): string;
  limit?: number;
}): TItem[] {
  const { words, items, nameOf, limit = 5 } = options;
  return [...items]
    .map(item => ({ item, unlike: unlikeness(words, nameOf(item)) }))
    .filter(({ unlike }) => unlike < 0.6)
    .sort((left, right) => left.unlike - right.unlike)
    .slice(0, limit)
    .map(({ item }) => item);
}
