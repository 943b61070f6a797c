import { normalizeId } from '../core/ids';
import { formatTimestamp, parseTimestamp } from '../core/OrgClock';
import type { FieldValue } from '../core/types';
import type { FieldType } from '../schema/definitions';
import { dateRange, type DateRange } from './dateRanges';
import type { Expression } from './expressions';
import { plainText } from './literals';
import type { QuerySession } from './QuerySession';
import type { ComparisonOperator, Literal } from './syntaxTree';
import {
  likeTest,
  nullTest,
  orderTest,
  rangeTest,
  type ValueTest,
} from './valueTests';

/** What values of a type are called in "must be of type ...". */
const typeNames: Partial<Record<FieldType, string>> = {
  int: 'int',
  long: 'long',
  double: 'double',
  currency: 'double',
  percent: 'double',
  boolean: 'boolean',
  date: 'date',
  datetime: 'dateTime',
  time: 'time',
};

const numeric: ReadonlySet<FieldType> = new Set<FieldType>([
  'int',
  'long',
  'double',
  'currency',
  'percent',
]);

export function isNumeric(type: FieldType): boolean {
  return numeric.has(type);
}

function isIdLike(type: FieldType): boolean {
  return type === 'id' || type === 'reference';
}

function isDateLike(type: FieldType): boolean {
  return type === 'date' || type === 'datetime';
}

/** Makes the test of one comparison; refuses what SOQL would not compare. */
export function comparisonTest(
  session: QuerySession,
  left: Expression,
  operator: ComparisonOperator,
  literal: Literal,
): ValueTest {
  checkOperator(session, left, operator);
  checkLiteral(session, left, literal);
  if (operator === 'LIKE') {
    const pattern = literal.value;
    if (typeof pattern !== 'string') return value => value === null;
    return likeTest(pattern, left.caseSensitive);
  }
  if (literal.type === 'dateLiteral') {
    const range = rangeOf(session, literal);
    return rangeTest(left.type === 'datetime', operator, range);
  }
  const operand = operandOf(session, left, literal);
  if (operand === null) return nullTest(operator);
  return orderTest(
    operator,
    value => compareScalars(session, left, value, operand),
    equalityTest(left, operand),
  );
}

/** The values of `IN (...)` as stored values; null stands for itself. */
export function listTest(
  session: QuerySession,
  left: Expression,
  literals: readonly Literal[],
): { test: ValueTest; operands: readonly FieldValue[] } {
  checkOperator(session, left, 'IN');
  const operands: FieldValue[] = [];
  const ranges: ValueTest[] = [];
  for (const literal of literals) {
    checkLiteral(session, left, literal);
    if (literal.type === 'dateLiteral') {
      const range = rangeOf(session, literal);
      ranges.push(rangeTest(left.type === 'datetime', '=', range));
    } else {
      operands.push(operandOf(session, left, literal));
    }
  }
  const fold = folding(left);
  const known = new Set(operands.map(fold));
  return {
    test: value =>
      known.has(fold(value)) || ranges.some(inRange => inRange(value)),
    operands: ranges.length > 0 ? [] : operands,
  };
}

/** `INCLUDES ('a;b', 'c')`: (a and b) or c. */
export function includesTest(
  session: QuerySession,
  left: Expression,
  literals: readonly Literal[],
): ValueTest {
  if (left.type !== 'multipicklist') throw invalidOperator(session, left);
  const alternatives = literals.map(literal => {
    checkLiteral(session, left, literal);
    return plainText(String(literal.value ?? ''))
      .split(';')
      .map(part => part.trim().toLowerCase());
  });
  return value => {
    if (typeof value !== 'string') return false;
    const chosen = new Set(value.toLowerCase().split(';'));
    return alternatives.some(parts => parts.every(part => chosen.has(part)));
  };
}

