import type { InterpreterContext } from '@salesdesk/backstage-plugin-salesforce-node';
import {
  fillers,
  turningWords,
  typeNouns,
  verbs,
  type VerbClass,
} from './lexicon';
import { personKinds, type Candidate, type Mention } from './Mentions';
import { endBefore, takeUntil } from './saidEnd';
import { takeReason } from './saidReason';
import { spokenPeople } from './spokenPeople';
import type { Token } from './tokens';
import { Unclear } from './Unclear';
import { bringsAbout, isBroughtAbout } from './broughtAbout';
import { formOf } from './verbForms';

export { Refused, Unclear } from './Unclear';

/** People as an input names them, with what they are called. */
export interface Spoken {
  reference: string;
  label: string;
}

const nounWords = new Set(typeNouns.flatMap(({ words }) => words.split(' ')));

/** What was said in the same sentence, before a step. */
export interface SaidBefore {
  /** The words of it. */
  text: string;
  /** Whom it was about. */
  people: readonly Spoken[];
  /** What else it named: permission sets, groups, addresses. */
  mentions: readonly Mention[];
}

/**
 * One step of a sentence while it is being understood: its words, what they
 * name, and which of them are accounted for. What is left over in the end was
 * not understood, and then nothing is proposed.
 */
export class Reading {
  readonly used: boolean[];
  reason?: string;

  constructor(
    readonly tokens: readonly Token[],
    readonly mentions: readonly Mention[],
    /** The whole text that the tokens' places refer to. */
    readonly text: string,
    readonly context: InterpreterContext,
    /** People spoken of before, for "him" and "them". */
    readonly spokenOf: readonly Spoken[],
    /** "this", where the page or the conversation says what it is. */
    readonly page: Spoken | undefined,
    /** "Marco is leaving", in front of the step. */
    readonly before?: SaidBefore,
  ) {
    this.used = tokens.map(
      ({ plain, kind }) =>
        kind === 'stop' || (kind === 'word' && fillers.has(plain)),
    );
  }

  get plain(): string {
    return this.tokens.map(({ plain }) => plain).join(' ');
  }

  /** The words that are no part of a name. */
  get outside(): string {
    return this.tokens
      .filter((_, at) => !this.isMentioned(at))
      .map(({ plain }) => plain)
      .join(' ');
  }

  /** The verb classes of the step, from its first word that is one. */
  verb(): { classes: Set<VerbClass>; at: number; words: string } | undefined {
    for (let at = 0; at < this.tokens.length; at += 1) {
      if (this.isMentioned(at)) continue;
      if (this.#isWish(at) || bringsAbout(this, at)) continue;
      const form = formOf(
        this.tokens[at].plain,
        // "have Marco frozen": brought about, like "be frozen"
        isBroughtAbout(this, at) ? 'be' : this.tokens[at - 1]?.plain ?? '',
      );
      if (form) {
        this.used[at] = true;
        return { classes: new Set([form]), at, words: this.tokens[at].plain };
      }
      const two = `${this.tokens[at].plain} ${
        this.tokens[at + 1]?.plain ?? ''
      }`;
      const three = `${two} ${this.tokens[at + 2]?.plain ?? ''}`;
      for (const words of [three, two, this.tokens[at].plain]) {
        const classes = new Set(
          (Object.keys(verbs) as VerbClass[]).filter(key =>
            verbs[key].includes(words),
          ),
        );
        if (classes.size > 0) return { classes, at, words };
      }
    }
    return undefined;
  }

  /** "I need you to", "we want to": the verb comes after it. */
  #isWish(at: number): boolean {
    const rest = this.tokens
      .slice(at, at + 4)
      .map(({ plain }) => plain)
      .join(' ');
    const wish =
      /^(?:need|needs|want|request|have|has|get)(?: you| someone| somebody)? to \w/.exec(
        rest,
      );
    if (!wish) return false;
    this.used[at] = true;
    return true;
  }

  readonly #settled = new Set<number>();

