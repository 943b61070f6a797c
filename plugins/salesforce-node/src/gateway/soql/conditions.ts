import { fieldPath } from './identifiers';
import { refuseSoql } from './refuseSoql';
import { SoqlCondition } from './SoqlCondition';
import {
  escapePattern,
  renderValue,
  SoqlLiteral,
  type SoqlValue,
} from './SoqlLiteral';
import type { SoqlQuery } from './SoqlQuery';

function comparison(field: string, operator: string, value: string) {
  return new SoqlCondition({
    text: `${fieldPath(field)} ${operator} ${value}`,
    compound: false,
  });
}

/** @public */
export function eq(field: string, value: SoqlValue): SoqlCondition {
  return comparison(field, '=', renderValue(value));
}

/** Keeps rows in which the field is empty, unlike SQL. @public */
export function notEq(field: string, value: SoqlValue): SoqlCondition {
  return comparison(field, '!=', renderValue(value));
}

/** @public */
export function compare(
  field: string,
  operator: '<' | '<=' | '>' | '>=',
  value: Exclude<SoqlValue, boolean | null>,
): SoqlCondition {
  return comparison(field, operator, renderValue(value));
}

/** @public */
export function isNull(field: string): SoqlCondition {
  return comparison(field, '=', 'NULL');
}

/** @public */
export function isNotNull(field: string): SoqlCondition {
  return comparison(field, '!=', 'NULL');
}

function list(values: readonly SoqlValue[]): string {
  if (values.length === 0) {
    // an empty list must select nothing, never drop the condition
    refuseSoql('A list in the query has no values');
  }
  return `(${values.map(renderValue).join(', ')})`;
}

/** The list must not be empty. @public */
export function inList(
  field: string,
  values: readonly SoqlValue[],
): SoqlCondition {
  return comparison(field, 'IN', list(values));
}

/** The list must not be empty. @public */
export function notInList(
  field: string,
  values: readonly SoqlValue[],
): SoqlCondition {
  return comparison(field, 'NOT IN', list(values));
}

/** @public */
export function startsWith(field: string, text: string): SoqlCondition {
  return comparison(field, 'LIKE', `'${escapePattern(text)}%'`);
}

/** @public */
export function contains(field: string, text: string): SoqlCondition {
  return comparison(field, 'LIKE', `'%${escapePattern(text)}%'`);
}

/** A semi-join: the value is one that the inner query selects. @public */
export function inQuery(field: string, query: SoqlQuery): SoqlCondition {
  return comparison(field, 'IN', `(${query.text})`);
}

/** @public */
export function notInQuery(field: string, query: SoqlQuery): SoqlCondition {
  return comparison(field, 'NOT IN', `(${query.text})`);
}

function joined(word: string, conditions: readonly SoqlCondition[]) {
  if (conditions.length === 0) {
    refuseSoql(`An ${word} in the query has no conditions`);
  }
  if (conditions.length === 1) return conditions[0];
  return new SoqlCondition({
    text: conditions.map(part => part.asPart()).join(` ${word} `),
    compound: true,
  });
}

/** @public */
export function and(...conditions: SoqlCondition[]): SoqlCondition {
  return joined('AND', conditions);
}

/** @public */
export function or(...conditions: SoqlCondition[]): SoqlCondition {
  return joined('OR', conditions);
}

/** @public */
export function not(condition: SoqlCondition): SoqlCondition {
  return new SoqlCondition({ text: `NOT (${condition})`, compound: true });
}

/** A day, `YYYY-MM-DD`, for date fields. @public */
export function date(day: string): SoqlLiteral {
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(day) ||
    Number.isNaN(Date.parse(`${day}T00:00:00Z`))
  ) {
    refuseSoql(`'${day}' is not a day such as 2025-01-31`);
  }
  return new SoqlLiteral(day);
}

/** A moment, for date-time fields. @public */
export function dateTime(moment: Date): SoqlLiteral {
  if (Number.isNaN(moment.getTime())) {
    refuseSoql('A moment in the query is not valid');
  }
  return new SoqlLiteral(moment.toISOString());
}