function checkOperator(
  session: QuerySession,
  left: Expression,
  operator: ComparisonOperator | 'IN',
): void {
  const { type } = left;
  const ordered = operator !== '=' && operator !== '!=' && operator !== 'IN';
  if (!ordered) return;
  const refused =
    operator === 'LIKE'
      ? isIdLike(type) || typeNames[type] !== undefined
      : type === 'boolean';
  if (refused || type === 'multipicklist') throw invalidOperator(session, left);
}

function invalidOperator(session: QuerySession, left: Expression) {
  const type = isIdLike(left.type) ? 'id' : typeNames[left.type] ?? left.type;
  return session.errorAt(
    left.offset,
    'INVALID_QUERY_FILTER_OPERATOR',
    `invalid operator on ${type} field`,
  );
}

/** Numbers are not quoted, dates neither, texts always. */
function checkLiteral(
  session: QuerySession,
  left: Expression,
  literal: Literal,
): void {
  if (literal.type === 'null') return;
  const wanted = typeNames[left.type];
  const quoted = literal.type === 'string';
  if (wanted === undefined) {
    if (!quoted) {
      throw mustBe(session, left, 'string and should be enclosed in quotes');
    }
    return;
  }
  if (quoted) {
    const rest = `${wanted} and should not be enclosed in quotes`;
    throw mustBe(session, left, rest);
  }
  const fits =
    literal.type === wanted.toLowerCase() ||
    (literal.type === 'dateLiteral' && isDateLike(left.type)) ||
    (isNumeric(left.type) &&
      (literal.type === 'number' || literal.type === 'currency'));
  if (!fits) throw mustBe(session, left, wanted);
}

function mustBe(session: QuerySession, left: Expression, rest: string) {
  return session.errorAt(
    left.offset,
    'INVALID_FIELD',
    `value of filter criterion for field '${left.label}' must be of type ${rest}`,
  );
}

/** The literal as a stored value would be. */
function operandOf(
  session: QuerySession,
  left: Expression,
  literal: Literal,
): FieldValue {
  const { value } = literal;
  if (literal.type === 'datetime') {
    return formatTimestamp(parseTimestamp(String(value)));
  }
  if (literal.type === 'time') return normalizeTime(String(value));
  if (literal.type !== 'string') return value;
  const text = plainText(String(value));
  if (text === '') return null;
  if (!isIdLike(left.type)) return text;
  const id = normalizeId(text);
  // Objects and fields as rows are identified by name.
  if (left.field?.field.referenceTo.includes('EntityDefinition')) return text;
  if (!id) {
    throw session.errorAt(
      literal.offset,
      'INVALID_QUERY_FILTER_OPERATOR',
      `invalid ID field: ${text}`,
    );
  }
  return id;
}

function normalizeTime(text: string): string {
  const [clock, fraction = ''] = text.slice(0, -1).split('.');
  return `${clock}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}

function rangeOf(session: QuerySession, literal: Literal): DateRange {
  return dateRange({
    literal: String(literal.value),
    count: literal.count,
    now: session.now,
    calendar: session.calendar,
  });
}

/** Texts are equal without regard to case, ids and some fields with. */
function equalityTest(left: Expression, operand: FieldValue): ValueTest {
  const fold = folding(left);
  const wanted = fold(operand);
  return value => fold(value) === wanted;
}

function folding(left: Expression): (value: FieldValue) => FieldValue {
  return left.caseSensitive || isIdLike(left.type) || typeNames[left.type]
    ? value => value
    : value => (typeof value === 'string' ? value.toLowerCase() : value);
}

/** The order of two values of one expression, neither of them null. */
export function compareScalars(
  session: QuerySession,
  { type }: Pick<Expression, 'type'>,
  one: FieldValue,
  other: FieldValue,
): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'boolean') return Number(one) - Number(other);
  if (isIdLike(type) || isDateLike(type) || type === 'time') {
    if (one === other) return 0;
    return String(one) < String(other) ? -1 : 1;
  }
  return session.collator.compare(String(one), String(other));
}
