/** Messages of the area "approvals", under the key `approvals`. */
export const approvalsMessages = {
  title: 'Approvals',
} as const;
