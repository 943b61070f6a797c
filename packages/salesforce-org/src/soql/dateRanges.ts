import type { DateTime, DurationLike } from 'luxon';
import { firstDayOfWeek, localNow, type UserCalendar } from './timeZones';

/** A span of days as the user counts them: from midnight to midnight. */
export interface DateRange {
  /** First millisecond. */
  readonly start: number;
  /** First millisecond after. */
  readonly end: number;
  /** First day, `YYYY-MM-DD`. */
  readonly firstDay: string;
  /** First day after. */
  readonly endDay: string;
}

type Unit =
  | 'DAY'
  | 'WEEK'
  | 'MONTH'
  | 'QUARTER'
  | 'YEAR'
  | 'FISCAL_QUARTER'
  | 'FISCAL_YEAR';

const lengths: Readonly<Record<Unit, DurationLike>> = {
  DAY: { days: 1 },
  WEEK: { weeks: 1 },
  MONTH: { months: 1 },
  QUARTER: { months: 3 },
  YEAR: { years: 1 },
  FISCAL_QUARTER: { months: 3 },
  FISCAL_YEAR: { years: 1 },
};

const single =
  /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)$/;
const counted =
  /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S$/;
const ago = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S_AGO$/;

/**
 * The span that a date literal stands for. Boundaries are midnights in the
 * time zone of the running user, weeks begin as in their locale, fiscal
 * periods as the organisation says.
 *
 * The days of LAST_N_DAYS include today; LAST_N_WEEKS and the longer ones end
 * before the current period; NEXT_N_ of anything starts after it.
 */
export function dateRange(options: {
  literal: string;
  count?: number;
  now: number;
  calendar: UserCalendar;
}): DateRange {
  const { literal, count = 0, now, calendar } = options;
  const today = localNow(now, calendar).startOf('day');
  const days = (from: number, to: number) =>
    range(today.plus({ days: from }), today.plus({ days: to }));
  switch (literal) {
    case 'YESTERDAY':
      return days(-1, 0);
    case 'TODAY':
      return days(0, 1);
    case 'TOMORROW':
      return days(1, 2);
    case 'LAST_90_DAYS':
      return days(-90, 1);
    case 'NEXT_90_DAYS':
      return days(1, 91);
    case 'LAST_N_DAYS':
      return days(-count, 1);
    case 'NEXT_N_DAYS':
      return days(1, count + 1);
    case 'N_DAYS_AGO':
      return days(-count, 1 - count);
    default:
  }
  const [unit, from, to] = periods(literal, count);
  const current = startOf(unit, today, calendar);
  return range(move(current, unit, from), move(current, unit, to));
}

/** Which periods, counted from the current one (0), end exclusive. */
function periods(literal: string, count: number): [Unit, number, number] {
  const one = single.exec(literal);
  if (one) {
    const shift = { LAST: -1, THIS: 0, NEXT: 1 }[one[1]] ?? 0;
    return [one[2] as Unit, shift, shift + 1];
  }
  const several = counted.exec(literal);
  if (several) {
    const unit = several[2] as Unit;
    return several[1] === 'LAST' ? [unit, -count, 0] : [unit, 1, count + 1];
  }
  const back = ago.exec(literal);
  if (back) return [back[1] as Unit, -count, 1 - count];
  throw new Error(`No date literal '${literal}'`);
}

function startOf(unit: Unit, today: DateTime, calendar: UserCalendar) {
  switch (unit) {
    case 'WEEK': {
      const first = firstDayOfWeek(calendar.locale);
      return today.minus({ days: (today.weekday - first + 7) % 7 });
    }
    case 'MONTH':
      return today.startOf('month');
    case 'QUARTER':
      return today.startOf('quarter');
    case 'YEAR':
      return today.startOf('year');
    case 'FISCAL_YEAR':
      return fiscalYearStart(today, calendar);
    case 'FISCAL_QUARTER': {
      const start = fiscalYearStart(today, calendar);
      const months = monthsBetween(start, today);
      return start.plus({ months: Math.floor(months / 3) * 3 });
    }
    default:
      return today;
  }
}

function fiscalYearStart(day: DateTime, calendar: UserCalendar): DateTime {
  const start = day.set({ month: calendar.fiscalYearStartMonth, day: 1 });
  return start > day ? start.minus({ years: 1 }) : start;
}

function monthsBetween(start: DateTime, day: DateTime): number {
  return (day.year - start.year) * 12 + (day.month - start.month);
}

function move(start: DateTime, unit: Unit, count: number): DateTime {
  const length = lengths[unit];
  const scaled = Object.fromEntries(
    Object.entries(length).map(([name, size]) => [name, Number(size) * count]),
  );
  return start.plus(scaled);
}

function range(start: DateTime, end: DateTime): DateRange {
  return {
    start: start.startOf('day').toMillis(),
    end: end.startOf('day').toMillis(),
    firstDay: start.toFormat('yyyy-MM-dd'),
    endDay: end.toFormat('yyyy-MM-dd'),
  };
}
