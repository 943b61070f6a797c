import { SalesforceError } from '../core/SalesforceError';

/** What must be found: words and phrases, joined by AND, OR and AND NOT. */
export type SearchTerm =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'and' | 'or';
      readonly terms: readonly SearchTerm[];
    }
  | { readonly kind: 'not'; readonly term: SearchTerm };

const TOKEN = /\s*("(?:\\.|[^"\\])*"|\(|\)|(?:\\.|[^\s()"\\])+)/y;

const MAXIMUM_BRACKETS = 100;

/**
 * Reads the term between the braces of FIND. Words next to each other must
 * all be found; OR binds least.
 * @throws 400 MALFORMED_SEARCH
 */
export function parseSearchTerm(term: string): SearchTerm {
  const tokens = tokensOf(term);
  if (tokens.filter(token => token === '(').length > MAXIMUM_BRACKETS) {
    throw malformedSearch('The search term is too complicated');
  }
  const { found, next } = anyOf(tokens, 0);
  if (next < tokens.length) {
    throw malformedSearch(`unexpected token: ${tokens[next]}`);
  }
  return found;
}

export function malformedSearch(message: string): SalesforceError {
  return new SalesforceError({ errorCode: 'MALFORMED_SEARCH', message });
}

interface Parsed {
  readonly found: SearchTerm;
  readonly next: number;
}

function tokensOf(term: string): string[] {
  const tokens: string[] = [];
  let position = 0;
  const text = term.trim();
  while (position < text.length) {
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(text);
    if (!match) {
      throw malformedSearch(`unexpected token: ${text.slice(position)}`);
    }
    tokens.push(match[1]);
    position = TOKEN.lastIndex;
  }
  return tokens;
}

function anyOf(tokens: readonly string[], start: number): Parsed {
  const terms: SearchTerm[] = [];
  let next = start;
  for (;;) {
    const part = allOf(tokens, next);
    terms.push(part.found);
    next = part.next;
    if (!isWord(tokens[next], 'OR')) {
      return { found: joined('or', terms), next };
    }
    next += 1;
  }
}

function allOf(tokens: readonly string[], start: number): Parsed {
  const terms: SearchTerm[] = [];
  let next = start;
  for (;;) {
    const isNegative = isWord(tokens[next], 'NOT') && terms.length > 0;
    const part = single(tokens, isNegative ? next + 1 : next);
    terms.push(isNegative ? { kind: 'not', term: part.found } : part.found);
    next = part.next;
    if (isWord(tokens[next], 'AND')) {
      next += 1;
    } else if (
      tokens[next] === undefined ||
      tokens[next] === ')' ||
      isWord(tokens[next], 'OR')
    ) {
      return { found: joined('and', terms), next };
    }
  }
}

function single(tokens: readonly string[], start: number): Parsed {
  const token = tokens[start];
  if (token === undefined || token === ')' || isOperator(token)) {
    throw malformedSearch(`unexpected token: ${token ?? '}'}`);
  }
  if (token === '(') {
    const inner = anyOf(tokens, start + 1);
    if (tokens[inner.next] !== ')') {
      throw malformedSearch('unexpected token: }');
    }
    return { found: inner.found, next: inner.next + 1 };
  }
  const text = token.startsWith('"') ? token.slice(1, -1) : token;
  return { found: { kind: 'text', text }, next: start + 1 };
}

function joined(kind: 'and' | 'or', terms: readonly SearchTerm[]): SearchTerm {
  return terms.length === 1 ? terms[0] : { kind, terms };
}

function isOperator(token: string): boolean {
  return isWord(token, 'AND') || isWord(token, 'OR');
}

function isWord(token: string | undefined, word: string): boolean {
  return token?.toUpperCase() === word;
}
