/** Words of the language that start a part of a query. */
export const clauses = [
  'SELECT',
  'FROM',
  'WHERE',
  'WITH',
  'GROUP BY',
  'HAVING',
  'ORDER BY',
  'LIMIT',
  'OFFSET',
] as const;

const others = [
  'AND',
  'OR',
  'NOT',
  'IN',
  'LIKE',
  'INCLUDES',
  'EXCLUDES',
  'ASC',
  'DESC',
  'NULLS',
  'FIRST',
  'LAST',
  'GROUP',
  'ORDER',
  'BY',
  'TYPEOF',
  'WHEN',
  'THEN',
  'ELSE',
  'END',
  'ROLLUP',
  'CUBE',
  'USING',
  'SCOPE',
];

/** All words of the language, to be told from names. */
export const keywords: ReadonlySet<string> = new Set([
  ...clauses.flatMap(clause => clause.split(' ')),
  ...others,
]);

export const atoms: ReadonlySet<string> = new Set(['TRUE', 'FALSE', 'NULL']);

/** What can stand around a field in the list of fields. */
export const functions = [
  'COUNT()',
  'COUNT(',
  'COUNT_DISTINCT(',
  'SUM(',
  'AVG(',
  'MIN(',
  'MAX(',
  'FORMAT(',
  'toLabel(',
  'CALENDAR_YEAR(',
  'CALENDAR_MONTH(',
  'FIELDS(STANDARD)',
  'FIELDS(CUSTOM)',
  'FIELDS(ALL)',
] as const;

/** Times as Salesforce names them; `:n` wants a number in its place. */
export const dateLiterals = [
  'TODAY',
  'YESTERDAY',
  'TOMORROW',
  'THIS_WEEK',
  'LAST_WEEK',
  'NEXT_WEEK',
  'THIS_MONTH',
  'LAST_MONTH',
  'NEXT_MONTH',
  'THIS_QUARTER',
  'LAST_QUARTER',
  'NEXT_QUARTER',
  'THIS_YEAR',
  'LAST_YEAR',
  'NEXT_YEAR',
  'THIS_FISCAL_QUARTER',
  'LAST_FISCAL_QUARTER',
  'THIS_FISCAL_YEAR',
  'LAST_FISCAL_YEAR',
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
  'LAST_N_DAYS:30',
  'NEXT_N_DAYS:30',
  'LAST_N_WEEKS:4',
  'LAST_N_MONTHS:3',
  'NEXT_N_MONTHS:3',
] as const;

/** Whether a word stands for a time. */
export function isDateLiteral(word: string): boolean {
  return /^(TODAY|YESTERDAY|TOMORROW|(THIS|LAST|NEXT)_(\w+_)?(WEEK|MONTH|QUARTER|YEAR|90_DAYS)|(LAST|NEXT)_N_\w+:\d+|N_\w+_AGO:\d+)$/i.test(
    word,
  );
}
