import type { FieldValue, Row } from '../core/types';
import { comparisonTest, includesTest, listTest } from './comparisons';
import { bindExpression, type Expression } from './expressions';
import { bindSemiJoin } from './bindSemiJoin';
import type { Scope } from './bindPath';
import type { QuerySession } from './QuerySession';
import type { Condition, FunctionCall, PathOperand } from './syntaxTree';

export type RowTest = (row: Row) => boolean;

/** Values that an expression must have for a row to match. */
export interface Requirement {
  readonly expression: Expression;
  readonly values: readonly FieldValue[];
}

export interface BoundCondition {
  readonly test: RowTest;
  /** Equalities that every matching row fulfils: what an index can use. */
  readonly requirements: readonly Requirement[];
}

/** What left sides mean: expressions of rows, or aggregates of groups. */
export type BindLeft = (operand: PathOperand | FunctionCall) => Expression;

/** Makes the test of a WHERE clause. */
export function bindCondition(
  session: QuerySession,
  scope: Scope,
  condition: Condition,
): BoundCondition {
  const bindLeft: BindLeft = operand => {
    const expression = bindExpression(session, scope, operand);
    checkFilterable(session, expression);
    return expression;
  };
  const semiJoins = { count: 0 };
  return bind({ session, scope, bindLeft, semiJoins }, condition, 'root');
}

/** Makes the test of a HAVING clause, where there are no sub-selects. */
export function bindHaving(
  session: QuerySession,
  bindLeft: BindLeft,
  condition: Condition,
): RowTest {
  const semiJoins = { count: 0 };
  const context = { session, scope: undefined, bindLeft, semiJoins };
  return bind(context, condition, 'nested').test;
}

interface Context {
  readonly session: QuerySession;
  readonly scope: Scope | undefined;
  readonly bindLeft: BindLeft;
  readonly semiJoins: { count: number };
}

/**
 * Where in the clause a condition stands: alone, under ANDs only, under an OR
 * that is the whole clause, or deeper. Semi-joins stand in the first two.
 */
type Place = 'root' | 'top' | 'or' | 'nested';

function bind(
  context: Context,
  condition: Condition,
  place: Place,
): BoundCondition {
  switch (condition.kind) {
    case 'and': {
      const inner = place === 'root' ? 'top' : place;
      const parts = condition.operands.map(part => bind(context, part, inner));
      const tests = parts.map(({ test }) => test);
      return {
        test: row => tests.every(test => test(row)),
        requirements: parts.flatMap(({ requirements }) => requirements),
      };
    }
    case 'or': {
      const inner = place === 'root' ? 'or' : 'nested';
      const tests = condition.operands.map(
        part => bind(context, part, inner).test,
      );
      return { test: row => tests.some(test => test(row)), requirements: [] };
    }
    case 'not': {
      const { test } = bind(context, condition.operand, 'nested');
      return { test: row => !test(row), requirements: [] };
    }
    case 'comparison':
      return bindComparison(context, condition);
    case 'list':
      return bindList(context, condition);
    default:
      return bindJoin(context, condition, place);
  }
}

function bindComparison(
  { session, bindLeft }: Context,
  condition: Extract<Condition, { kind: 'comparison' }>,
): BoundCondition {
  const left = bindLeft(condition.left);
  const { operator, value } = condition;
  const matches = comparisonTest(session, left, operator, value);
  const read = left.value;
  const operand =
    operator === '=' && value.type === 'string'
      ? listTest(session, left, [value]).operands
      : [];
  return {
    test: row => matches(read(row)),
    requirements: requirement(left, operand),
  };
}

function bindList(
  { session, bindLeft }: Context,
  condition: Extract<Condition, { kind: 'list' }>,
): BoundCondition {
  const left = bindLeft(condition.left);
  const read = left.value;
  const { operator, values } = condition;
  if (operator === 'INCLUDES' || operator === 'EXCLUDES') {
    const includes = includesTest(session, left, values);
    return operator === 'INCLUDES'
      ? { test: row => includes(read(row)), requirements: [] }
      : { test: row => !includes(read(row)), requirements: [] };
  }
  const { test, operands } = listTest(session, left, values);
  return operator === 'IN'
    ? {
        test: row => test(read(row)),
        requirements: requirement(left, operands),
      }
    : { test: row => !test(read(row)), requirements: [] };
}

function bindJoin(
  { session, scope, semiJoins }: Context,
  condition: Extract<Condition, { kind: 'semiJoin' }>,
  place: Place,
): BoundCondition {
  const refuse = (message: string) =>
    session.errorAt(condition.offset, 'MALFORMED_QUERY', message);
  if (place === 'or') {
    throw refuse(
      "Semi join sub-selects are not allowed with the 'OR' operator",
    );
  }
  if (place === 'nested' || !scope) {
    throw refuse(
      'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
    );
  }
  semiJoins.count += 1;
  if (semiJoins.count > 2) {
    throw refuse('Maximum 2 semi join sub-selects are allowed');
  }
  const { left, ids } = bindSemiJoin(session, scope, condition, bindCondition);
  const read = left.value;
  let known: ReadonlySet<FieldValue> | undefined;
  const joined = () => (known ??= ids());
  if (condition.negated) {
    return { test: row => !joined().has(read(row)), requirements: [] };
  }
  return {
    test: row => joined().has(read(row)),
    requirements: [
      {
        expression: left,
        get values() {
          return [...joined()];
        },
      },
    ],
  };
}

function requirement(
  expression: Expression,
  values: readonly FieldValue[],
): readonly Requirement[] {
  const usable = values.length > 0 && !values.includes(null);
  return usable && expression.field ? [{ expression, values }] : [];
}

function checkFilterable(session: QuerySession, expression: Expression): void {
  const definition = expression.field?.field;
  if (!definition || definition.filterable) return;
  const message =
    definition.type === 'address'
      ? 'Address fields can only be filtered using Distance expressions'
      : `field '${definition.name}' can not be filtered in a query call`;
  throw session.errorAt(expression.offset, 'INVALID_FIELD', message);
}
