import {
  createPermission,
  type BasicPermission,
  type Permission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * The resource that conditional decisions are about: a request, or a draft of
 * one that a person is about to submit.
 *
 * @public
 */
export const RESOURCE_TYPE_SALESFORCE_REQUEST = 'salesforce-request';

function requestPermission(options: {
  name: string;
  action?: 'create' | 'read' | 'update' | 'delete';
}): ResourcePermission<typeof RESOURCE_TYPE_SALESFORCE_REQUEST> {
  return createPermission({
    name: options.name,
    attributes: options.action ? { action: options.action } : {},
    resourceType: RESOURCE_TYPE_SALESFORCE_REQUEST,
  });
}

function basicPermission(options: {
  name: string;
  action?: 'create' | 'read' | 'update' | 'delete';
}): BasicPermission {
  return createPermission({
    name: options.name,
    attributes: options.action ? { action: options.action } : {},
  });
}

/**
 * May this person ask for this action on these targets?
 *
 * @public
 */
export const salesforceRequestCreatePermission = requestPermission({
  name: 'salesforce.request.create',
  action: 'create',
});

/**
 * Does it run without anyone's approval for this person?
 *
 * @public
 */
export const salesforceRequestSkipApprovalPermission = requestPermission({
  name: 'salesforce.request.skip-approval',
});

/**
 * May this person, in an emergency, run this without the approvals that it
 * needs? A reason is mandatory, everybody who was skipped is told, and it is
 * looked at afterwards.
 *
 * @public
 */
export const salesforceRequestBreakGlassPermission = requestPermission({
  name: 'salesforce.request.break-glass',
});

/**
 * May this person review this request? Holding it is necessary, never
 * sufficient: the policy's stages say who is eligible, and nobody reviews
 * their own request or one of which they are the target.
 *
 * @public
 */
export const salesforceRequestDecidePermission = requestPermission({
  name: 'salesforce.request.decide',
  action: 'update',
});

/**
 * May this person see this request?
 *
 * @public
 */
export const salesforceRequestReadPermission = requestPermission({
  name: 'salesforce.request.read',
  action: 'read',
});

/**
 * May this person withdraw this request before it runs?
 *
 * @public
 */
export const salesforceRequestCancelPermission = requestPermission({
  name: 'salesforce.request.cancel',
  action: 'delete',
});

/**
 * May this person run read actions beyond what concerns themselves: SOQL and
 * record reads as the integration user?
 *
 * @public
 */
export const salesforceActionReadPermission = requestPermission({
  name: 'salesforce.action.read',
  action: 'read',
});

/**
 * May this person connect, check, pause and disconnect orgs, and retry what
 * needs an admin?
 *
 * @public
 */
export const salesforceOrgManagePermission = basicPermission({
  name: 'salesforce.org.manage',
  action: 'update',
});

/**
 * May this person read and change policies?
 *
 * @public
 */
export const salesforcePolicyManagePermission = basicPermission({
  name: 'salesforce.policy.manage',
  action: 'update',
});

/**
 * May this person read, verify and export the audit log?
 *
 * @public
 */
export const salesforceAuditReadPermission = basicPermission({
  name: 'salesforce.audit.read',
  action: 'read',
});

/**
 * May this person look through org facts of other people: Salesforce users,
 * profiles, permission sets, licences?
 *
 * @public
 */
export const salesforceInventoryReadPermission = basicPermission({
  name: 'salesforce.inventory.read',
  action: 'read',
});

/**
 * May this person start access reviews? It takes
 * {@link salesforceInventoryReadPermission} as well. Reviewers need no
 * permission but to be named as one.
 *
 * @public
 */
export const salesforceAccessReviewStartPermission = basicPermission({
  name: 'salesforce.access-review.start',
  action: 'create',
});

/**
 * May this person use the assistant?
 *
 * @public
 */
export const salesforceAssistantUsePermission = basicPermission({
  name: 'salesforce.assistant.use',
});

/**
 * Every permission of the Salesforce plugin.
 *
 * @public
 */
export const salesforcePermissions: Permission[] = [
  salesforceRequestCreatePermission,
  salesforceRequestSkipApprovalPermission,
  salesforceRequestBreakGlassPermission,
  salesforceRequestDecidePermission,
  salesforceRequestReadPermission,
  salesforceRequestCancelPermission,
  salesforceActionReadPermission,
  salesforceOrgManagePermission,
  salesforcePolicyManagePermission,
  salesforceAuditReadPermission,
  salesforceInventoryReadPermission,
  salesforceAccessReviewStartPermission,
  salesforceAssistantUsePermission,
];
