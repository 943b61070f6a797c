import { plainWord } from '../names/words';

const passed = new Set(
  `please can could you would show list find get give me us the a an all any of for with in on at to and or are is be that which who what where when do does did have has there
   i we our tell see display fetch view look up pull their its his her from associated related including include included details info information data records record currently
   right now still existing salesforce sf need want would like us let know about how much many it them those these this also each every by out some ones one only just kindly hi hey
   hello thanks thank my mine was were will been field fields value values result results query report table chart as well per so then than more s re d ll ve m name names whose
   having come came comes coming exist exists were under over via whole complete full entire open-ended search count number rows system org run stuck sitting got yet but`.split(
    /\s+/,
  ),
);

/** The words of a question, and which of them are accounted for. */
export class Said {
  readonly #text: string;
  readonly #lower: string;
  readonly #used: boolean[];

  constructor(text: string) {
    this.#text = text.replace(/[“”]/g, '"').replace(/[’]/g, "'");
    this.#lower = this.#text.toLowerCase();
    this.#used = new Array<boolean>(this.#text.length).fill(false);
  }

  get text(): string {
    return this.#text;
  }

  /** The text, with blanks for what is accounted for. */
  get unused(): string {
    return [...this.#used]
      .map((used, at) => (used ? ' ' : this.#text[at]))
      .join('');
  }

  /** Whether the words are there and not accounted for. */
  has(words: string): boolean {
    let at = this.#find(words);
    while (at >= 0 && this.#used[at]) at = this.#find(words, at + 1);
    return at >= 0;
  }

  take(words: string): boolean {
    let at = this.#find(words);
    const found = at >= 0;
    while (at >= 0) {
      this.#mark(at, at + words.length);
      at = this.#find(words, at + words.length);
    }
    return found;
  }

  takeText(text: string): void {
    const at = this.#text.indexOf(text);
    const lower = at >= 0 ? at : this.#lower.indexOf(text.toLowerCase());
    if (lower >= 0) this.#mark(lower, lower + text.length);
  }

  /** The first match of a pattern in what is not accounted for. */
  matchPattern(pattern: RegExp): RegExpExecArray | undefined {
    const flags = pattern.flags.includes('u')
      ? pattern.flags
      : `${pattern.flags.replace('i', '')}i`;
    const found = new RegExp(pattern.source, flags).exec(this.#text);
    if (!found) return undefined;
    return this.#used[found.index] ? undefined : found;
  }

  takePattern(pattern: RegExp): boolean {
    const found = this.matchPattern(pattern);
    if (!found) return false;
    this.#mark(found.index, found.index + found[0].length);
    return true;
  }

  /** Words that nothing accounts for and that are not passed over. */
  left(): string[] {
    return [...this.#text.matchAll(/[\p{L}\p{N}_$€£%]+(?:['’][\p{L}]+)?/gu)]
      .filter(({ index }) => !this.#used[index])
      .map(([word]) => word)
      .filter(word => !passed.has(plainWord(word).replace(/'s$/, '')));
  }

  #find(words: string, from = 0): number {
    const wanted = words.toLowerCase();
    let at = this.#lower.indexOf(wanted, from);
    while (at >= 0) {
      const before = this.#lower[at - 1] ?? ' ';
      const after = this.#lower[at + wanted.length] ?? ' ';
      if (!/[\p{L}\p{N}_]/u.test(before) && !/[\p{L}\p{N}_]/u.test(after))
        return at;
      at = this.#lower.indexOf(wanted, at + 1);
    }
    return -1;
  }

  #mark(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.#used[at] = true;
  }
}
