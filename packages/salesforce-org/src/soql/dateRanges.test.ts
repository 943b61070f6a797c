import { dateRange } from './dateRanges';
import { dateLiteralNames, isCountedDateLiteral } from './dateLiteralNames';
import type { UserCalendar } from './timeZones';

const calendar: UserCalendar = {
  timeZone: 'America/New_York',
  locale: 'en_US',
  fiscalYearStartMonth: 1,
  fiscalYearNamedAfterStart: false,
};

/** A Wednesday. In New York it is still Tuesday evening. */
const now = Date.parse('2026-02-11T03:00:00Z');

function days(literal: string, changes: Partial<UserCalendar> = {}) {
  const [name, count] = literal.split(':');
  const range = dateRange({
    literal: name,
    count: count === undefined ? undefined : Number(count),
    now,
    calendar: { ...calendar, ...changes },
  });
  return `${range.firstDay} to ${range.endDay}`;
}

describe('date literals', () => {
  it.each([
    ['YESTERDAY', '2026-02-09 to 2026-02-10'],
    ['TODAY', '2026-02-10 to 2026-02-11'],
    ['TOMORROW', '2026-02-11 to 2026-02-12'],
    ['LAST_WEEK', '2026-02-01 to 2026-02-08'],
    ['THIS_WEEK', '2026-02-08 to 2026-02-15'],
    ['NEXT_WEEK', '2026-02-15 to 2026-02-22'],
    ['LAST_MONTH', '2026-01-01 to 2026-02-01'],
    ['THIS_MONTH', '2026-02-01 to 2026-03-01'],
    ['NEXT_MONTH', '2026-03-01 to 2026-04-01'],
    ['LAST_90_DAYS', '2025-11-12 to 2026-02-11'],
    ['NEXT_90_DAYS', '2026-02-11 to 2026-05-12'],
    ['LAST_QUARTER', '2025-10-01 to 2026-01-01'],
    ['THIS_QUARTER', '2026-01-01 to 2026-04-01'],
    ['NEXT_QUARTER', '2026-04-01 to 2026-07-01'],
    ['LAST_YEAR', '2025-01-01 to 2026-01-01'],
    ['THIS_YEAR', '2026-01-01 to 2027-01-01'],
    ['NEXT_YEAR', '2027-01-01 to 2028-01-01'],
    ['LAST_N_DAYS:30', '2026-01-11 to 2026-02-11'],
    ['NEXT_N_DAYS:3', '2026-02-11 to 2026-02-14'],
    ['N_DAYS_AGO:3', '2026-02-07 to 2026-02-08'],
    ['LAST_N_WEEKS:2', '2026-01-25 to 2026-02-08'],
    ['NEXT_N_WEEKS:2', '2026-02-15 to 2026-03-01'],
    ['N_WEEKS_AGO:2', '2026-01-25 to 2026-02-01'],
    ['LAST_N_MONTHS:2', '2025-12-01 to 2026-02-01'],
    ['NEXT_N_MONTHS:2', '2026-03-01 to 2026-05-01'],
    ['N_MONTHS_AGO:2', '2025-12-01 to 2026-01-01'],
    ['LAST_N_QUARTERS:2', '2025-07-01 to 2026-01-01'],
    ['NEXT_N_QUARTERS:2', '2026-04-01 to 2026-10-01'],
    ['N_QUARTERS_AGO:2', '2025-07-01 to 2025-10-01'],
    ['LAST_N_YEARS:2', '2024-01-01 to 2026-01-01'],
    ['NEXT_N_YEARS:2', '2027-01-01 to 2029-01-01'],
    ['N_YEARS_AGO:2', '2024-01-01 to 2025-01-01'],
    ['THIS_FISCAL_QUARTER', '2026-01-01 to 2026-04-01'],
    ['THIS_FISCAL_YEAR', '2026-01-01 to 2027-01-01'],
  ])('%s is %s', (literal, expected) => expect(days(literal)).toBe(expected));

  it.each([
    ['THIS_FISCAL_YEAR', '2025-04-01 to 2026-04-01'],
    ['LAST_FISCAL_YEAR', '2024-04-01 to 2025-04-01'],
    ['NEXT_FISCAL_YEAR', '2026-04-01 to 2027-04-01'],
    ['THIS_FISCAL_QUARTER', '2026-01-01 to 2026-04-01'],
    ['LAST_FISCAL_QUARTER', '2025-10-01 to 2026-01-01'],
    ['NEXT_N_FISCAL_QUARTERS:2', '2026-04-01 to 2026-10-01'],
    ['LAST_N_FISCAL_YEARS:2', '2023-04-01 to 2025-04-01'],
    ['N_FISCAL_YEARS_AGO:1', '2024-04-01 to 2025-04-01'],
    ['N_FISCAL_QUARTERS_AGO:1', '2025-10-01 to 2026-01-01'],
  ])('%s of a year that begins in April is %s', (literal, expected) =>
    expect(days(literal, { fiscalYearStartMonth: 4 })).toBe(expected),
  );

  it.each([
    ['de_DE', '2026-02-09 to 2026-02-16'],
    ['en_US', '2026-02-08 to 2026-02-15'],
    ['', '2026-02-08 to 2026-02-15'],
  ])('weeks begin as people in %s count: %s', (locale, expected) =>
    expect(days('THIS_WEEK', { locale })).toBe(expected),
  );

  it.each([
    ['America/New_York', '2026-02-10T05:00:00.000Z'],
    ['Asia/Tokyo', '2026-02-10T15:00:00.000Z'],
    ['GMT', '2026-02-11T00:00:00.000Z'],
    ['nowhere', '2026-02-11T00:00:00.000Z'],
  ])('today in %s begins at %s', (timeZone, expected) => {
    const { start } = dateRange({
      ...{ literal: 'TODAY', now },
      calendar: { ...calendar, timeZone },
    });
    expect(new Date(start).toISOString()).toBe(expected);
  });

  it('a day on which the clocks change has 23 hours', () => {
    const range = dateRange({
      literal: 'TODAY',
      now: Date.parse('2026-03-08T12:00:00Z'),
      calendar,
    });
    expect((range.end - range.start) / 3_600_000).toBe(23);
  });

  it('every name has a range', () => {
    for (const name of dateLiteralNames) {
      const text = isCountedDateLiteral(name) ? `${name}:2` : name;
      expect(days(text)).toMatch(/^\d{4}-\d{2}-\d{2} to \d{4}-\d{2}-\d{2}$/);
    }
    expect(dateLiteralNames.size).toBe(44);
  });
});
