import { formatTimestamp } from '../core/OrgClock';
import type { FieldValue } from '../core/types';
import type { DateRange } from './dateRanges';
import { literalPercent, literalUnderscore } from './literals';
import type { ComparisonOperator } from './syntaxTree';

/*
 * The tests that a value is put to, once the types are settled.
 */

export type ValueTest = (value: FieldValue) => boolean;

/** Unlike in SQL, what is not known differs from every value. */
export function nullTest(operator: ComparisonOperator): ValueTest {
  if (operator === '=') return value => value === null;
  if (operator === '!=') return value => value !== null;
  return () => false;
}

/** By the order of values; null is in no order with anything. */
export function orderTest(
  operator: ComparisonOperator,
  compare: (value: FieldValue) => number,
  equals: ValueTest,
): ValueTest {
  switch (operator) {
    case '=':
      return value => value !== null && equals(value);
    case '!=':
      return value => value === null || !equals(value);
    case '<':
      return value => value !== null && compare(value) < 0;
    case '<=':
      return value => value !== null && compare(value) <= 0;
    case '>':
      return value => value !== null && compare(value) > 0;
    default:
      return value => value !== null && compare(value) >= 0;
  }
}

const rangeOperators: Readonly<
  Record<
    ComparisonOperator,
    (value: string, start: string, end: string) => boolean
  >
> = {
  '=': (value, start, end) => value >= start && value < end,
  '!=': (value, start, end) => value < start || value >= end,
  '<': (value, start) => value < start,
  '<=': (value, _, end) => value < end,
  '>': (value, _, end) => value >= end,
  '>=': (value, start) => value >= start,
  LIKE: () => false,
};

/** Stored days and times are written so that texts sort as they do. */
export function rangeTest(
  isDatetime: boolean,
  operator: ComparisonOperator,
  range: DateRange,
): ValueTest {
  const start = isDatetime ? formatTimestamp(range.start) : range.firstDay;
  const end = isDatetime ? formatTimestamp(range.end) : range.endDay;
  const test = rangeOperators[operator];
  return value =>
    typeof value === 'string' ? test(value, start, end) : operator === '!=';
}

/** `%` is any text, `_` any one character; escaped they are themselves. */
export function likeTest(pattern: string, caseSensitive: boolean): ValueTest {
  const source = Array.from(pattern, character => {
    if (character === '%') return '[\\s\\S]*';
    if (character === '_') return '[\\s\\S]';
    if (character === literalPercent) return '%';
    if (character === literalUnderscore) return '_';
    return character.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  }).join('');
  const expression = new RegExp(`^${source}$`, caseSensitive ? 'u' : 'iu');
  return value => typeof value === 'string' && expression.test(value);
}
