import { soqlTokens, type SoqlToken } from './soqlTokens';

/** Where a query is wrong, and what is wrong there in Salesforce's words. */
export interface QueryProblem {
  from: number;
  to: number;
  /** From 1, as people count. */
  line: number;
  column: number;
  /** What Salesforce said, without the excerpt that it draws around. */
  words?: string;
}

/**
 * The place of an error in the query as it was typed. Salesforce draws the text
 * that it was sent, with a caret below, and that text was composed anew: other
 * spaces, perhaps conditions that narrow it. So the word above the caret is
 * looked for among what was typed, by the words that stand around it.
 */
export function placeOfError(options: {
  text: string;
  message: string;
  details?: string;
}): QueryProblem | undefined {
  const { text, message, details } = options;
  const drawn = details && drawnIn(details);
  if (drawn) {
    const token = likeliest(soqlTokens(text), drawn);
    return token && { ...placed(text, token), words: drawn.words };
  }
  const found = placeInWords(text, message);
  return found && placed(text, found);
}

interface Drawn {
  tokens: SoqlToken[];
  index: number;
  words: string;
}

// The gateway hands Salesforce's words on in one line, so the caret's own
// indent is lost; the column says the same.
const drawing =
  /^\s*(?<excerpt>\S[\s\S]*?)\s+\^\s+ERROR at Row:\d+:Column:(?<column>\d+)\s+(?<words>[\s\S]+)$/;

function drawnIn(details: string): Drawn | undefined {
  const { excerpt, column, words } = drawing.exec(details)?.groups ?? {};
  if (excerpt === undefined) return undefined;
  const tokens = soqlTokens(excerpt);
  const index = tokens.findIndex(({ to }) => to >= Number(column));
  return { tokens, index, words: words.trim() };
}

/** Of the places with the same word, the one with most alike around it. */
function likeliest(typed: SoqlToken[], drawn: Drawn): SoqlToken | undefined {
  const wanted = drawn.tokens[drawn.index];
  if (!wanted) return typed.at(-1);
  let best: { token: SoqlToken; alike: number } | undefined;
  typed.forEach((token, index) => {
    if (!isSame(token, wanted)) return;
    const alike =
      alikeFrom({ typed, index, drawn, step: -1 }) +
      alikeFrom({ typed, index, drawn, step: 1 });
    if (!best || alike > best.alike) best = { token, alike };
  });
  return best?.token;
}

function alikeFrom(options: {
  typed: SoqlToken[];
  index: number;
  drawn: Drawn;
  step: 1 | -1;
}): number {
  const { typed, index, drawn, step } = options;
  let alike = 0;
  for (;;) {
    const distance = (alike + 1) * step;
    if (!isSame(typed[index + distance], drawn.tokens[drawn.index + distance]))
      return alike;
    alike += 1;
  }
}

function isSame(a: SoqlToken | undefined, b: SoqlToken | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.text.toLowerCase() === b.text.toLowerCase()
  );
}

/** What our own reading of a query says: an unexpected word, or its end. */
function placeInWords(
  text: string,
  message: string,
): { from: number; to: number } | undefined {
  const position = /unexpected character . at position (\d+)/.exec(message);
  if (position) {
    const from = Number(position[1]) - 1;
    return { from, to: from + 1 };
  }
  if (message.includes('it ends too early')) {
    const end = text.trimEnd().length;
    return { from: Math.max(0, end - 1), to: end };
  }
  const named = /(?:unexpected|field|object|relationship) '([^']+)'/.exec(
    message,
  )?.[1];
  if (!named) return undefined;
  const tokens = soqlTokens(text);
  const exact = tokens.find(
    token => token.text.toLowerCase() === named.toLowerCase(),
  );
  if (exact) return exact;
  const within = tokens.find(({ text: path }) =>
    path.toLowerCase().split('.').includes(named.toLowerCase()),
  );
  return within;
}

function placed(
  text: string,
  { from, to }: { from: number; to: number },
): QueryProblem {
  const before = text.slice(0, from);
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    from,
    to,
    line: before.split('\n').length,
    column: from - lineStart + 1,
  };
}
