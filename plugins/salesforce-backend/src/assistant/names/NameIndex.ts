import type {
  NamedThing,
  NameKind,
  NameMatch,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { keyOf, wordsOf } from './words';
import { NearbyWords } from './NearbyWords';

/** A thing with all the names that it goes by. */
export interface IndexedThing extends NamedThing {
  /** Besides the label: usernames, e-mail addresses, developer names. */
  otherNames?: string[];
}

/** A name with more words than this is found by its parts alone. */
const longestName = 8;

/**
 * The names of an org and of the catalog, for finding them in sentences. Built
 * once and only read: a look-up costs the words that are looked up, whatever
 * the number of names.
 */
export class NameIndex {
  readonly #byName = new Map<string, Set<IndexedThing>>();
  readonly #byWord = new Map<string, Set<IndexedThing>>();
  readonly #nearby: NearbyWords;
  readonly size: number;

  constructor(things: IndexedThing[]) {
    this.size = things.length;
    for (const thing of things) {
      for (const name of [thing.label, ...(thing.otherNames ?? [])]) {
        const key = keyOf(name);
        if (!key) continue;
        add(this.#byName, key, thing);
        const words = key.split(' ');
        if (
          words.length === 2 &&
          (thing.kind === 'user' || thing.kind === 'person') &&
          !name.includes('@')
        ) {
          add(this.#byName, `${words[1]} ${words[0]}`, thing);
        }
      }
      for (const { plain } of wordsOf(thing.label)) {
        add(this.#byWord, plain, thing);
      }
    }
    this.#nearby = new NearbyWords(this.#byWord.keys());
  }

  /** Things that go by exactly this name. */
  named(key: string, kinds?: ReadonlySet<NameKind>): IndexedThing[] {
    return [...(this.#byName.get(key) ?? [])].filter(
      ({ kind }) => !kinds || kinds.has(kind),
    );
  }

  /** Whether some name has this word. */
  hasWord(word: string): boolean {
    return this.#byWord.has(word);
  }

  /** Things whose label has all of these words. */
  withWords(words: string[], kinds?: ReadonlySet<NameKind>): IndexedThing[] {
    if (words.length === 0) return [];
    const sets = words.map(word => this.#byWord.get(word));
    if (sets.some(set => !set)) return [];
    const [smallest, ...others] = (sets as Array<Set<IndexedThing>>).sort(
      (left, right) => left.size - right.size,
    );
    return [...smallest].filter(
      thing =>
        (!kinds || kinds.has(thing.kind)) &&
        others.every(set => set.has(thing)),
    );
  }

  /** The words of names that this one may be, but for typing. */
  nearbyWords(word: string): string[] {
    return this.#byWord.has(word) ? [word] : this.#nearby.find(word);
  }

  /** By whole name, else by parts of it, else but for typing. Best first. */
  find(options: {
    words: string;
    kinds?: NameKind[];
    limit?: number;
    quality?: NameMatch['quality'];
  }): NameMatch[] {
    const { limit = 8, quality } = options;
    const kinds = options.kinds && new Set(options.kinds);
    const words = wordsOf(options.words).map(({ plain }) => plain);
    const key = words.join(' ');
    const found = new Map<IndexedThing, NameMatch>();
    const note = (
      things: IndexedThing[],
      as: NameMatch['quality'],
      score: number,
    ) => {
      for (const thing of things) {
        if (!found.has(thing)) {
          found.set(thing, { thing: namedThing(thing), quality: as, score });
        }
      }
    };
    const wants = (wanted: NameMatch['quality']) =>
      !quality || quality === wanted;
    if (wants('exact')) note(this.named(key, kinds), 'exact', 1);
    if (words.length <= longestName) {
      if (wants('part')) note(this.withWords(words, kinds), 'part', 0.8);
      if (wants('close') && found.size === 0) {
        note(this.#withNearbyWords(words, kinds), 'close', 0.6);
      }
    }
    return [...found.values()].slice(0, limit);
  }

  #withNearbyWords(
    words: string[],
    kinds?: ReadonlySet<NameKind>,
  ): IndexedThing[] {
    const choices = words.map(word => this.nearbyWords(word).slice(0, 4));
    if (choices.some(choice => choice.length === 0)) return [];
    let combinations: string[][] = [[]];
    for (const choice of choices) {
      combinations = combinations
        .flatMap(start => choice.map(word => [...start, word]))
        .slice(0, 64);
    }
    return combinations.flatMap(combination =>
      this.withWords(combination, kinds),
    );
  }
}

function add(
  map: Map<string, Set<IndexedThing>>,
  key: string,
  thing: IndexedThing,
): void {
  const known = map.get(key);
  if (known) known.add(thing);
  else map.set(key, new Set([thing]));
}

function namedThing(thing: IndexedThing): NamedThing {
  const { otherNames: _otherNames, ...named } = thing;
  return named;
}
