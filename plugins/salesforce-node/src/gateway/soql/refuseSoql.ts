import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';

/** Throws the InputError with which a query is refused before it is sent. */
export function refuseSoql(message: string, cause?: unknown): never {
  throw new SalesdeskError('InputError', message, {
    code: 'invalid_query',
    cause,
  });
}
