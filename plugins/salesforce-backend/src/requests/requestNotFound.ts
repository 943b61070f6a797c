import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';

/** For what is not there, and for what one may not see: nobody can tell which. */
export function requestNotFound(requestId: string): SalesdeskError {
  return new SalesdeskError(
    'NotFoundError',
    `There is no request '${requestId}'`,
    { code: 'not_found' },
  );
}
