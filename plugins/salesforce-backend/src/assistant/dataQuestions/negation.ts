/** What turns the words behind it round. */
const not =
  "(?:not|isn't|isnt|aren't|arent|except(?: for)?|excluding|other than|outside(?: of)?|without)";

/** What may stand between a "not" and what it turns round. */
const between =
  '(?:(?:in|at|from|of|with|the|a|an|any|for|stage|status|priority|type|industry|rating|based|located|yet|being|marked|as|is|are|those|ones)\\s+){0,4}';

/** A pattern for the words, said with a "not" before them. */
export function negated(words: string): RegExp {
  return new RegExp(
    `\\b${not}\\s+${between}${escaped(words)}(?![\\p{L}\\p{N}])`,
    'iu',
  );
}

/** The beginning of a pattern for what is turned round. */
export const negatedStart = `\\b${not}\\s+${between}`;

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
