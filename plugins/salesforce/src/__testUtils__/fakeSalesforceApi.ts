import { createSalesforceApiClient } from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceApi } from '../api/SalesforceApi';
import type { FakeBackend } from './FakeBackend';

/** The API of the plugin on a fake backend. */
export function fakeSalesforceApi(backend: FakeBackend): SalesforceApi {
  return {
    client: createSalesforceApiClient({
      baseUrl: 'http://localhost/api/salesforce',
      fetch: backend.fetch,
    }),
  };
}
