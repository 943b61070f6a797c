import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  isResourcePermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import { salesforcePermissions } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  salesforceRequestResourceRef,
  salesforceRequestRules,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { readRequestResources } from '../requests/RequestFacts';

/**
 * Tells the permission framework which permissions and rules there are. It
 * serves them as metadata, so that policies and the RBAC plugin know them.
 */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  knex: Knex;
}): void {
  const { permissionsRegistry, knex } = options;
  const isAboutRequests = (permission: Permission) =>
    isResourcePermission(permission);
  permissionsRegistry.addPermissions(
    salesforcePermissions.filter(permission => !isAboutRequests(permission)),
  );
  permissionsRegistry.addResourceType({
    resourceRef: salesforceRequestResourceRef,
    permissions: salesforcePermissions.filter(isAboutRequests),
    rules: Object.values(salesforceRequestRules),
    getResources: ids => readRequestResources({ knex, ids }),
  });
}
