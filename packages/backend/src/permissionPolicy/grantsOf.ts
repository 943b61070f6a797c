import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  RESOURCE_TYPE_SALESFORCE_REQUEST,
  salesforceAccessReviewStartPermission,
  salesforceActionReadPermission,
  salesforceAssistantUsePermission,
  salesforceAuditReadPermission,
  salesforceInventoryReadPermission,
  salesforceOrgManagePermission,
  salesforcePolicyManagePermission,
  salesforceRequestBreakGlassPermission,
  salesforceRequestCancelPermission,
  salesforceRequestCreatePermission,
  salesforceRequestDecidePermission,
  salesforceRequestReadPermission,
  salesforceRequestSkipApprovalPermission,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { salesforceConditions } from '@salesdesk/backstage-plugin-salesforce-node';
import { Role, ROLE_GROUPS } from './rolesOf';

const {
  hasAction,
  hasRiskAtMost,
  isManagerOfRequester,
  isOwnUser,
  isRequester,
  ownsTargets,
  sizeAtMost,
  targetInGroup,
} = salesforceConditions;

/** What anybody may ask for, concerning their own Salesforce user only. */
const FOR_ONESELF: [string, ...string[]] = [
  'salesforce_reset_password',
  'salesforce_update_user',
  'salesforce_assign_permission_set',
  'salesforce_remove_permission_set',
  'salesforce_assign_permission_set_group',
  'salesforce_remove_permission_set_group',
  'salesforce_add_group_member',
  'salesforce_remove_group_member',
  'salesforce_revoke_oauth_token',
  'salesforce_revoke_sessions',
];

/** What nobody needs to look at, where it concerns oneself. */
const FOR_ONESELF_AT_ONCE: [string, ...string[]] = [
  'salesforce_reset_password',
  'salesforce_revoke_oauth_token',
  'salesforce_revoke_sessions',
];

/**
 * Work on records of customers. Whatever stands here, Salesforce's own rights of
 * the person who asks bound it: record by record and field by field.
 */
const ON_RECORDS: [string, ...string[]] = [
  'salesforce_create_record',
  'salesforce_update_record',
  'salesforce_convert_lead',
];

/** What a manager may ask for, concerning people of their own teams. */
const FOR_THE_TEAM: [string, ...string[]] = [
  'salesforce_reset_password',
  'salesforce_assign_permission_set',
  'salesforce_remove_permission_set',
  'salesforce_assign_permission_set_group',
  'salesforce_remove_permission_set_group',
  'salesforce_add_group_member',
  'salesforce_remove_group_member',
  'salesforce_assign_role',
  'salesforce_revoke_oauth_token',
  'salesforce_revoke_sessions',
  'salesforce_freeze_user',
  'salesforce_unfreeze_user',
];

/** Requests that meet the criteria; `'always'` for all, and for what is no request. */
export type GrantedWhen =
  | 'always'
  | PermissionCriteria<
      PermissionCondition<typeof RESOURCE_TYPE_SALESFORCE_REQUEST>
    >;

/** What a role gives: the names of permissions, and when each holds. */
export type Grants = Record<string, GrantedWhen>;

/** Who the grants are for. */
export interface Person {
  userRef: string;
  /** The groups that this person is a member of. */
  groupRefs: string[];
}

/**
 * What each role may do at the demo host, one table to read.
 *
 * What is not listed is denied. Nobody reviews their own request, or one whose
 * target they are, whatever stands here: the plugin sees to that.
 */
export function grantsOf({
  role,
  person,
}: {
  role: Role;
  person: Person;
}): Grants {
  const me: { userRefs: [string] } = { userRefs: [person.userRef] };
  const [team, ...otherTeams] = person.groupRefs.filter(
    groupRef => !(groupRef in ROLE_GROUPS),
  );

  switch (role) {
    case 'employee':
      return {
        [salesforceAssistantUsePermission.name]: 'always',
        [salesforceRequestCreatePermission.name]: {
          anyOf: [
            { allOf: [isOwnUser(), hasAction({ actions: FOR_ONESELF })] },
            hasAction({ actions: ON_RECORDS }),
          ],
        },
        [salesforceRequestSkipApprovalPermission.name]: {
          anyOf: [
            {
              allOf: [isOwnUser(), hasAction({ actions: FOR_ONESELF_AT_ONCE })],
            },
            // what one owns oneself; records of others are looked at
            { allOf: [ownsTargets(), hasAction({ actions: ON_RECORDS })] },
          ],
        },
        [salesforceRequestReadPermission.name]: isRequester(me),
        [salesforceRequestCancelPermission.name]: isRequester(me),
      };

    case 'manager':
      return {
        ...(team && {
          [salesforceRequestCreatePermission.name]: {
            allOf: [
              targetInGroup({ groupRefs: [team, ...otherTeams] }),
              hasAction({ actions: FOR_THE_TEAM }),
            ],
          },
        }),
        [salesforceRequestReadPermission.name]: isManagerOfRequester(me),
        [salesforceRequestDecidePermission.name]: isManagerOfRequester(me),
        [salesforceInventoryReadPermission.name]: 'always',
      };

    case 'approver':
      return {
        [salesforceRequestReadPermission.name]: 'always',
        [salesforceRequestDecidePermission.name]: 'always',
        [salesforceInventoryReadPermission.name]: 'always',
      };

    case 'salesforce-admin':
      return {
        [salesforceRequestCreatePermission.name]: 'always',
        // Daily work runs at once. What is risky, what concerns many, and what
        // an admin wants for themselves is looked at by somebody else.
        [salesforceRequestSkipApprovalPermission.name]: {
          allOf: [
            hasRiskAtMost({ risk: 'medium' }),
            sizeAtMost({ size: 10 }),
            { not: isOwnUser() },
          ],
        },
        // In an emergency, with a reason; those who were skipped are told and
        // look at it afterwards.
        [salesforceRequestBreakGlassPermission.name]: { not: isOwnUser() },
        [salesforceRequestReadPermission.name]: 'always',
        [salesforceRequestCancelPermission.name]: 'always',
        [salesforceActionReadPermission.name]: 'always',
        [salesforceInventoryReadPermission.name]: 'always',
        [salesforceAccessReviewStartPermission.name]: 'always',
        [salesforceOrgManagePermission.name]: 'always',
        [salesforcePolicyManagePermission.name]: 'always',
      };

    case 'auditor':
      return {
        [salesforceRequestReadPermission.name]: 'always',
        [salesforceAuditReadPermission.name]: 'always',
      };

    default:
      // A role without a line above gives nothing.
      return {};
  }
}
