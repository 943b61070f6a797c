/**
 * The roles of the demo host, by the catalog group that gives each.
 *
 * Everybody who is signed in is an employee. Being a manager is no group: a
 * manager is asked about the requests of the people who report to them, which
 * is a matter of each request.
 */
export const ROLE_GROUPS = {
  'salesforce-admin': 'group:default/salesforce-admins',
  approver: 'group:default/revops-approvers',
  auditor: 'group:default/auditors',
} as const;

/** A role of the demo host. */
export type Role = 'employee' | keyof typeof ROLE_GROUPS;

/** The roles of somebody whom the catalog says to be a member of `groups`. */
export function rolesOf(groups: readonly string[]): Set<Role> {
  const roles = new Set<Role>(['employee']);
  for (const [role, group] of Object.entries(ROLE_GROUPS)) {
    if (groups.includes(group)) {
      roles.add(role as keyof typeof ROLE_GROUPS);
    }
  }
  return roles;
}
