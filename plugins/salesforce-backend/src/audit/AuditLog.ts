import type { Knex } from 'knex';
import type {
  AuditCheckpoint,
  AuditEntry,
  AuditPage,
  AuditStatus,
} from '@salesdesk/backstage-plugin-salesforce-common';

/** Something that happened, before it has its place in the log. */
export interface NewAuditEntry {
  /** `subject.verb`, e.g. `request.submitted`, `call.applied`, `policy.changed`. */
  type: string;
  /** Entity ref of the person, or `plugin:salesforce` for what runs by itself. */
  actor: string;
  /** One plain sentence. */
  summary: string;
  org?: string;
  action?: string;
  requestId?: string;
  /** Facts: ids, before and after, digests. Never a secret; that is refused. */
  data?: Record<string, unknown>;
  /** What one may search by besides the actor: record ids and entity refs. */
  subjects?: string[];
}

/** What to look for. All given conditions must hold. */
export interface AuditFilter {
  person?: string;
  target?: string;
  action?: string;
  types?: string[];
  requestId?: string;
  org?: string;
  /** ISO 8601. */
  from?: string;
  to?: string;
}

/**
 * The append-only, hash-chained record of everything that happened.
 */
export interface AuditLog {
  /**
   * Appends in the caller's transaction, so that what happened and its record
   * are one. Takes no lock that others wait for. The entries get their place in
   * the chain soon after the commit, and at the latest before anybody reads.
   */
  append(
    transaction: Knex.Transaction,
    entries: NewAuditEntry[],
  ): Promise<void>;

  /** Gives all entries their place that were committed before this call. */
  placeWaiting(): Promise<void>;

  /** Newest first, or oldest first for a timeline. */
  list(options: {
    filter: AuditFilter;
    order: 'newest' | 'oldest';
    cursor?: string;
    limit: number;
  }): Promise<AuditPage>;

  /** Throws NotFoundError. */
  get(options: { sequence: number }): Promise<AuditEntry>;

  /** Canonical JSON lines, oldest first, in constant memory. */
  export(options: {
    fromSequence?: number;
    toSequence?: number;
  }): AsyncIterable<string>;

  status(): Promise<AuditStatus>;

  /** Verifies on from where the last verification ended, or everything anew. */
  verify(options: { everything: boolean }): Promise<AuditStatus>;

  /** A signed statement of the last entry. Throws ConflictError while the log is empty. */
  checkpoint(): Promise<AuditCheckpoint>;
}
