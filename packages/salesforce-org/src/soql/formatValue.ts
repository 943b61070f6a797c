import { DateTime } from 'luxon';
import { parseTimestamp } from '../core/OrgClock';
import type { FieldValue } from '../core/types';
import type { FieldDefinition } from '../schema/definitions';
import type { UserCalendar } from './timeZones';

/** FORMAT(): a value as the running user would see it on a page. */
export function formatReader(
  field: FieldDefinition,
  calendar: UserCalendar,
): (value: FieldValue) => FieldValue {
  const locale = calendar.locale.replace('_', '-');
  const number = new Intl.NumberFormat(locale, numberOptions(field));
  const zone = calendar.timeZone;
  return value => {
    if (typeof value === 'number') {
      return field.type === 'percent'
        ? `${number.format(value)}%`
        : number.format(value);
    }
    if (typeof value !== 'string') return value;
    if (field.type === 'date') {
      return DateTime.fromISO(value)
        .setLocale(locale)
        .toLocaleString(DateTime.DATE_SHORT);
    }
    if (field.type === 'datetime') {
      return DateTime.fromMillis(parseTimestamp(value), { zone })
        .setLocale(locale)
        .toLocaleString(DateTime.DATETIME_SHORT);
    }
    return value;
  };
}

function numberOptions(field: FieldDefinition): Intl.NumberFormatOptions {
  return field.type === 'currency'
    ? {
        style: 'currency',
        currency: 'USD',
        minimumFractionDigits: field.scale,
        maximumFractionDigits: field.scale,
      }
    : { maximumFractionDigits: field.scale };
}
