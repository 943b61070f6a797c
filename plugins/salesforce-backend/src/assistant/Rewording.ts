/** One of several things that words could mean, and words that mean it alone. */
export interface Rewording {
  /** For a button. */
  label: string;
  detail?: string;
  /** What was said. */
  said: string;
  /** What to say instead. */
  words: string;
}

/** The sentence with the words of an alternative in place of what was said. */
export function reworded(sentence: string, { said, words }: Rewording): string {
  const at = sentence.toLowerCase().lastIndexOf(said.toLowerCase());
  return at < 0
    ? `${sentence} ${words}`
    : sentence.slice(0, at) + words + sentence.slice(at + said.length);
}
