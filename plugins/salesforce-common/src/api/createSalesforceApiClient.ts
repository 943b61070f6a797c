import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../generated/openapi.generated';

/**
 * The typed client of the Salesforce plugin's HTTP API. Every route, parameter
 * and answer is typed by the OpenAPI document that the server validates with.
 *
 * @public
 */
export type SalesforceApiClient = Client<paths>;

/**
 * Creates a client. `baseUrl` ends in `/api/salesforce`; `fetch` adds the
 * caller's token (in the frontend, the `fetch` of `fetchApiRef`).
 *
 * @public
 */
export function createSalesforceApiClient(options: {
  baseUrl: string;
  fetch?: typeof globalThis.fetch;
}): SalesforceApiClient {
  return createClient<paths>({
    baseUrl: options.baseUrl,
    fetch: options.fetch,
    // `state=a&state=b`, as the OpenAPI document says
    querySerializer: { array: { style: 'form', explode: true } },
  });
}
