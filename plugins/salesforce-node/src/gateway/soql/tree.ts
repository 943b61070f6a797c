import { isDeepStrictEqual } from 'node:util';
import {
  composeQuery,
  parseQuery,
  type Query,
} from '@jetstreamapp/soql-parser-js';
import { refuseSoql } from './refuseSoql';
import { SoqlCondition } from './SoqlCondition';
import { SoqlQuery } from './SoqlQuery';

/** The syntax tree of a query. @public */
export type SoqlTree = Query;

/**
 * Parses one SELECT statement. Several statements, comments, bind variables
 * and everything that is not SOQL are an InputError with code `invalid_query`
 * that says where.
 *
 * @public
 */
export function parse(text: string): SoqlTree {
  try {
    return parseQuery(text);
  } catch (error) {
    return refuseSoql(
      `This is not one SOQL query: ${whatIsWrong(
        error instanceof Error ? error.message : '',
      )}`,
    );
  }
}

/** The parser lists every token it would have taken; where it stopped is enough. */
function whatIsWrong(message: string): string {
  const token = /but found:?\s+(?:-->\s*)?'?([^'\n]{0,40})/.exec(message)?.[1];
  if (token?.trim()) return `unexpected '${token.trim()}'`;
  const character = /unexpected character: ->(.)<- at offset: (\d+)/.exec(
    message,
  );
  if (character) {
    return `unexpected character ${character[1]} at position ${
      Number(character[2]) + 1
    }`;
  }
  return 'it ends too early';
}

/**
 * A query from its syntax tree. The text that the tree composes to is parsed
 * back and must be the same tree: a value that somebody put into the tree by
 * hand cannot become a part of the query that the tree does not show.
 *
 * @public
 */
export function fromTree(tree: SoqlTree): SoqlQuery {
  const text = composeQuery(tree);
  if (!isDeepStrictEqual(withoutGaps(parse(text)), withoutGaps(tree))) {
    refuseSoql('The syntax tree of the query does not say what its text says');
  }
  if (!tree.sObject) {
    refuseSoql('The query names no object');
  }
  return new SoqlQuery({ text, object: tree.sObject });
}

/** The WHERE clause of a syntax tree as a condition for a built query. @public */
export function conditionOf(tree: SoqlTree): SoqlCondition | undefined {
  if (!tree.where) return undefined;
  const carrier: SoqlTree = {
    fields: [{ type: 'Field', field: 'Id' }],
    sObject: 'Carrier',
    where: tree.where,
  };
  const { text } = fromTree(carrier);
  return new SoqlCondition({
    text: text.slice('SELECT Id FROM Carrier WHERE '.length),
    compound: true,
  });
}

/**
 * Drops keys without a value, which mean the same as absent ones. How a function
 * was written (`count()`, `COUNT()`) says nothing that its parts do not say; those
 * are compared letter by letter.
 */
function withoutGaps(tree: SoqlTree): unknown {
  return JSON.parse(JSON.stringify(tree), (key, value) =>
    key === 'rawValue' && typeof value === 'string'
      ? value.toLowerCase()
      : value,
  );
}
