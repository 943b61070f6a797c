/** Counts that people write out. */
export const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  fifty: 50,
};

/** Of a length of time, "a" is a count too: "a week". */
export const articles = ['a', 'an'];

/** The number of "3", "three" or "a"; NaN of anything else. */
export function numberOfWords(words: string): number {
  const plain = words.toLowerCase();
  return articles.includes(plain) ? 1 : numberWords[plain] ?? Number(plain);
}
