import type { SearchTerm } from './searchTerm';

/** Texts of one record, each as its words. */
export type IndexedTexts = readonly (readonly string[])[];

/**
 * A text as a search sees it: its words in lower case. Whoever looks for a
 * number without its hyphens and brackets finds it too.
 */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The digits of a phone number, as one word more. */
export function digitsOf(text: string): string[] {
  const digits = text.replace(/\D/g, '');
  return digits === '' ? [] : [digits];
}

/** Whether a record holds what the term asks for. */
export function matcherOf(term: SearchTerm): (texts: IndexedTexts) => boolean {
  switch (term.kind) {
    case 'text': {
      const words = patternsOf(term.text);
      return texts => texts.some(text => holds(text, words));
    }
    case 'not': {
      const matches = matcherOf(term.term);
      return texts => !matches(texts);
    }
    default: {
      const parts = term.terms.map(matcherOf);
      return texts =>
        term.kind === 'and'
          ? parts.every(matches => matches(texts))
          : parts.some(matches => matches(texts));
    }
  }
}

type WordPattern = (word: string) => boolean;

/** `*` stands for any end of a word, `?` for one letter. */
function patternsOf(text: string): WordPattern[] {
  const words =
    text
      .toLowerCase()
      .replace(/\\(.)/g, (_, character: string) =>
        /[*?]/.test(character) ? ' ' : character,
      )
      .match(/[\p{L}\p{N}\p{M}*?]+/gu) ?? [];
  return words.map(word => {
    if (!/[*?]/.test(word)) {
      return candidate => candidate === word;
    }
    const pattern = new RegExp(
      `^${word.replace(/\*+/g, '.*').replace(/\?/g, '.')}$`,
      'u',
    );
    return candidate => pattern.test(candidate);
  });
}

/** Whether the words stand next to each other in the text. */
function holds(text: readonly string[], words: readonly WordPattern[]) {
  return (
    words.length > 0 &&
    text.some((_, start) =>
      words.every(
        (matches, index) =>
          start + index < text.length && matches(text[start + index]),
      ),
    )
  );
}
