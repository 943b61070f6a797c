import { distance } from 'fastest-levenshtein';
import { plain } from '../closest';
import type {
  InventoryHit,
  InventoryKind,
  InventoryName,
  NameMatch,
} from './InventorySearch';

/** Shorter words are too like each other for mistakes to be told. */
const shortestMisspelled = 4;

const scores: Record<NameMatch, number> = {
  exact: 1,
  words: 0.85,
  prefix: 0.7,
  typo: 0.45,
};

/**
 * Names by their words. Pure. 100,000 users have some ten thousand different
 * words: what is typed is compared with words, not with users.
 */
export class NameIndex {
  readonly #names: InventoryName[];
  readonly #byWord = new Map<string, number[]>();
  readonly #words: string[];

  constructor(names: InventoryName[]) {
    this.#names = names;
    names.forEach((name, index) => {
      for (const word of wordsOf(name)) {
        const found = this.#byWord.get(word);
        if (found) found.push(index);
        else this.#byWord.set(word, [index]);
      }
    });
    this.#words = [...this.#byWord.keys()].sort();
  }

  all(kind: InventoryKind): InventoryName[] {
    return this.#names
      .filter(name => name.kind === kind)
      .sort((one, other) => (one.label < other.label ? -1 : 1));
  }

  search(options: {
    text: string;
    kinds?: InventoryKind[];
    limit: number;
    strict: boolean;
  }): InventoryHit[] {
    const { text, limit, strict } = options;
    const kinds = options.kinds && new Set(options.kinds);
    const wanted = plain(text);
    if (!wanted) return [];
    let found: Map<number, NameMatch> | undefined;
    for (const word of wanted.split(' ')) {
      found = both(found, this.#withWord(word, strict));
      if (found.size === 0) return [];
    }
    return [...(found ?? [])]
      .map(([index, match]) => ({ name: this.#names[index], match }))
      .filter(({ name }) => !kinds || kinds.has(name.kind))
      .map(({ name, match }) => toHit(name, match, wanted, text))
      .sort(
        (one, other) =>
          other.score - one.score ||
          one.label.length - other.label.length ||
          (one.label < other.label ? -1 : 1),
      )
      .slice(0, limit);
  }

  #withWord(word: string, strict: boolean): Map<number, NameMatch> {
    const found = new Map<number, NameMatch>();
    const take = (known: string, match: NameMatch) => {
      for (const index of this.#byWord.get(known) ?? []) {
        if (!found.has(index)) found.set(index, match);
      }
    };
    take(word, 'words');
    for (
      let at = firstFrom(this.#words, word);
      at < this.#words.length && this.#words[at].startsWith(word);
      at += 1
    ) {
      take(this.#words[at], 'prefix');
    }
    if (found.size > 0 || strict || word.length < shortestMisspelled) {
      return found;
    }
    const allowed = word.length > 7 ? 2 : 1;
    for (const known of this.#words) {
      if (
        Math.abs(known.length - word.length) <= allowed &&
        distance(known, word) <= allowed
      ) {
        take(known, 'typo');
      } else if (isSwapped(known, word)) {
        take(known, 'typo');
      }
    }
    return found;
  }
}

function wordsOf({ label, value }: InventoryName): Set<string> {
  const words = new Set([
    ...plain(label).split(' '),
    ...plain(value).split(' '),
    plain(value).replaceAll(' ', ''),
  ]);
  words.delete('');
  return words;
}

/** Names that were found before and now, each with its weaker match. */
function both(
  before: Map<number, NameMatch> | undefined,
  now: Map<number, NameMatch>,
): Map<number, NameMatch> {
  if (!before) return now;
  const found = new Map<number, NameMatch>();
  for (const [index, match] of now) {
    const earlier = before.get(index);
    if (earlier) {
      found.set(index, scores[earlier] < scores[match] ? earlier : match);
    }
  }
  return found;
}

function toHit(
  name: InventoryName,
  match: NameMatch,
  wanted: string,
  text: string,
): InventoryHit {
  const isExact =
    plain(name.label) === wanted ||
    plain(name.value) === wanted ||
    name.id === text.trim();
  const found: NameMatch = isExact ? 'exact' : match;
  const score =
    scores[found] +
    (plain(name.label).startsWith(wanted) ? 0.05 : 0) -
    (name.status === 'inactive' ? 0.1 : 0);
  return { ...name, match: found, score };
}

/** Place of the first word that is not before this one. */
function firstFrom(words: string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two neighbours changed places: one mistake for people. */
function isSwapped(known: string, word: string): boolean {
  if (known.length !== word.length) return false;
  let at = 0;
  while (at < word.length && known[at] === word[at]) at += 1;
  return (
    known[at] === word[at + 1] &&
    known[at + 1] === word[at] &&
    known.slice(at + 2) === word.slice(at + 2)
  );
}
