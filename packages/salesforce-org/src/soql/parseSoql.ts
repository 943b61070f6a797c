import { malformedQuery, queryError, queryErrorAt } from './queryErrors';
import { parseQuery } from './parseQuery';
import { SoqlSyntaxError } from './SoqlSyntaxError';
import type { QueryTree } from './syntaxTree';
import { TokenReader } from './TokenReader';
import { tokenize, type Token } from './tokens';

const maximumLength = 100_000;
const maximumStringLength = 4_000;
/** Parentheses within each other; NOT stands before one of them. */
const maximumDepth = 200;

/*
 * Why a parser of our own: what makes the local org useful is that it refuses
 * what the real one refuses, at the same place and in the same words. The
 * libraries that read SOQL are meant for formatting it. They accept more
 * (`SELECT DISTINCT`, AND mixed with OR), they accept less (exponents, times,
 * `FROM Contact c, c.Account a`), and their trees know no positions. The tests
 * compare this parser with one of them.
 */

/** Reads a query, or refuses it with MALFORMED_QUERY in Salesforce's words. */
export function parseSoql(soql: string): QueryTree {
  if (soql.trim() === '') {
    throw malformedQuery('SOQL statements cannot be empty or null');
  }
  if (soql.length > maximumLength) {
    throw malformedQuery(
      `SOQL statement is too long: the maximum length is ${maximumLength} characters`,
    );
  }
  try {
    const tokens = tokenize(soql);
    const long = tokens.find(
      ({ kind, text }) =>
        kind === 'string' && text.length > maximumStringLength,
    );
    if (long) {
      throw new SoqlSyntaxError({
        message: `string literal is too long: the maximum length is ${maximumStringLength} characters`,
        offset: long.offset,
      });
    }
    if (depthOf(tokens) > maximumDepth) {
      throw queryError(
        'QUERY_TOO_COMPLICATED',
        'Query is either selecting too many fields or the filter conditions are too complicated.',
      );
    }
    const reader = new TokenReader(tokens);
    const tree = parseQuery(reader);
    if (reader.next.kind !== 'end') throw reader.unexpected();
    return tree;
  } catch (error) {
    if (!(error instanceof SoqlSyntaxError)) throw error;
    const { offset, message } = error;
    const errorCode = 'MALFORMED_QUERY';
    throw queryErrorAt({ soql, offset, errorCode, message });
  }
}

/** How deep parentheses and NOTs stand in each other. */
function depthOf(tokens: readonly Token[]): number {
  let deepest = 0;
  let depth = 0;
  let nots = 0;
  for (const { kind, text } of tokens) {
    if (kind === 'mark') {
      depth += Number(text === '(') - Number(text === ')');
    }
    nots = text.toUpperCase() === 'NOT' ? nots + 1 : 0;
    deepest = Math.max(deepest, depth, nots);
  }
  return deepest;
}
