import type {
  BackstageCredentials,
  PermissionsRegistryService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { salesforceRequestRules } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Caller } from '../../permissions/Caller';
import { RequestDecisions } from '../../permissions/RequestDecisions';

const permissionsRegistry = {
  getPermissionRuleset: () => ({
    getRuleByName: (name: string) =>
      Object.values(salesforceRequestRules).find(rule => rule.name === name),
  }),
} as Partial<PermissionsRegistryService> as PermissionsRegistryService;

/** Somebody whom the host's roles let do everything, or everything but some. */
export async function soakCaller(
  ref: string,
  options: { without?: string[] } = {},
): Promise<Caller> {
  const credentials: BackstageCredentials = {
    $$type: '@backstage/BackstageCredentials',
    principal: { type: 'user', userEntityRef: ref },
  };
  return {
    credentials,
    ref,
    ownershipRefs: [ref],
    principals: [],
    managesOrgs: async () => true,
    decisions: await RequestDecisions.fetch({
      permissionsRegistry,
      credentials,
      permissions: {
        authorizeConditional: async queries =>
          queries.map(({ permission }) => ({
            result: options.without?.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      },
    }),
  };
}
