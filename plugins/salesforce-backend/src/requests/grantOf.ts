import type { SalesforceWriteAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { DateTime } from 'luxon';
import { inputSchema } from './inputSchema';

/**
 * For actions that can be time-bound, when the grant ends. By convention that
 * is the member `until` of the input: a date means the end of that day, in UTC.
 */
export function grantOf(
  action: Pick<SalesforceWriteAction, 'input'>,
  input: unknown,
): { endsAt?: Date } | undefined {
  if (!inputSchema(action).properties?.until) return undefined;
  const until =
    typeof input === 'object' && input !== null && 'until' in input
      ? input.until
      : undefined;
  if (typeof until !== 'string') return {};
  const moment = DateTime.fromISO(until, { zone: 'utc' });
  return {
    endsAt: (until.includes('T') ? moment : moment.endOf('day')).toJSDate(),
  };
}
