import { DateTime } from 'luxon';
import { parseTimestamp } from '../core/OrgClock';
import type { FieldValue } from '../core/types';
import type { UserCalendar } from './timeZones';

type DatePart = (day: DateTime, calendar: UserCalendar) => FieldValue;

const parts: Readonly<Record<string, DatePart>> = {
  CALENDAR_MONTH: day => day.month,
  CALENDAR_QUARTER: day => day.quarter,
  CALENDAR_YEAR: day => day.year,
  DAY_IN_MONTH: day => day.day,
  DAY_IN_WEEK: day => (day.weekday % 7) + 1,
  DAY_IN_YEAR: day => day.ordinal,
  DAY_ONLY: day => day.toFormat('yyyy-MM-dd'),
  FISCAL_MONTH: (day, calendar) => fiscalMonth(day, calendar) + 1,
  FISCAL_QUARTER: (day, calendar) =>
    Math.floor(fiscalMonth(day, calendar) / 3) + 1,
  FISCAL_YEAR: (day, calendar) => fiscalYear(day, calendar),
  HOUR_IN_DAY: day => day.hour,
  WEEK_IN_MONTH: day => Math.floor((day.day - 1) / 7) + 1,
  WEEK_IN_YEAR: day => Math.floor((day.ordinal - 1) / 7) + 1,
};

export function isDateFunction(name: string): boolean {
  return Object.hasOwn(parts, name);
}

/** DAY_ONLY and HOUR_IN_DAY make no sense for a date without a time. */
export function needsDatetime(name: string): boolean {
  return name === 'DAY_ONLY' || name === 'HOUR_IN_DAY';
}

/**
 * Makes a date function. Datetimes are taken apart in UTC, unless wrapped in
 * `convertTimezone()`: then in the time zone of the running user.
 */
export function dateFunction(options: {
  name: string;
  convertTimezone: boolean;
  calendar: UserCalendar;
}): (value: FieldValue) => FieldValue {
  const { name, convertTimezone, calendar } = options;
  const part = parts[name];
  const zone = convertTimezone ? calendar.timeZone : 'UTC';
  return value => {
    if (typeof value !== 'string') return null;
    const day =
      value.length === 10
        ? DateTime.fromISO(value, { zone: 'UTC' })
        : DateTime.fromMillis(parseTimestamp(value), { zone });
    return part(day, calendar);
  };
}

/** Months since the fiscal year began, from 0. */
function fiscalMonth(day: DateTime, calendar: UserCalendar): number {
  return (day.month - calendar.fiscalYearStartMonth + 12) % 12;
}

/** A fiscal year has the name of the year it ends in, or starts in. */
export function fiscalYear(
  day: { year: number; month: number },
  calendar: UserCalendar,
): number {
  const { fiscalYearStartMonth, fiscalYearNamedAfterStart } = calendar;
  const startYear = day.month >= fiscalYearStartMonth ? day.year : day.year - 1;
  if (fiscalYearStartMonth === 1 || fiscalYearNamedAfterStart) return startYear;
  return startYear + 1;
}
