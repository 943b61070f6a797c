/**
 * The roles of the demo host, by the catalog group that gives each. Everybody
 * who is signed in is an employee.
 */
export const ROLE_GROUPS = {
  'group:default/managers': 'manager',
  'group:default/revops-approvers': 'approver',
  'group:default/salesforce-admins': 'salesforce-admin',
  'group:default/auditors': 'auditor',
} as const;

/** A role of the demo host. */
export type Role = 'employee' | (typeof ROLE_GROUPS)[keyof typeof ROLE_GROUPS];

/** The roles of somebody whom the catalog says to be a member of `groupRefs`. */
export function rolesOf(groupRefs: readonly string[]): Role[] {
  const given = Object.entries(ROLE_GROUPS)
    .filter(([groupRef]) => groupRefs.includes(groupRef))
    .map(([, role]) => role);
  return ['employee', ...given];
}
