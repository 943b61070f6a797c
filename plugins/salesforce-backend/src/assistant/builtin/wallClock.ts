import type { InterpreterContext } from '@salesdesk/backstage-plugin-salesforce-node';
import { DateTime } from 'luxon';

/**
 * The person's clock on the wall, as if it were UTC: what "today" and "next
 * Friday" are counted from. At nine in the evening in New York it is tomorrow in
 * London, and still today.
 */
export function wallClock({
  now,
  timeZone,
}: Pick<InterpreterContext, 'now' | 'timeZone'>): Date {
  const local = DateTime.fromJSDate(now).setZone(timeZone);
  return local.isValid
    ? local.setZone('utc', { keepLocalTime: true }).toJSDate()
    : now;
}
