import { DateTime, Duration } from 'luxon';

/**
 * The moment a duration after another one. Months and years are counted in the
 * calendar, in UTC.
 */
export function after(moment: Date, duration: string): Date {
  const parsed = Duration.fromISO(duration);
  if (!parsed.isValid) {
    throw new TypeError(`'${duration}' is not an ISO 8601 duration`);
  }
  return DateTime.fromJSDate(moment, { zone: 'utc' }).plus(parsed).toJSDate();
}

/** An ISO 8601 duration in words, e.g. "14 days". */
export function durationInWords(duration: string): string {
  return Duration.fromISO(duration, { locale: 'en' }).toHuman();
}
