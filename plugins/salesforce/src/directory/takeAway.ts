import type { AccessSource } from '@salesdesk/backstage-plugin-salesforce-common';

/** The form of an action, filled in. */
export interface FilledForm {
  action: string;
  input: Record<string, unknown>;
}

/** How a user loses what gives them an access. */
export function takeAway(source: AccessSource, user: string): FilledForm {
  const users = [user];
  switch (source.kind) {
    case 'profile':
      return { action: 'salesforce_change_profile', input: { users } };
    case 'permission_set_group':
      return {
        action: 'salesforce_remove_permission_set_group',
        input: { users, permissionSetGroup: source.label },
      };
    default:
      return {
        action: 'salesforce_remove_permission_set',
        input: { users, permissionSet: source.label },
      };
  }
}

/** How a user gets what gives another an access. */
export function giveToo(source: AccessSource, user: string): FilledForm {
  const users = [user];
  switch (source.kind) {
    case 'profile':
      return {
        action: 'salesforce_change_profile',
        input: { users, profile: source.label },
      };
    case 'permission_set_group':
      return {
        action: 'salesforce_assign_permission_set_group',
        input: { users, permissionSetGroup: source.label },
      };
    default:
      return {
        action: 'salesforce_assign_permission_set',
        input: { users, permissionSet: source.label },
      };
  }
}
