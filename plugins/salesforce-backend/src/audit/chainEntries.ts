import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { ENTRY_FORMAT } from '@salesdesk/audit-verify';
import type { AuditRecord } from './recordEntry';

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
  records: AuditRecord[];
}): ChainedEntry[] {
  const { head, records } = options;
  let { sequence, hash: previousHash } = head;
  return records.map(({ subjects, ...record }) => {
    sequence += 1;
    const members = {
      ...record,
      format: ENTRY_FORMAT,
      log: head.log,
      sequence,
      previousHash,
    };
    const body = canonicalize(members);
    if (body === undefined) throw new Error('An audit entry is not JSON');
    const hash = createHash('sha256').update(body).digest('hex');
    const chained: ChainedEntry = {
      sequence,
      at: record.at,
      type: record.type,
      actor: record.actor,
      org: record.org,
      action: record.action,
      requestId: record.request,
      summary: record.summary,
      body,
      previousHash,
      hash,
      subjects,
    };
    previousHash = hash;
    return chained;
  });
}
