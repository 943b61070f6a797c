import { distance } from 'fastest-levenshtein';

/** Shorter words are too much alike for guessing. */
const shortestWord = 4;

/**
 * Finds words that differ by typing: one letter more, less, other or swapped
 * (two in words of eight letters and more). Words are found by what is left of
 * them when a letter is taken away, so that a look-up costs the length of the
 * word and not the number of words.
 */
export class NearbyWords {
  readonly #byRest = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < shortestWord) continue;
      for (const rest of restsOf(word)) {
        const known = this.#byRest.get(rest);
        if (known) known.push(word);
        else this.#byRest.set(rest, [word]);
      }
    }
  }

  /** The nearest first. */
  find(word: string): string[] {
    if (word.length < shortestWord) return [];
    const most = word.length >= 8 ? 2 : 1;
    const found = new Map<string, number>();
    for (const rest of restsOf(word)) {
      for (const candidate of this.#byRest.get(rest) ?? []) {
        if (found.has(candidate)) continue;
        const away = isSwap(word, candidate) ? 1 : distance(word, candidate);
        if (away <= most) found.set(candidate, away);
      }
    }
    return [...found]
      .sort((left, right) => left[1] - right[1])
      .map(([candidate]) => candidate);
  }
}

function restsOf(word: string): Set<string> {
  const rests = new Set([word]);
  for (let at = 0; at < word.length; at += 1) {
    rests.add(word.slice(0, at) + word.slice(at + 1));
  }
  return rests;
}

/** Two neighbouring letters changed places. */
function isSwap(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  const at = [...left].findIndex((letter, index) => letter !== right[index]);
  return (
    at >= 0 &&
    left[at] === right[at + 1] &&
    left[at + 1] === right[at] &&
    left.slice(at + 2) === right.slice(at + 2)
  );
}
