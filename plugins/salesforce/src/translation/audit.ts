/** Messages of the area "audit", under the key `audit`. */
export const auditMessages = {
  title: 'Audit log',
} as const;
