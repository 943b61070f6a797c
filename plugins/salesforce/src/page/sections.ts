import type { Me } from '@salesdesk/backstage-plugin-salesforce-common';

type Right = keyof Me['may'];

/**
 * The right without which a sub-page is hidden, by the path of the sub-page.
 * It only hides: the backend decides what it answers.
 */
const rights: Partial<Record<string, Right>> = {
  assistant: 'useAssistant',
  approvals: 'review',
  directory: 'readInventory',
  boards: 'readInventory',
  reviews: 'reviewAccess',
  audit: 'readAudit',
  'admin/orgs': 'manageOrgs',
  'admin/policies': 'managePolicies',
};

/** Sub-pages that are reached by links and have no tab. */
const withoutTab = new Set(['request', 'oauth']);

export function hasTab(path: string): boolean {
  return !withoutTab.has(path);
}

/** Whether a sub-page is open to the person; unknown pages are. */
export function mayOpen(path: string, may: Me['may'] | undefined): boolean {
  const right = rights[path];
  return !right || may?.[right] === true;
}

/** Whether opening depends on who asks, so that we must know first. */
export function needsRight(path: string): boolean {
  return rights[path] !== undefined;
}
