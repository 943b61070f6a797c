import {
  parseAbsoluteToLocal,
  parseDate,
  toZoned,
  getLocalTimeZone,
  ZonedDateTime,
  type CalendarDate,
  type DateValue,
} from '@internationalized/date';

/** The value of a date field from what stands in the form; null when it is none. */
export function dateValueOf(
  value: unknown,
): CalendarDate | ZonedDateTime | null {
  if (typeof value !== 'string' || value === '') return null;
  try {
    return value.includes('T') ? parseAbsoluteToLocal(value) : parseDate(value);
  } catch {
    return null;
  }
}

/** What stands in the form: a day as it is, a moment in UTC. */
export function momentOf(value: DateValue): string {
  return value instanceof ZonedDateTime
    ? value.toAbsoluteString()
    : value.toString();
}

/** A day as a moment of it, in the person's time zone. */
export function atTimeOfDay(day: DateValue): ZonedDateTime {
  return toZoned(day, getLocalTimeZone()).set({ hour: 18, minute: 0 });
}