  /** Accounts for words as one thing, so that a "not" in them turns nothing round. */
  settle(words: string): boolean {
    const wanted = words.split(' ');
    let found = false;
    for (let at = 0; at + wanted.length <= this.tokens.length; at += 1) {
      if (
        wanted.every((word, index) => this.tokens[at + index].plain === word)
      ) {
        wanted.forEach((_, index) => this.#settled.add(at + index));
        found = true;
      }
    }
    return this.take(words) && found;
  }

  /** Accounts for words wherever they stand; true when they are there. */
  take(words: string): boolean {
    const wanted = words.split(' ');
    let found = false;
    for (let at = 0; at + wanted.length <= this.tokens.length; at += 1) {
      if (
        wanted.every((word, index) => this.tokens[at + index].plain === word)
      ) {
        for (let index = 0; index < wanted.length; index += 1)
          this.used[at + index] = true;
        found = true;
      }
    }
    return found;
  }

  takeAny(...words: string[]): boolean {
    return words.map(each => this.take(each)).some(Boolean);
  }

  takeMention(mention: Mention): void {
    for (let at = mention.from; at <= mention.to; at += 1) this.used[at] = true;
    if (!mention.hinted) return;
    const isNoun = (at: number) =>
      this.tokens[at]?.kind === 'word' && nounWords.has(this.tokens[at].plain);
    for (let at = mention.to + 1; isNoun(at); at += 1) this.used[at] = true;
    for (let at = mention.from - 1; isNoun(at); at -= 1) this.used[at] = true;
  }

  /** Where the reason begins: what stands behind it is no instruction. */
  reasonFrom = Number.POSITIVE_INFINITY;

  takeReason(): void {
    takeReason(this);
  }

  /** The day until which it should hold, if one is said. */
  takeUntil(): string | undefined {
    return takeUntil(this);
  }

  /** "he is away until March", in front of the step. */
  endBefore(): string | undefined {
    return endBefore(this);
  }

  /** Whom the step is about. Throws Unclear when it cannot be said. */
  people(options: { except?: Mention[]; optional?: boolean } = {}): Spoken[] {
    return spokenPeople(this, options);
  }

  /** Text behind a token, without the blank. */
  after(at: number): string {
    return this.text.slice(this.tokens[at].end).replace(/^[\s,]+/, '');
  }

  isMentioned(at: number): boolean {
    return this.mentions.some(({ from, to }) => at >= from && at <= to);
  }

  /** Mentions of a kind, outside of the reason. */
  named(...kinds: string[]): Mention[] {
    return this.mentions.filter(
      mention =>
        mention.from < this.reasonFrom &&
        (mention.hinted
          ? mention.hinted.some(kind => kinds.includes(kind)) &&
            (mention.candidates.length === 0 ||
              mention.candidates.some(({ kind }) => kinds.includes(kind)))
          : mention.candidates.some(({ kind }) => kinds.includes(kind))),
    );
  }

  /** The one thing of these kinds that a mention means; unclear otherwise. */
  one(mention: Mention, what: string, ...kinds: string[]): Candidate {
    this.takeMention(mention);
    const fitting = mention.candidates.filter(({ kind }) =>
      kinds.includes(kind),
    );
    if (fitting.length === 1 && mention.quality !== 'close') return fitting[0];
    if (
      fitting.length === 1 &&
      mention.text.length >= 8 &&
      !personKinds.has(fitting[0].kind)
    ) {
      return fitting[0];
    }
    if (fitting.length === 0) {
      throw new Unclear(
        `I know no ${what} “${mention.text}”. Which one do you mean?`,
        mention,
      );
    }
    throw new Unclear(
      fitting.length === 1
        ? `Do you mean ${fitting[0].label}?`
        : `“${mention.text}” could be more than one ${what}. Which one?`,
      mention,
      fitting,
    );
  }

  /** Permission sets of the step before, for "give it to Ann". */
  accessBefore: readonly Mention[] = [];

  /** Whether a question mark stands behind it. */
  isAsked = false;

  /** From here on the words are values, not instructions. */
  settledFrom = Number.POSITIVE_INFINITY;

  /** Words that nothing accounts for. */
  leftOver(): { words: string[]; turning: boolean } {
    const words: string[] = [];
    let turning = false;
    this.tokens.forEach((token, at) => {
      if (at >= this.settledFrom) return;
      const isTurning =
        token.kind === 'word' &&
        turningWords.has(token.plain) &&
        !this.#settled.has(at);
      if (isTurning && at < this.reasonFrom && !this.isMentioned(at))
        turning = true;
      if (
        !this.used[at] ||
        (isTurning && at < this.reasonFrom && !this.isMentioned(at))
      )
        words.push(token.text);
    });
    return { words, turning };
  }
}
