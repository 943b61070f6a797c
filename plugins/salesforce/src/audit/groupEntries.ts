import type { AuditEntry } from '@salesdesk/backstage-plugin-salesforce-common';

/** The entries of one request, or an entry that belongs to none. */
export interface EntryGroup {
  key: string;
  requestId?: string;
  /** Newest first. Never empty. */
  entries: AuditEntry[];
}

/**
 * Entries, newest first, gathered by request. A group stands where its newest
 * entry stands; older pages add to the groups that are there already.
 */
export function groupEntries(entries: AuditEntry[]): EntryGroup[] {
  const groups = new Map<string, EntryGroup>();
  for (const entry of entries) {
    const key = entry.requestId
      ? `request:${entry.requestId}`
      : `entry:${entry.sequence}`;
    const group = groups.get(key);
    if (!group) {
      groups.set(key, { key, requestId: entry.requestId, entries: [entry] });
    } else if (!group.entries.some(e => e.sequence === entry.sequence)) {
      group.entries.push(entry);
    }
  }
  return [...groups.values()];
}
