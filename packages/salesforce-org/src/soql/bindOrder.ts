import type { FieldValue, Row } from '../core/types';
import type { BoundField, Scope } from './bindPath';
import { compareScalars } from './comparisons';
import { bindExpression, type Expression } from './expressions';
import type { QuerySession } from './QuerySession';
import type { FunctionCall, OrderItem, PathOperand } from './syntaxTree';

const maximumFields = 32;

export type SortRows<T> = (rows: T[]) => T[];

/** Makes the order of ORDER BY for the rows of an object. */
export function bindOrder(
  session: QuerySession,
  scope: Scope,
  items: readonly OrderItem[] | undefined,
): SortRows<Row> | undefined {
  return orderBy(session, items, operand => {
    const expression = bindExpression(session, scope, operand);
    const definition = expression.field?.field;
    if (definition && !definition.sortable) {
      throw session.errorAt(
        expression.offset,
        'MALFORMED_QUERY',
        `field '${definition.name}' can not be sorted in a query call`,
      );
    }
    return expression;
  });
}

/** Where the values of a picklist stand in it; others come after them. */
function placesOf(
  field: BoundField | undefined,
): ((value: FieldValue) => number) | undefined {
  if (field?.field.type !== 'picklist') return undefined;
  const places = new Map(
    field.field.picklistValues.map(({ value }, place) => [value, place]),
  );
  return value => places.get(String(value)) ?? places.size;
}

/**
 * Sorts by several values. Nulls come first in both directions unless told
 * otherwise; rows that are equal keep their order. Picklists sort as their
 * values stand in the picklist.
 */
export function orderBy<T>(
  session: QuerySession,
  items: readonly OrderItem[] | undefined,
  bind: (
    operand: PathOperand | FunctionCall,
  ) => Pick<Expression, 'type' | 'field'> & { value: (row: T) => FieldValue },
): SortRows<T> | undefined {
  if (!items) return undefined;
  if (items.length > maximumFields) {
    throw session.errorAt(
      0,
      'MALFORMED_QUERY',
      `ORDER BY is limited to ${maximumFields} fields`,
    );
  }
  const keys = items.map(item => {
    const expression = bind(item.operand);
    return {
      ...item,
      expression,
      placeOf: placesOf(expression.field),
      nullOrder: item.nullsLast ? 1 : -1,
    };
  });
  const compare = (one: Sorted<T>, other: Sorted<T>): number => {
    for (let index = 0; index < keys.length; index += 1) {
      const { expression, placeOf, descending, nullOrder } = keys[index];
      const left = one.values[index];
      const right = other.values[index];
      if (left === null && right === null) continue;
      if (left === null) return nullOrder;
      if (right === null) return -nullOrder;
      const order =
        (placeOf ? placeOf(left) - placeOf(right) : 0) ||
        compareScalars(session, expression, left, right);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
  return rows =>
    rows
      .map(row => ({
        row,
        values: keys.map(({ expression }) => expression.value(row)),
      }))
      .sort(compare)
      .map(({ row }) => row);
}

interface Sorted<T> {
  readonly row: T;
  readonly values: readonly FieldValue[];
}
