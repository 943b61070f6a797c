import type { RoleSpec } from '../foundation/roles';

/** The role hierarchy of the demo company, parents first. */
export const demoRoles: readonly RoleSpec[] = [
  { name: 'CEO', parent: null },
  { name: 'CFO', parent: 'CEO' },
  { name: 'COO', parent: 'CEO' },
  { name: 'CTO', parent: 'CEO' },
  { name: 'SVP Sales', parent: 'CEO' },
  { name: 'Sales Director NA', parent: 'SVP Sales' },
  { name: 'Account Executive NA', parent: 'Sales Director NA' },
  { name: 'Sales Director EMEA', parent: 'SVP Sales' },
  { name: 'Account Executive EMEA', parent: 'Sales Director EMEA' },
  { name: 'RevOps', parent: 'SVP Sales' },
  { name: 'SVP Customer Service', parent: 'CEO' },
  { name: 'Customer Support North America', parent: 'SVP Customer Service' },
  { name: 'Customer Support International', parent: 'SVP Customer Service' },
];
