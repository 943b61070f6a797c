import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';

/** Refuses a query in words that say what the person may read instead. */
export function refuseOwnData(message: string): never {
  throw new SalesdeskError('InputError', message, { code: 'invalid_query' });
}
