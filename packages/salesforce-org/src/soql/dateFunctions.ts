import { IANAZone } from 'luxon';
import { parseTimestamp } from '../core/OrgClock';
import type { FieldValue } from '../core/types';
import type { UserCalendar } from './timeZones';

/** A day of the calendar: the parts of a moment somewhere. */
type DatePart = (moment: Date, calendar: UserCalendar) => FieldValue;

const day = 86_400_000;

/*
 * A moment is taken apart by the UTC methods of a Date that was shifted to the
 * time zone first: that is much cheaper than a calendar object per row.
 */
const parts: Readonly<Record<string, DatePart>> = {
  CALENDAR_MONTH: moment => moment.getUTCMonth() + 1,
  CALENDAR_QUARTER: moment => Math.floor(moment.getUTCMonth() / 3) + 1,
  CALENDAR_YEAR: moment => moment.getUTCFullYear(),
  DAY_IN_MONTH: moment => moment.getUTCDate(),
  DAY_IN_WEEK: moment => moment.getUTCDay() + 1,
  DAY_IN_YEAR: dayInYear,
  DAY_ONLY: moment => moment.toISOString().slice(0, 10),
  FISCAL_MONTH: (moment, calendar) => fiscalMonth(moment, calendar) + 1,
  FISCAL_QUARTER: (moment, calendar) =>
    Math.floor(fiscalMonth(moment, calendar) / 3) + 1,
  FISCAL_YEAR: (moment, calendar) =>
    fiscalYear(
      { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1 },
      calendar,
    ),
  HOUR_IN_DAY: moment => moment.getUTCHours(),
  WEEK_IN_MONTH: moment => Math.floor((moment.getUTCDate() - 1) / 7) + 1,
  WEEK_IN_YEAR: moment => Math.floor((dayInYear(moment) - 1) / 7) + 1,
};

function dayInYear(moment: Date): number {
  const start = Date.UTC(moment.getUTCFullYear(), 0, 1);
  return Math.floor((moment.getTime() - start) / day) + 1;
}

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
  const zone = convertTimezone ? IANAZone.create(calendar.timeZone) : undefined;
  return value => {
    if (typeof value !== 'string') return null;
    const time =
      value.length === 10 ? Date.parse(value) : parseTimestamp(value);
    const offset = zone?.isValid ? zone.offset(time) * 60_000 : 0;
    return part(new Date(time + offset), calendar);
  };
}

/** Months since the fiscal year began, from 0. */
function fiscalMonth(moment: Date, calendar: UserCalendar): number {
  return (moment.getUTCMonth() + 1 - calendar.fiscalYearStartMonth + 12) % 12;
}

/** A fiscal year has the name of the year it ends in, or starts in. */
export function fiscalYear(
  { year, month }: { year: number; month: number },
  calendar: UserCalendar,
): number {
  const { fiscalYearStartMonth, fiscalYearNamedAfterStart } = calendar;
  const startYear = month >= fiscalYearStartMonth ? year : year - 1;
  if (fiscalYearStartMonth === 1 || fiscalYearNamedAfterStart) return startYear;
  return startYear + 1;
}
