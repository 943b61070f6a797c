/** "how many different industries do our accounts have": values, each counted once. */
export interface DistinctCount {
  /** What is counted: "industries", "accounts". */
  what: string;
  /** The records that are looked at, in the words of the question. */
  rest: string;
  /** The question without the word that says "each once". */
  plainly: string;
}

const ends =
  '(?=\\s+(?:do|does|did|have|has|are|is|were|was|own|owns|with|of|in|on|among|across|for|that|which|there|exist|appear)\\b|\\s*$)';
const each = '(?:different|distinct|unique|separate|individual)';

const patterns = [
  new RegExp(
    `^(?<lead>.*?)\\b(?:how many|number of|count(?: of)?)\\s+(?:the\\s+)?${each}\\s+(?<what>[\\p{L} ]{3,40}?)${ends}(?<rest>.*)$`,
    'iu',
  ),
  new RegExp(
    `^(?<lead>.*?)\\b(?:in|from|across|of) how many\\s+(?:${each}\\s+)?(?<what>[\\p{L} ]{3,40}?)${ends}(?<rest>.*)$`,
    'iu',
  ),
  /^(?<lead>.*?)\bhow many\s+(?<what>countries|cities|states|industries|lead sources|stages|owners)(?=\s+(?:do|does|are|did|have)\b)(?<rest>.*)$/iu,
];

/** Reads what is counted once each; undefined for other questions. Pure. */
export function distinctCount(text: string): DistinctCount | undefined {
  const said = text
    .replace(/[?!.]+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  for (const pattern of patterns) {
    const found = pattern.exec(said)?.groups;
    if (!found) continue;
    return {
      what: found.what,
      rest: found.rest
        .replace(
          /\b(?:do|does|did|we|they|there|are|is|have|has|got|own|owns|come|appear|exist|in total)\b/gi,
          ' ',
        )
        .replace(/^\s*(?:of|in|on|among|across|for|from)\b/i, ' ')
        .replace(/\b(?:in|from|for|of)\s*$/i, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
      plainly: said.replace(new RegExp(`\\b${each}\\s+`, 'i'), ''),
    };
  }
  return undefined;
}
