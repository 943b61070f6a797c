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
      problem: `'${field.label}' cannot be asked whether it ${operator}`,
    };
  }
  const { sql, bindings } = field;
  const compare = (
    text: string,
    ...values: Array<string | number>
  ): FilterSql => ({
    sql: text.replaceAll('$', sql),
    bindings: [
      ...Array.from(
        { length: text.split('$').length - 1 },
        () => bindings,
      ).flat(),
      ...values,
    ],
  });
  const moment = (days: number) =>
    new Date(now.getTime() + days * day).toISOString();
  const values = (filter.values ?? [String(filter.value ?? '')]).map(value =>
    value.toLowerCase(),
  );
  const marks = values.map(() => '?').join(', ');
  const text = String(filter.value ?? '');
  const number = Number(filter.value);
  const needsNumber =
    field.type === 'number' ||
    ['olderThanDays', 'withinLastDays', 'withinNextDays'].includes(operator);
  if (
    needsNumber &&
    !['isEmpty', 'isNotEmpty'].includes(operator) &&
    !Number.isFinite(number)
  ) {
    return { problem: `'${field.label}' is compared with a number` };
  }
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
        : compare(`lower($) = ?`, text.toLowerCase());
    case 'isNot':
      return field.type === 'number'
        ? compare(`coalesce($, -1) <> ?`, number)
        : compare(`lower(coalesce($, '')) <> ?`, text.toLowerCase());
    case 'isOneOf':
      return compare(`lower($) in (${marks})`, ...values);
    case 'isNoneOf':
      return compare(`lower(coalesce($, '')) not in (${marks})`, ...values);
    case 'contains':
      return compare(`lower($) like ? escape '!'`, `%${pattern(text)}%`);
    case 'startsWith':
      return compare(`lower($) like ? escape '!'`, `${pattern(text)}%`);
    case 'grantsAnyOf':
      return compare(
        `(${values.map(() => `lower($) like ? escape '!'`).join(' or ')})`,
        ...values.map(value => `% ${pattern(value)} %`),
      );
    case 'moreThan':
      return compare(`$ > ?`, number);
    case 'atLeast':
      return compare(`$ >= ?`, number);
    case 'lessThan':
      return compare(`coalesce($, 0) < ?`, number);
    case 'atMost':
      return compare(`coalesce($, 0) <= ?`, number);
    case 'olderThanDays':
      return compare(`$ < ?`, moment(-number));
    case 'withinLastDays':
      return compare(`$ >= ?`, moment(-number));
    case 'withinNextDays':
      // both bindings of the field come before those of the moments
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

function pattern(text: string): string {
  return text.toLowerCase().replace(/[!%_]/g, character => `!${character}`);
}
