/** The longest word that is stored, in characters; the most words of a request. */
const longestWord = 64;
const mostWords = 300;

const separators = '.@+_-';

/**
 * The words of texts, lower case and each once, as they are stored. An e-mail
 * address is found whole and by its parts.
 */
export function searchWords(
  ...texts: Array<string | null | undefined>
): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of wordsToFind(text ?? '')) {
      words.add(word);
      for (const part of word.split(/[.@+_-]+/)) {
        if (part) words.add(part);
      }
    }
  }
  return [...words].slice(0, mostWords);
}

/** The words that somebody looks for: as they wrote them, without their parts. */
export function wordsToFind(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .toLocaleLowerCase('en-US')
    .split(/[^\p{L}\p{N}_.@+-]+/u)
    .map(word => shorten(trim(word)))
    .filter(word => word.length > 0);
  return [...new Set(words)];
}

function trim(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && separators.includes(word[start])) start += 1;
  while (end > start && separators.includes(word[end - 1])) end -= 1;
  return word.slice(start, end);
}

// By characters, so that none is cut in half.
function shorten(word: string): string {
  return word.length > longestWord
    ? [...word].slice(0, longestWord).join('')
    : word;
}
