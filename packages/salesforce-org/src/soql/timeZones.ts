import { DateTime } from 'luxon';

/** Where and how the running user counts days. */
export interface UserCalendar {
  /** IANA name. */
  readonly timeZone: string;
  /** `en_US`. */
  readonly locale: string;
  /** 1 (January) to 12. */
  readonly fiscalYearStartMonth: number;
  /** Whether a fiscal year is named after the year it starts in. */
  readonly fiscalYearNamedAfterStart: boolean;
}

/** Day on which weeks begin where the locale is spoken: 1 Monday, 7 Sunday. */
export function firstDayOfWeek(locale: string): number {
  const [language, country] = locale.split('_');
  try {
    const tag = country ? `${language}-${country}` : language;
    const information = new Intl.Locale(tag) as Intl.Locale & {
      getWeekInfo?: () => { firstDay: number };
      weekInfo?: { firstDay: number };
    };
    return (
      information.getWeekInfo?.().firstDay ??
      information.weekInfo?.firstDay ??
      7
    );
  } catch {
    return 7;
  }
}

/** Now, in the user's time zone; UTC when the zone is not known. */
export function localNow(now: number, calendar: UserCalendar): DateTime {
  const local = DateTime.fromMillis(now, { zone: calendar.timeZone });
  return local.isValid ? local : DateTime.fromMillis(now, { zone: 'UTC' });
}
