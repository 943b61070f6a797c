import { createApiRef } from '@backstage/frontend-plugin-api';
import type { SalesforceApiClient } from '@salesdesk/backstage-plugin-salesforce-common';

/**
 * The door to the plugin's backend: the typed client of its HTTP API, with the
 * signed-in person's token.
 *
 * @public
 */
export interface SalesforceApi {
  readonly client: SalesforceApiClient;
}

/** @public */
export const salesforceApiRef = createApiRef<SalesforceApi>().with({
  id: 'plugin.salesforce.api',
  pluginId: 'salesforce',
});
