import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_SALESFORCE_REQUEST } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  SalesforceRequestFilter,
  SalesforceRequestResource,
} from './SalesforceRequestResource';

/**
 * Identifies requests towards the permission framework.
 *
 * @public
 */
export const salesforceRequestResourceRef = createPermissionResourceRef<
  SalesforceRequestResource,
  SalesforceRequestFilter
>().with({
  pluginId: 'salesforce',
  resourceType: RESOURCE_TYPE_SALESFORCE_REQUEST,
});
