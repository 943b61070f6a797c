/** A word of a text, as it is compared, with where it stands. */
export interface Word {
  /** Lower case, without accents. */
  plain: string;
  /** As it was written. */
  written: string;
  start: number;
  end: number;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** Lower case, without accents: what is compared. */
export function plainWord(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text: letters and digits, everything else parts them. Pure. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map(found => ({
    plain: plainWord(found[0]),
    written: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** A name as a key: its plain words with one space between them. */
export function keyOf(text: string): string {
  return wordsOf(text)
    .map(({ plain }) => plain)
    .join(' ');
}
