import type { FieldValue, Row } from '../core/types';
import type { FieldDefinition, FieldType } from '../schema/definitions';
import { isNumeric } from './comparisons';
import type { FunctionCall, QueryTree } from './syntaxTree';

export type AggregateName =
  | 'COUNT'
  | 'COUNT_DISTINCT'
  | 'SUM'
  | 'AVG'
  | 'MIN'
  | 'MAX';

const names: ReadonlySet<string> = new Set<AggregateName>([
  'COUNT',
  'COUNT_DISTINCT',
  'SUM',
  'AVG',
  'MIN',
  'MAX',
]);

export function isAggregateName(name: string): name is AggregateName {
  return names.has(name);
}

/** Whether the answer consists of groups and not of records. */
export function isAggregateQuery(query: QueryTree): boolean {
  return (
    query.groupBy !== undefined ||
    query.having !== undefined ||
    query.select.some(item => item.kind === 'function' && isOfGroups(item.call))
  );
}

/** An aggregate, GROUPING(), or FORMAT() around an aggregate. */
function isOfGroups({ name, parameters }: FunctionCall): boolean {
  const word = name.text.toUpperCase();
  const [argument] = parameters;
  return (
    isAggregateName(word) ||
    word === 'GROUPING' ||
    (word === 'FORMAT' && argument?.kind === 'function' && isOfGroups(argument))
  );
}

/** Whether the function makes sense for the field. */
export function supports(name: AggregateName, field: FieldDefinition): boolean {
  if (name === 'SUM' || name === 'AVG') return isNumeric(field.type);
  return field.aggregatable;
}

export function resultType(
  name: AggregateName,
  field: FieldDefinition,
): FieldType {
  if (name === 'COUNT' || name === 'COUNT_DISTINCT') return 'int';
  return name === 'SUM' || name === 'AVG' ? 'double' : field.type;
}

/** Computes over the values of a group; nulls take no part in anything. */
export function aggregate(options: {
  name: AggregateName;
  rows: readonly Row[];
  value: (row: Row) => FieldValue;
  compare: (one: FieldValue, other: FieldValue) => number;
  scale: number;
}): FieldValue {
  const { name, rows, value, compare, scale } = options;
  const values = rows.map(value).filter(present => present !== null);
  switch (name) {
    case 'COUNT':
      return values.length;
    case 'COUNT_DISTINCT':
      return new Set(values.map(fold)).size;
    case 'SUM':
      return values.length === 0 ? null : rounded(sum(values), scale);
    case 'AVG':
      return values.length === 0 ? null : sum(values) / values.length;
    default: {
      const sign = name === 'MIN' ? -1 : 1;
      let best: FieldValue = null;
      for (const candidate of values) {
        if (best === null || compare(candidate, best) * sign > 0) {
          best = candidate;
        }
      }
      return best;
    }
  }
}

function sum(values: readonly FieldValue[]): number {
  return values.reduce<number>((total, value) => total + Number(value), 0);
}

/** Takes away the noise of adding binary fractions. */
function rounded(number: number, scale: number): number {
  return Number(number.toFixed(Math.min(scale, 15)));
}

function fold(value: FieldValue): FieldValue {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
