import type {
  NameKind,
  NameMatch,
  NameSearch,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { grammarWords } from './grammarWords';
import { typeNouns } from './lexicon';
import { merged, type Candidate, type Mention } from './Mentions';
import type { Token } from './tokens';

const longestName = 8;

const idKinds: Record<string, NameKind> = {
  '005': 'user',
  '00e': 'profile',
  '0PS': 'permission-set',
  '0PG': 'permission-set-group',
  '00E': 'role',
};

class MentionFinder {
  readonly #tokens: readonly Token[];
  readonly #names: NameSearch;
  readonly #taken: boolean[];
  readonly #mentions: Mention[] = [];

  constructor(tokens: readonly Token[], names: NameSearch) {
    this.#tokens = tokens;
    this.#names = names;
    this.#taken = tokens.map(token => token.kind === 'stop');
  }

  find(): Mention[] {
    this.#tokens.forEach((token, index) => {
      if (token.kind === 'email' || token.kind === 'ref') {
        this.#note(index, index, this.#certain(token), 'exact', true);
      } else if (token.kind === 'id') {
        const kind = idKinds[token.text.slice(0, 3)];
        if (kind) {
          const candidate = { kind, value: token.text, label: token.text };
          this.#note(index, index, [candidate], 'exact', true);
        }
      } else if (token.kind === 'quote') {
        this.#noteQuote(index);
      }
    });
    this.#spans(longestName, 1, (from, to) => this.#exact(from, to));
    this.#spans(4, 1, (from, to) => this.#looser(from, to, 'part'));
    this.#spans(3, 1, (from, to) => this.#looser(from, to, 'close'));
    return this.#mentions.sort((left, right) => left.from - right.from);
  }

  #certain(token: Token): Candidate[] {
    const found = this.#search(token.plain, 'exact').map(toCandidate);
    const people = merged(found).filter(({ kind }) =>
      ['user', 'person', 'catalog-group'].includes(kind),
    );
    if (people.length > 0) return people;
    const kind = token.plain.startsWith('group:') ? 'catalog-group' : 'user';
    return [{ kind, value: token.text, label: token.text }];
  }

  #noteQuote(index: number): void {
    const token = this.#tokens[index];
    const hinted = this.#hint(index, index);
    for (const quality of ['exact', 'part', 'close'] as const) {
      const found = narrowed(
        merged(this.#search(token.text, quality).map(toCandidate)),
        hinted,
      );
      if (found.length > 0) {
        this.#note(index, index, found, quality);
        this.#mentions[this.#mentions.length - 1].quoted = true;
        return;
      }
    }
    this.#note(index, index, [], 'unknown');
    this.#mentions[this.#mentions.length - 1].quoted = true;
  }

  /** Tries stretches of words that belong together, the longest first. */
  #spans(
    most: number,
    least: number,
    take: (from: number, to: number) => void,
  ): void {
    for (let length = most; length >= least; length -= 1) {
      for (let from = 0; from + length <= this.#tokens.length; from += 1) {
        const to = from + length - 1;
        if (this.#isFree(from, to)) take(from, to);
      }
    }
  }

  #isFree(from: number, to: number): boolean {
    for (let at = from; at <= to; at += 1) {
      const token = this.#tokens[at];
      if (this.#taken[at] || token.kind !== 'word') return false;
      if (at > from && token.afterBreak) return false;
      if (at < to && token.possessive) return false;
    }
    return true;
  }

  #exact(from: number, to: number): void {
    const words = this.#words(from, to);
    const hinted = this.#hint(from, to);
    const isGrammar = this.#isGrammar(from, to);
    if (isGrammar && from === to && !hinted) return;
    let found = this.#search(words, 'exact').map(toCandidate);
    found = merged(found);
    if (isGrammar) found = narrowed(found, hinted, true);
    if (found.length === 0) return;
    this.#note(from, to, hinted ? narrowed(found, hinted) : found, 'exact');
  }

  #looser(from: number, to: number, quality: 'part' | 'close'): void {
    // no part of a name begins or ends with a word of the grammar
    if (this.#isGrammarAt(from) || this.#isGrammarAt(to)) return;
    for (let at = from; at <= to; at += 1) {
      if (this.#isGrammarAt(at) && quality === 'close') return;
    }
    if (
      quality === 'close' &&
      from === to &&
      this.#tokens[from].plain.length < 4
    ) {
      return;
    }
    const hinted = this.#hint(from, to);
    const found = narrowed(
      merged(this.#search(this.#words(from, to), quality).map(toCandidate)),
      hinted,
    );
    if (found.length > 0) this.#note(from, to, found, quality);
  }

  #search(words: string, quality: NameMatch['quality']): NameMatch[] {
    return this.#names
      .find({ words, limit: 40, quality })
      .filter(match => match.quality === quality)
      .map(match => this.#asUser(match));
  }

  /** A person of the catalog who has a Salesforce user is spoken of as that user. */
  #asUser(match: NameMatch): NameMatch {
    const { kind, detail } = match.thing;
    if (kind !== 'person' || !detail?.includes('@')) return match;
    const users = this.#names.find({
      words: detail,
      kinds: ['user'],
      quality: 'exact',
      limit: 2,
    });
    return users.length === 1 ? { ...match, thing: users[0].thing } : match;
  }

  #note(
    from: number,
    to: number,
    candidates: Candidate[],
    quality: Mention['quality'],
    certain = false,
  ): void {
    for (let at = from; at <= to; at += 1) this.#taken[at] = true;
    const hint = certain ? undefined : this.#hint(from, to);
    // the noun says something else than what goes by this name
    const isOff =
      hint !== undefined &&
      quality === 'exact' &&
      candidates.length > 0 &&
      !candidates.some(({ kind }) => hint.includes(kind));
    const hinted = isOff ? undefined : hint;
    this.#mentions.push({
      candidates,
      text: this.#tokens
        .slice(from, to + 1)
        .map(({ text }) => text)
        .join(' '),
      from,
      to,
      quality,
      ...(hinted ? { hinted } : {}),
      ...(certain ? { certain } : {}),
      ...(this.#tokens[to].possessive ? { possessive: true } : {}),
      token: this.#tokens[from],
    });
  }

  /** What kind the nouns beside a stretch say it is. */
  #hint(from: number, to: number): string[] | undefined {
    if (this.#tokens[to].possessive) return undefined;
    const after = this.#tokens
      .slice(to + 1, to + 4)
      .map(token =>
        token.kind === 'word' && !token.afterBreak ? token.plain : '|',
      )
      .join(' ');
    const behind = typeNouns.find(({ words }) =>
      ` ${after} `.startsWith(` ${words} `),
    );
    if (behind) return behind.kinds;
    const before = this.#tokens
      .slice(Math.max(0, from - 5), from)
      .filter(({ plain }) => !['the', 'called', 'named'].includes(plain))
      .map(token => (token.kind === 'word' ? token.plain : '|'))
      .join(' ');
    // "give Dan the profile Read Only", but not "Dan's profile to Read Only"
    return typeNouns.find(({ words }) => ` ${before}`.endsWith(` ${words}`))
      ?.kinds;
  }

  #words(from: number, to: number): string {
    return this.#tokens
      .slice(from, to + 1)
      .map(({ plain }) => plain)
      .join(' ');
  }

  #isGrammarAt(at: number): boolean {
    return grammarWords.has(this.#tokens[at].plain);
  }

  #isGrammar(from: number, to: number): boolean {
    for (let at = from; at <= to; at += 1) {
      if (!this.#isGrammarAt(at)) return false;
    }
    return true;
  }
}

/**
 * Finds what a sentence names: addresses and quotes first, then whole names,
 * the longest first, then parts of names, then names but for typing. What
 * stands beside it ("profile", "the … team") says which kind is meant.
 */
export function findMentions(
  tokens: readonly Token[],
  names: NameSearch,
): Mention[] {
  const finder = new MentionFinder(tokens, names);
  return finder.find();
}

function toCandidate({ thing }: NameMatch): Candidate {
  return { ...thing };
}

function narrowed(
  candidates: Candidate[],
  hinted: string[] | undefined,
  strictly = false,
): Candidate[] {
  if (!hinted) return candidates;
  const fitting = candidates.filter(({ kind }) => hinted.includes(kind));
  return fitting.length > 0 || strictly ? fitting : candidates;
}
