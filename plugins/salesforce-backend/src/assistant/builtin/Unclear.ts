import type { Rewording } from '../Rewording';
import type { Candidate, Mention } from './Mentions';

/** Something that is not clear enough to go on. */
export class Unclear {
  constructor(
    readonly text: string,
    /** The mention that could be several things. */
    readonly mention?: Mention,
    readonly candidates: Candidate[] = [],
    /** What to put behind the sentence with the answer in place of `{}`. */
    readonly append?: string,
    /** Ways to say it that are clear. */
    readonly rewordings: Rewording[] = [],
  ) {}

  /** Where it would be clear in other words. */
  static among(text: string, rewordings: Rewording[]): Unclear {
    return new Unclear(text, undefined, [], undefined, rewordings);
  }
}

/** Raised where a frame sees that it must be refused in words. */
export class Refused {
  constructor(readonly reason: string, readonly instead: string[] = []) {}
}
