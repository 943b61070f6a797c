/** A piece of a query that means something by itself. */
export interface SoqlToken {
  kind: 'word' | 'string' | 'number' | 'operator' | 'open' | 'close' | 'comma';
  text: string;
  from: number;
  to: number;
}

const patterns: Array<[SoqlToken['kind'], RegExp]> = [
  ['string', /'(?:[^'\\]|\\.)*'?/y],
  // a path with dots, or a date literal with its number
  ['word', /[A-Za-z_][\w.]*(?::\d+)?/y],
  ['number', /[+-]?\d[\w.:+-]*/y],
  ['operator', /[=<>!]+/y],
  ['open', /\(/y],
  ['close', /\)/y],
  ['comma', /,/y],
];

/** The pieces of a query, also of one that is not finished. Never throws. */
export function soqlTokens(text: string): SoqlToken[] {
  const tokens: SoqlToken[] = [];
  let position = 0;
  while (position < text.length) {
    const token = tokenAt(text, position);
    if (token) tokens.push(token);
    position = token?.to ?? position + 1;
  }
  return tokens;
}

function tokenAt(text: string, from: number): SoqlToken | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match)
      return { kind, text: match[0], from, to: from + match[0].length };
  }
  return undefined;
}
