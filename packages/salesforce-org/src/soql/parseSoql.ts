import { EOF, Lexer } from 'chevrotain';
import { malformedQuery, queryErrorAt } from './queryErrors';
import { SoqlParser } from './SoqlParser';
import { SoqlSyntaxError } from './SoqlSyntaxError';
import type { QueryTree } from './syntaxTree';
import { vocabulary } from './tokens';

const maximumLength = 100_000;
const maximumStringLength = 4_000;

/*
 * The grammar is the same for every org and is analysed at the first query.
 * The parser keeps nothing between two queries.
 */
let tools: { lexer: Lexer; parser: SoqlParser } | undefined;

/** Reads a query, or refuses it with MALFORMED_QUERY in Salesforce's words. */
export function parseSoql(soql: string): QueryTree {
  if (soql.trim() === '') {
    throw malformedQuery('SOQL statements cannot be empty or null');
  }
  if (soql.length > maximumLength) {
    throw malformedQuery(
      `SOQL statement is too long: maximum length is ${maximumLength} characters`,
    );
  }
  tools ??= {
    lexer: new Lexer(vocabulary, { positionTracking: 'onlyOffset' }),
    parser: new SoqlParser(),
  };
  const { lexer, parser } = tools;
  const { tokens } = lexer.tokenize(soql);
  for (const token of tokens) {
    if (token.image[0] === "'" && token.image.length > maximumStringLength) {
      throw malformedQuery(
        `String literal exceeds the maximum length of ${maximumStringLength} characters`,
      );
    }
  }
  parser.input = tokens;
  try {
    const tree = parser.statement();
    const [error] = parser.errors;
    if (!error) return tree;
    const { token } = error;
    const atEnd = token.tokenType === EOF;
    throw new SoqlSyntaxError({
      offset: atEnd ? soql.trimEnd().length : token.startOffset,
      message: messageFor(atEnd ? '<EOF>' : token.image),
    });
  } catch (error) {
    if (!(error instanceof SoqlSyntaxError)) throw error;
    const { offset, message } = error;
    const errorCode = 'MALFORMED_QUERY';
    throw queryErrorAt({ soql, offset, errorCode, message });
  }
}

function messageFor(image: string): string {
  if (image === ':') return 'Bind variables only allowed in Apex code';
  if (image === "'") return "unexpected character: ''' (string not closed)";
  return `unexpected token: '${image}'`;
}
