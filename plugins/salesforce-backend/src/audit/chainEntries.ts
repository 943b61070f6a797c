import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { ENTRY_FORMAT } from '@salesdesk/audit-verify';
import type { NewAuditEntry } from './AuditLog';
import { redactSecrets } from './redactSecrets';

/** Where the chain stood before these entries. */
export interface ChainHead {
  log: string;
  sequence: number;
  hash: string;
}

/** An entry with its place, as it is stored. */
export interface ChainedEntry {
  sequence: number;
  at: string;
  type: string;
  actor: string;
  org: string | null;
  action: string | null;
  requestId: string | null;
  summary: string;
  /** Canonical JSON of everything that the hash covers. */
  body: string;
  previousHash: string;
  hash: string;
  subjects: string[];
}

/**
 * Gives entries their place in the chain: each hash covers the entry and, by
 * its `previousHash`, everything before it. Pure.
 */
export function chainEntries(options: {
  head: ChainHead;
  at: string;
  entries: NewAuditEntry[];
}): ChainedEntry[] {
  const { head, at } = options;
  let { sequence, hash: previousHash } = head;
  return options.entries.map(entry => {
    sequence += 1;
    const members = {
      format: ENTRY_FORMAT,
      log: head.log,
      sequence,
      at,
      type: entry.type,
      actor: entry.actor,
      org: entry.org ?? null,
      action: entry.action ?? null,
      request: entry.requestId ?? null,
      summary: wellFormedText(redactSecrets(entry.summary)),
      data: wellFormed(redactSecrets(entry.data ?? {})),
      previousHash,
    };
    const body = canonicalize(members);
    if (body === undefined) throw new Error('An audit entry is not JSON');
    const hash = createHash('sha256').update(body).digest('hex');
    const chained: ChainedEntry = {
      sequence,
      at,
      type: members.type,
      actor: members.actor,
      org: members.org,
      action: members.action,
      requestId: members.request,
      summary: members.summary,
      body,
      previousHash,
      hash,
      subjects: [...new Set(entry.subjects ?? [])],
    };
    previousHash = hash;
    return chained;
  });
}

/** Lone surrogates cannot be written as UTF-8; people do paste them. */
function wellFormedText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return wellFormedText(value);
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
