import type { EntryGroup } from './groupEntries';

/**
 * The sentence that a request is known by, from its entries: they carry it
 * after a colon ("Approved: Freeze Marco Bianchi").
 */
export function titleOfGroup(group: EntryGroup): string | undefined {
  for (const entry of group.entries) {
    if (typeof entry.data.title === 'string') return entry.data.title;
  }
  for (const { type, summary } of group.entries) {
    if (/^(request|review)\./.test(type) && type !== 'request.planned') {
      const [, title] = /^[^:]+: (.+)$/s.exec(summary) ?? [];
      if (title) return title;
    }
  }
  return undefined;
}
