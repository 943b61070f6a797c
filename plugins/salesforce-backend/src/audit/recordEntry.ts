import type { NewAuditEntry } from './AuditLog';
import { redactSecrets } from './redactSecrets';

/** An entry as it waits for its place: everything but that. */
export interface AuditRecord {
  at: string;
  type: string;
  actor: string;
  org: string | null;
  action: string | null;
  request: string | null;
  summary: string;
  data: unknown;
  subjects: string[];
}

/** What the columns hold that are searched; see the migrations. */
const longest = { type: 50, actor: 255, org: 63, action: 100, request: 36 };
const longestSubject = 255;

/**
 * What is recorded of something that happened: no secret, and only what the
 * chain can hold. Whatever else would stop all entries behind it, so it is
 * refused here, together with what it records. Pure.
 */
export function recordEntry(entry: NewAuditEntry, at: string): AuditRecord {
  const record = {
    at,
    type: entry.type,
    actor: entry.actor,
    org: entry.org ?? null,
    action: entry.action ?? null,
    request: entry.requestId ?? null,
    summary: wellFormedText(redactSecrets(entry.summary)),
    data: wellFormed(redactSecrets(entry.data ?? {})),
    subjects: [...new Set(entry.subjects ?? [])],
  };
  for (const [name, maximum] of Object.entries(longest)) {
    demandShort(name, record[name as keyof typeof longest], maximum);
  }
  for (const subject of record.subjects) {
    demandShort('subject', subject, longestSubject);
  }
  return record;
}

function demandShort(name: string, text: string | null, maximum: number) {
  if (text === null) return;
  if ([...text].length > maximum || text.includes('\0')) {
    throw new Error(`The ${name} of an audit entry cannot be stored`);
  }
}

/** Lone surrogates cannot be written as UTF-8, nor NUL as text; people do paste them. */
function wellFormedText(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\uFFFD');
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return wellFormedText(value);
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error('An audit entry holds a number that JSON does not know');
  }
  if (Array.isArray(value)) return value.map(wellFormed);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        wellFormedText(key),
        wellFormed(member),
      ]),
    );
  }
  return value;
}
