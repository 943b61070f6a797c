import type { Policy } from '@salesdesk/backstage-plugin-salesforce-common';
import type { PartialPolicy } from './policySchema';

/**
 * What holds for an action where neither the configuration nor an override
 * says otherwise: whoever may ask, asks; one person whom the host's roles allow
 * approves; nothing waits for ever.
 */
export const basePolicy: Policy = {
  enabled: true,
  audience: [],
  selfService: 'allowed',
  stages: [],
  reason: 'optional',
  limits: {},
  expiresAfter: 'P14D',
  distinctReviewers: true,
};

/** Where an action deserves more care than the base. */
export const defaultPolicies: Readonly<Record<string, PartialPolicy>> = {
  // Access that somebody gains or loses for good is explained to whoever
  // reviews it, now and in a year's audit.
  salesforce_assign_permission_set: { reason: 'required' },
  salesforce_assign_permission_set_group: { reason: 'required' },
  salesforce_assign_license: { reason: 'required' },
  salesforce_remove_license: { reason: 'required' },
  salesforce_change_profile: { reason: 'required' },
  salesforce_deactivate_user: { reason: 'required' },
  salesforce_offboard_user: { reason: 'required' },
  salesforce_transfer_ownership: { reason: 'required' },
  salesforce_delete_permission_set: { reason: 'required' },
  salesforce_delete_permission_set_group: { reason: 'required' },
  salesforce_delete_role: { reason: 'required' },
  salesforce_delete_group: { reason: 'required' },
};

/** The policy of an action from its layers; later layers win, member by member. */
export function layerPolicies(
  ...layers: Array<PartialPolicy | undefined>
): Policy {
  return Object.assign({}, basePolicy, ...layers);
}
