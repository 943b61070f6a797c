import type { InterpreterContext } from '@salesdesk/backstage-plugin-salesforce-node';
import {
  fillers,
  reasonMarkers,
  turningWords,
  typeNouns,
  verbs,
  type VerbClass,
} from './lexicon';
import {
  personKinds,
  setKinds,
  setReference,
  type Candidate,
  type Mention,
} from './Mentions';
import { dayAt, durationAt, type SaidMoment } from './moments';
import type { Token } from './tokens';
import { wallClock } from './wallClock';
import { Unclear } from './Unclear';
import { formOf } from './verbForms';

export { Refused, Unclear } from './Unclear';

/** People as an input names them, with what they are called. */
export interface Spoken {
  reference: string;
  label: string;
}

const nounWords = new Set(typeNouns.flatMap(({ words }) => words.split(' ')));

const leading =
  /^(?:[\s,;:—–-]|and\b|so\b|that\b|the reason is\b|reason:?\b)+/i;

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
      .filter((_, at) => !this.#isMentioned(at))
      .map(({ plain }) => plain)
      .join(' ');
  }

  /** The verb classes of the step, from its first word that is one. */
  verb(): { classes: Set<VerbClass>; at: number; words: string } | undefined {
    for (let at = 0; at < this.tokens.length; at += 1) {
      if (this.#isMentioned(at)) continue;
      if (this.#isWish(at)) continue;
      const form = formOf(
        this.tokens[at].plain,
        this.tokens[at - 1]?.plain ?? '',
      );
      if (form) {
        this.used[at] = true;
        return { classes: new Set([form]), at, words: this.tokens[at].plain };
      }
      const two = `${this.tokens[at].plain} ${
        this.tokens[at + 1]?.plain ?? ''
      }`;
      for (const words of [two, this.tokens[at].plain]) {
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
      /^(?:need|needs|want|request|have|get)(?: you| someone| somebody)? to \w/.exec(
        rest,
      );
    if (!wish) return false;
    this.used[at] = true;
    return true;
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

  /** Cuts the reason off: what stands behind its marker is no instruction. */
  takeReason(): void {
    for (let at = 1; at < this.tokens.length; at += 1) {
      const rest = this.tokens
        .slice(at)
        .map(({ plain }) => plain)
        .join(' ');
      const marker = reasonMarkers.find(
        words => rest === words || rest.startsWith(`${words} `),
      );
      const isPurpose =
        !marker &&
        /^for (?:the|a|an|his|her|their|my|our|some|this|q[1-4]|upcoming|new)\b/.test(
          rest,
        ) &&
        !durationAt(this.#after(at), wallClock(this.context)) &&
        !this.#mentionsPerson(at + 1, at + 3) &&
        !/^for (?:the|this|these|a|an) (?:user|person|people|following|members?|team|group|public|permission|role)\b/.test(
          rest,
        );
      if (!marker && !isPurpose) continue;
      if (marker === 'since' && dayAt(this.#after(at), wallClock(this.context)))
        continue;
      const start = this.tokens[at].start;
      this.reason = this.text
        .slice(start)
        .replace(leading, '')
        .replace(/[\s.!]+$/, '');
      if (isPurpose)
        this.reason = this.text.slice(start).replace(/[\s.!]+$/, '');
      for (let index = at; index < this.tokens.length; index += 1)
        this.used[index] = true;
      this.reasonFrom = at;
      return;
    }
  }

  reasonFrom = Number.POSITIVE_INFINITY;

  /** "until next Friday", "for 3 months", "for the next two weeks". */
  takeUntil(): string | undefined {
    const now = wallClock(this.context);
    for (let at = 0; at < this.tokens.length; at += 1) {
      const { plain } = this.tokens[at];
      if (this.#isMentioned(at)) continue;
      const rest = this.#after(at);
      const before = this.tokens[at - 1]?.plain ?? '';
      const bare = rest.replace(/^(?:on|at|after|in)\s+/i, '');
      let said: SaidMoment | undefined;
      if (/^(?:until|till|til|through|thru)$/.test(plain)) {
        said = dayAt(rest, now) ?? durationAt(rest, now);
      } else if (plain === 'for' && !/^(?:been|was|were|gone)$/.test(before)) {
        said = durationAt(rest, now);
      } else if (/^(?:ending|expiring|expires|ends|lasting)$/.test(plain)) {
        said = dayAt(bare, now) ?? durationAt(bare, now);
      }
      if (!said) continue;
      const lead = /^(?:on|at|after|in)\s+/i.exec(rest)?.[0].length ?? 0;
      const end = this.tokens[at].end + 1 + lead + said.length;
      for (let index = at; index < this.tokens.length; index += 1) {
        if (this.tokens[index].start < end) this.used[index] = true;
      }
      return said.day;
    }
    return undefined;
  }

  /** Text behind a token, without the blank. */
  #after(at: number): string {
    return this.text.slice(this.tokens[at].end).replace(/^[\s,]+/, '');
  }

  #mentionsPerson(from: number, to: number): boolean {
    return this.mentions.some(
      ({ from: start, candidates, certain }) =>
        start >= from &&
        start <= to &&
        (certain || candidates.some(({ kind }) => personKinds.has(kind))),
    );
  }

  #isMentioned(at: number): boolean {
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

  /** Whom the step is about. Throws Unclear when it cannot be said. */
  people(options: { except?: Mention[]; optional?: boolean } = {}): Spoken[] {
    const found: Spoken[] = [];
    for (const mention of this.mentions) {
      if (options.except?.includes(mention) || mention.from >= this.reasonFrom)
        continue;
      const people = mention.candidates.filter(({ kind }) =>
        personKinds.has(kind),
      );
      const sets = mention.candidates.filter(({ kind }) => setKinds.has(kind));
      if (
        this.#standsForEveryone(mention, people.length > 0) &&
        (sets.length > 0 || mention.hinted)
      ) {
        const set = this.one(
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
        const { value, label } = this.one(mention, 'person', ...personKinds);
        found.push({ reference: value, label });
      }
    }
    this.takeAny(
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
    return this.#pronouns() ?? (options.optional ? [] : this.#nobody());
  }

  #pronouns(): Spoken[] | undefined {
    const words = new Set(
      this.tokens
        .slice(0, Math.min(this.reasonFrom, this.tokens.length))
        .map(({ plain }) => plain),
    );
    const any = (...list: string[]) => list.some(word => words.has(word));
    if (
      /\b(?:everyone|everybody|all users|all of them)\b/.test(this.plain) &&
      this.spokenOf.length < 2
    ) {
      if (
        this.page?.reference.startsWith('group:') &&
        any('this', 'team', 'group', 'here')
      )
        return [this.page];
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
      if (this.spokenOf.length > 0) return [...this.spokenOf];
      return this.page ? [this.page] : undefined;
    }
    if (any('this', 'that') && this.page) return [this.page];
    return undefined;
  }

  #nobody(): never {
    throw new Unclear(
      'Whom do you mean? Give a name, an e-mail address or a team.',
      undefined,
      [],
      'for {}',
    );
  }

  /** "everyone on the … team", or a team where a person would stand. */
  #standsForEveryone(mention: Mention, isPerson: boolean): boolean {
    if (isPerson && !mention.hinted) return false;
    const previous = [...this.mentions]
      .reverse()
      .find(({ to }) => to < mention.from);
    const between = this.tokens
      .slice((previous?.to ?? -1) + 1, mention.from)
      .map(({ plain }) => plain)
      .join(' ');
    return !/\ba member of\b/.test(between) &&
      /\b(?:everyone|everybody|anyone|all|members?|people|users?|folks|those|reps?)\b/.test(
        between,
      ) &&
      !/\b(?:to|into) (?:the|a)?\s*$/.test(between)
      ? true
      : mention.isSet === true;
  }

  /** From here on the words are values, not instructions. */
  settledFrom = Number.POSITIVE_INFINITY;

  /** Words that nothing accounts for. */
  leftOver(): { words: string[]; turning: boolean } {
    const words: string[] = [];
    let turning = false;
    this.tokens.forEach((token, at) => {
      if (at >= this.settledFrom) return;
      const isTurning = token.kind === 'word' && turningWords.has(token.plain);
      if (isTurning && at < this.reasonFrom && !this.#isMentioned(at))
        turning = true;
      if (
        !this.used[at] ||
        (isTurning && at < this.reasonFrom && !this.#isMentioned(at))
      )
        words.push(token.text);
    });
    return { words, turning };
  }
}

function unique(spoken: Spoken[]): Spoken[] {
  return [
    ...new Map(
      spoken.map(each => [each.reference.toLowerCase(), each]),
    ).values(),
  ];
}
