import { soqlTokens, type SoqlToken } from './soqlTokens';
import { keywords } from './soqlWords';

/** One SELECT: the query itself, or one inside parentheses. */
export interface SoqlLevel {
  /** Its own pieces, without those of queries inside it. */
  tokens: SoqlToken[];
  /** What it stands in: a list of fields reads children, a condition any object. */
  inside?: { level: SoqlLevel; clause: string | undefined };
  from: number;
  to: number;
}

/** Takes a query apart into its SELECTs, the outermost first. */
export function soqlLevels(text: string): SoqlLevel[] {
  const tokens = soqlTokens(text);
  const outermost: SoqlLevel = { tokens: [], from: 0, to: text.length };
  const levels = [outermost];
  const open: Array<SoqlLevel | undefined> = [];
  let current = outermost;
  tokens.forEach((token, index) => {
    if (token.kind === 'open') {
      if (isWord(tokens[index + 1], 'SELECT')) {
        open.push(current);
        current = {
          tokens: [],
          inside: { level: current, clause: clauseAt(current, token.from) },
          from: token.to,
          to: text.length,
        };
        levels.push(current);
        return;
      }
      open.push(undefined);
    }
    if (token.kind === 'close') {
      const outer = open.pop();
      if (outer) {
        current.to = token.from;
        current = outer;
        return;
      }
    }
    current.tokens.push(token);
  });
  return levels;
}

export function isWord(token: SoqlToken | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toUpperCase() === word;
}

/** The part of a SELECT that a position is in: the last word that starts one. */
export function clauseAt(
  level: SoqlLevel,
  position: number,
): string | undefined {
  const before = level.tokens.filter(({ to }) => to <= position);
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const word = before[index].text.toUpperCase();
    if (word === 'BY' && index > 0) {
      return `${before[index - 1].text.toUpperCase()} BY`;
    }
    if (
      ['SELECT', 'FROM', 'WHERE', 'HAVING', 'WITH', 'LIMIT', 'OFFSET'].includes(
        word,
      )
    ) {
      return word;
    }
  }
  return undefined;
}

/** The name after FROM, and the short name that the query gives it. */
export function sourceOf(
  level: SoqlLevel,
): { name: string; alias?: string } | undefined {
  const { tokens } = level;
  const index = tokens.findIndex(token => isWord(token, 'FROM'));
  const name = index < 0 ? undefined : tokens[index + 1];
  if (name?.kind !== 'word' || keywords.has(name.text.toUpperCase())) {
    return undefined;
  }
  const alias = tokens[index + 2];
  return alias?.kind === 'word' && !keywords.has(alias.text.toUpperCase())
    ? { name: name.text, alias: alias.text }
    : { name: name.text };
}
