const plain = `YESTERDAY TODAY TOMORROW LAST_WEEK THIS_WEEK NEXT_WEEK
LAST_MONTH THIS_MONTH NEXT_MONTH LAST_90_DAYS NEXT_90_DAYS THIS_QUARTER
LAST_QUARTER NEXT_QUARTER THIS_YEAR LAST_YEAR NEXT_YEAR THIS_FISCAL_QUARTER
LAST_FISCAL_QUARTER NEXT_FISCAL_QUARTER THIS_FISCAL_YEAR LAST_FISCAL_YEAR
NEXT_FISCAL_YEAR`.split(/\s+/);

const counted = [
  'DAYS',
  'WEEKS',
  'MONTHS',
  'QUARTERS',
  'YEARS',
  'FISCAL_QUARTERS',
  'FISCAL_YEARS',
].flatMap(unit => [`LAST_N_${unit}`, `NEXT_N_${unit}`, `N_${unit}_AGO`]);

const countedNames = new Set(counted);

/** Every word that stands for a span of days. */
export const dateLiteralNames: ReadonlySet<string> = new Set([
  ...plain,
  ...counted,
]);

/** Whether the word needs a number: `LAST_N_DAYS:30`. */
export function isCountedDateLiteral(name: string): boolean {
  return countedNames.has(name);
}
