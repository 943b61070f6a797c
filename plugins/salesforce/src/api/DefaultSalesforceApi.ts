import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import {
  createSalesforceApiClient,
  type SalesforceApiClient,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceApi } from './SalesforceApi';

// Never fetched: it stands for the address that is discovered at each call.
const PLACEHOLDER = 'http://salesforce.invalid';

/** Discovers the backend at each call, as the host asks plugins to do. */
export class DefaultSalesforceApi implements SalesforceApi {
  readonly client: SalesforceApiClient;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    const { discoveryApi, fetchApi } = options;
    this.client = createSalesforceApiClient({
      baseUrl: PLACEHOLDER,
      fetch: async input => {
        const request = input as Request;
        const baseUrl = await discoveryApi.getBaseUrl('salesforce');
        // Handed on as text: a request with a stream as body needs HTTP/2.
        const body = request.method === 'GET' ? '' : await request.text();
        return fetchApi.fetch(
          `${baseUrl}${request.url.slice(PLACEHOLDER.length)}`,
          {
            method: request.method,
            headers: request.headers,
            signal: request.signal,
            ...(body ? { body } : {}),
          },
        );
      },
    });
  }
}
