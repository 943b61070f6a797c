import type { PersonalConnection } from '@salesdesk/backstage-plugin-salesforce-common';
import type { OrgRow, PersonalConnectionRow } from '../database/tables';

/** What may be shown of a connection. Names every field: no token slips through. */
export function toPersonalConnection(options: {
  org: OrgRow;
  row: PersonalConnectionRow | undefined;
  /** Whether people can log in to this org. */
  isOffered: boolean;
}): PersonalConnection {
  const { org, row, isOffered } = options;
  const shown = { org: org.id, orgTitle: org.title };
  if (!row) {
    return isOffered
      ? { ...shown, state: 'not_connected' }
      : {
          ...shown,
          state: 'unavailable',
          reason: 'This org has no app through which people could log in',
        };
  }
  return {
    ...shown,
    state: row.status,
    userId: row.user_id,
    username: row.username,
    connectedAt: row.connected_at,
    ...(row.used_at ? { usedAt: row.used_at } : {}),
    ...(row.status_reason ? { reason: row.status_reason } : {}),
  };
}
