import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import { IANAZone } from 'luxon';

/** The time zone that a client named; UTC where it named none. */
export function timeZoneOf(named: string | undefined): string {
  if (named === undefined) return 'UTC';
  if (IANAZone.isValidZone(named)) return named;
  throw new SalesdeskError('InputError', `'${named}' is no time zone`, {
    code: 'invalid_input',
  });
}
