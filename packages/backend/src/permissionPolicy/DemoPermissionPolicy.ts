import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_SALESFORCE_REQUEST,
  salesforcePermissions,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceConditionalDecision } from '@salesdesk/backstage-plugin-salesforce-node';
import { GrantedWhen, grantsOf } from './grantsOf';
import { rolesOf } from './rolesOf';

const OURS = new Set(salesforcePermissions.map(({ name }) => name));

/**
 * Decides for the demo host who may do what.
 *
 * About Salesforce, only what a role gives is allowed (see `grantsOf`). About
 * everything else, whoever is signed in may look and nobody may change.
 */
export class DemoPermissionPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    if (!OURS.has(permission.name)) {
      return {
        result:
          permission.attributes.action === 'read'
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      };
    }

    const { userEntityRef, ownershipEntityRefs } = user.info;
    const person = {
      userRef: userEntityRef,
      groupRefs: ownershipEntityRefs.filter(ref => ref.startsWith('group:')),
    };
    const granted = rolesOf(ownershipEntityRefs)
      .map(role => grantsOf({ role, person })[permission.name])
      .filter((when): when is GrantedWhen => when !== undefined);

    const [first, ...more] = granted.filter(
      (when): when is Exclude<GrantedWhen, 'always'> => when !== 'always',
    );
    if (granted.includes('always')) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (
      first &&
      isResourcePermission(permission, RESOURCE_TYPE_SALESFORCE_REQUEST)
    ) {
      return createSalesforceConditionalDecision(permission, {
        anyOf: [first, ...more],
      });
    }
    return { result: AuthorizeResult.DENY };
  }
}
