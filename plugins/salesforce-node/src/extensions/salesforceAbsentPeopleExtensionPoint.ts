import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';

/**
 * Lets a host say what people may do who are not there. The permission
 * framework answers for whoever is signed in, and a plugin cannot sign anybody
 * in. What happens by itself in somebody's name, such as the requests of an
 * access review that ends at its due date, asks the policy that is set here;
 * without one it does not happen, and that person is told.
 *
 * @public
 */
export interface SalesforceAbsentPeopleExtensionPoint {
  /**
   * Sets the policy, which is to be the one that the permission plugin uses. It
   * is asked with the person and their groups as the catalog knows them at that
   * moment; the credentials it gets hold no token. Throws when another module
   * has set one.
   */
  setPermissionPolicy(policy: PermissionPolicy): void;
}

/** @public */
export const salesforceAbsentPeopleExtensionPoint =
  createExtensionPoint<SalesforceAbsentPeopleExtensionPoint>({
    id: 'salesforce.absent-people',
  });
