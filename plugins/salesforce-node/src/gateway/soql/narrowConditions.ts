import {
  parseQuery,
  type HavingClause,
  type Query,
  type WhereClause,
} from '@jetstreamapp/soql-parser-js';
import type { Level } from './narrow';
import { narrowFunction, pathIn } from './narrowFunctions';
import { refuseSoql } from './refuseSoql';
import type { SoqlCondition } from './SoqlCondition';

type Clause = WhereClause | HavingClause;

/** The conditions with every field in them replaced; values stay. */
export async function narrowConditions(
  clause: Clause,
  level: Level,
  /** Narrows the query of a semi-join; without it there may be none. */
  narrowInner?: (query: Query) => Promise<Query>,
): Promise<WhereClause> {
  const { left } = clause;
  const narrowed: Record<string, unknown> = { ...clause };
  if (left && 'field' in left) {
    const path = await level.narrowing.field({
      source: level.source,
      path: pathIn(left.field, level),
      use: 'judged',
    });
    const condition: Record<string, unknown> = {
      ...left,
      field: path.join('.'),
    };
    if ('valueQuery' in left) {
      if (!narrowInner) refuseSoql('HAVING takes no inner query');
      else condition.valueQuery = await narrowInner(left.valueQuery);
    }
    narrowed.left = condition;
  } else if (left && 'fn' in left) {
    narrowed.left = { ...left, fn: await narrowFunction(left.fn, level) };
  } else if (left && Object.keys(left).some(key => key !== 'openParen')) {
    refuseSoql('The query holds a condition that is not understood');
  }
  if ('right' in clause) {
    narrowed.right = await narrowConditions(clause.right, level, narrowInner);
  }
  return narrowed as unknown as WhereClause;
}

/**
 * `guard AND (conditions)`. The conditions stand in parentheses of their own,
 * opened before the first and closed behind the last, so that no OR among them
 * reaches the guard. Where nothing is joined by OR outside of parentheses, they
 * are left out: Salesforce takes semi-joins only at the top.
 */
export function withGuard(
  guard: SoqlCondition,
  conditions: WhereClause | undefined,
): WhereClause {
  const { where } = parseQuery(
    `SELECT Id FROM Carrier WHERE ${guard.asPart()}`,
  );
  if (!where) return refuseSoql('A query over your own records needs a guard');
  if (!conditions) return where;
  return joined(
    where,
    hasOpenOr(conditions, 0) ? inParentheses(conditions) : conditions,
  );
}

/** Whether an OR stands outside of all parentheses. */
function hasOpenOr(conditions: WhereClause, outer: number): boolean {
  if (!('right' in conditions)) return false;
  const { left, operator, right } = conditions;
  const ended = left && 'closeParen' in left ? left.closeParen ?? 0 : 0;
  const depth = outer + (left?.openParen ?? 0) - ended;
  return (operator === 'OR' && depth <= 0) || hasOpenOr(right, depth);
}

function joined(first: WhereClause, second: WhereClause): WhereClause {
  return 'right' in first
    ? ({ ...first, right: joined(first.right, second) } as WhereClause)
    : ({ ...first, operator: 'AND', right: second } as WhereClause);
}

function inParentheses(conditions: WhereClause): WhereClause {
  const { left } = conditions;
  return closed({
    ...conditions,
    left: { ...left, openParen: (left?.openParen ?? 0) + 1 },
  } as WhereClause);
}

function closed(conditions: WhereClause): WhereClause {
  if ('right' in conditions) {
    return { ...conditions, right: closed(conditions.right) } as WhereClause;
  }
  const { left } = conditions;
  const closeParen = ('closeParen' in left ? left.closeParen ?? 0 : 0) + 1;
  return { ...conditions, left: { ...left, closeParen } } as WhereClause;
}
