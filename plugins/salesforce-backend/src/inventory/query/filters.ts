import { escapeLike } from '../../database/escapeLike';
import type { FieldType } from './fieldLists';
import type { ResolvedField } from './fields';

/** How a field is compared. */
export const filterOperators = [
  'is',
  'isNot',
  'isOneOf',
  'isNoneOf',
  'contains',
  'startsWith',
  'isEmpty',
  'isNotEmpty',
  'isTrue',
  'isFalse',
  'moreThan',
  'atLeast',
  'lessThan',
  'atMost',
  'before',
  'after',
  'olderThanDays',
  'withinLastDays',
  'withinNextDays',
  'grantsAnyOf',
] as const;

export type FilterOperator = (typeof filterOperators)[number];

/** One condition of a board. */
export interface FieldFilter {
  field: string;
  operator: FilterOperator;
  value?: string | number;
  values?: string[];
}

/** A condition as SQL. */
export interface FilterSql {
  sql: string;
  bindings: Array<string | number>;
}

const day = 86_400_000;
/** A hundred years: moments beyond cannot be told apart. */
const mostDays = 36_525;
const dayOperators: FilterOperator[] = [
  'olderThanDays',
  'withinLastDays',
  'withinNextDays',
];

const operatorsOf: Record<FieldType, readonly FilterOperator[]> = {
  text: [
    'is',
    'isNot',
    'isOneOf',
    'isNoneOf',
    'contains',
    'startsWith',
    'isEmpty',
    'isNotEmpty',
    'grantsAnyOf',
  ],
  boolean: ['isTrue', 'isFalse'],
  number: [
    'is',
    'isNot',
    'moreThan',
    'atLeast',
    'lessThan',
    'atMost',
    'isEmpty',
    'isNotEmpty',
  ],
  time: [
    'before',
    'after',
    'olderThanDays',
    'withinLastDays',
    'withinNextDays',
    'isEmpty',
    'isNotEmpty',
  ],
};

/** What can be asked of a field of a type. */
export function operatorsFor(type: FieldType): readonly FilterOperator[] {
  return operatorsOf[type];
}

/** A condition as SQL, or what is wrong with it, in words. Pure. */
export function filterSql(
  field: ResolvedField,
  filter: FieldFilter,
  now: Date,
): FilterSql | { problem: string } {
  const { operator } = filter;
  if (!operatorsOf[field.type].includes(operator)) {
    return {
      problem: `'${field.label}' cannot be compared by '${operator}'`,
    };
  }
  const { sql, bindings } = field;
  /** `$` stands for the field, each `?` for the next value. */
  const compare = (
    text: string,
    ...values: Array<string | number>
  ): FilterSql => {
    const left = [...values];
    return {
      sql: text.replaceAll('$', () => sql),
      bindings: [...text.matchAll(/[$?]/g)].flatMap(([mark]) =>
        mark === '$' ? bindings : left.splice(0, 1),
      ),
    };
  };
  const moment = (days: number) =>
    new Date(now.getTime() + days * day).toISOString();
  const values = (filter.values ?? [String(filter.value ?? '')]).flatMap(
    inEitherCase,
  );
  const marks = Array(values.length / 2)
    .fill('?, lower(?)')
    .join(', ');
  const text = String(filter.value ?? '');
  // an empty text is no zero
  const number = text.trim() === '' ? NaN : Number(text);
  const isDays = dayOperators.includes(operator);
  const needsNumber =
    (field.type === 'number' || isDays) &&
    !['isEmpty', 'isNotEmpty'].includes(operator);
  if (needsNumber && !Number.isFinite(number)) {
    return { problem: `'${field.label}' is compared with a number` };
  }
  if (isDays && (number < 0 || number > mostDays)) {
    return {
      problem: `'${field.label}' is compared with 0 to ${mostDays} days`,
    };
  }
  const like = (pattern: (value: string) => string, given: string) =>
    compare(
      `(lower($) like ? escape '!' or lower($) like lower(?) escape '!')`,
      ...inEitherCase(given).map(pattern),
    );
  switch (operator) {
    case 'isEmpty':
      return field.type === 'text'
        ? compare(`($ is null or $ = '')`)
        : compare(`$ is null`);
    case 'isNotEmpty':
      return field.type === 'text'
        ? compare(`($ is not null and $ <> '')`)
        : compare(`$ is not null`);
    case 'isTrue':
      return compare(`$ = true`);
    case 'isFalse':
      return compare(`($ is null or $ = false)`);
    case 'is':
      return field.type === 'number'
        ? compare(`$ = ?`, number)
        : compare(`lower($) in (?, lower(?))`, ...inEitherCase(text));
    case 'isNot':
      return field.type === 'number'
        ? compare(`coalesce($, -1) <> ?`, number)
        : compare(
            `lower(coalesce($, '')) not in (?, lower(?))`,
            ...inEitherCase(text),
          );
    case 'isOneOf':
      return values.length === 0
        ? compare('1 = 0')
        : compare(`lower($) in (${marks})`, ...values);
    case 'isNoneOf':
      return values.length === 0
        ? compare('1 = 1')
        : compare(`lower(coalesce($, '')) not in (${marks})`, ...values);
    case 'contains':
      return like(value => `%${escapeLike(value)}%`, text);
    case 'startsWith':
      return like(value => `${escapeLike(value)}%`, text);
    case 'grantsAnyOf': {
      // names of permissions are ASCII
      const names = filter.values ?? [text];
      if (names.length === 0) return compare('1 = 0');
      return compare(
        `(${names.map(() => `lower($) like ? escape '!'`).join(' or ')})`,
        ...names.map(name => `% ${escapeLike(name.toLowerCase())} %`),
      );
    }
    case 'moreThan':
      return compare(`$ > ?`, number);
    case 'atLeast':
      return compare(`$ >= ?`, number);
    case 'lessThan':
      return compare(`$ < ?`, number);
    case 'atMost':
      return compare(`$ <= ?`, number);
    case 'olderThanDays':
      return compare(`$ < ?`, moment(-number));
    case 'withinLastDays':
      return compare(`$ >= ?`, moment(-number));
    case 'withinNextDays':
      return compare(`($ >= ? and $ <= ?)`, now.toISOString(), moment(number));
    default: {
      const at = new Date(text);
      if (Number.isNaN(at.getTime())) {
        return { problem: `'${text}' is not a moment` };
      }
      return compare(
        operator === 'before' ? `$ < ?` : `$ > ?`,
        at.toISOString(),
      );
    }
  }
}

/**
 * A text as it is compared with `lower(column)`: in our small letters, and to be
 * made small by the database. SQLite makes A to Z small only, so that "Álvaro"
 * stays what it is there, and "SEÁN" becomes "seán" here alone.
 */
function inEitherCase(text: string): [string, string] {
  return [text.toLowerCase(), text];
}
