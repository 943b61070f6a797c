import type { OrgStatus } from '@salesdesk/backstage-plugin-salesforce-common';
import type { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';

/**
 * What a failed call says of the connection: undefined where it says nothing,
 * such as for a query that was refused. Pure.
 */
export function statusAfter(failure: GatewayError): OrgStatus | undefined {
  switch (failure.failure) {
    case 'credentials_refused':
      return 'not_connected';
    case 'daily_limit':
    case 'unavailable':
    case 'unreachable':
    case 'timeout':
      return 'degraded';
    default:
      return undefined;
  }
}
