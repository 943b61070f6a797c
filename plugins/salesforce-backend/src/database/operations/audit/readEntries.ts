import type { Knex } from 'knex';
import type { AuditFilter } from '../../../audit/AuditLog';

/** A stored entry. */
export interface AuditEntryRow {
  sequence: number;
  at: string;
  type: string;
  actor: string;
  org_id: string | null;
  action_id: string | null;
  request_id: string | null;
  summary: string;
  body: string;
  previous_hash: string;
  hash: string;
}

/**
 * A page of entries after (or before) a sequence number. The cost does not
 * depend on how far one has paged: every condition has an index that ends in
 * the sequence number.
 */
export async function listEntries(options: {
  knex: Knex;
  filter: AuditFilter;
  order: 'newest' | 'oldest';
  after?: number;
  limit: number;
}): Promise<AuditEntryRow[]> {
  const { knex, filter, order, after, limit } = options;
  const query = knex('salesforce_audit_entries as entry').select('entry.*');
  // Driven from the subject's index, so that a rare subject costs little.
  let sequence = 'entry.sequence';
  if (filter.target !== undefined) {
    sequence = 'subject.sequence';
    query
      .join(
        'salesforce_audit_subjects as subject',
        'subject.sequence',
        'entry.sequence',
      )
      .where('subject.subject', filter.target);
  }
  if (filter.person !== undefined) query.where('entry.actor', filter.person);
  if (filter.action !== undefined)
    query.where('entry.action_id', filter.action);
  if (filter.types?.length) query.whereIn('entry.type', filter.types);
  if (filter.requestId !== undefined) {
    query.where('entry.request_id', filter.requestId);
  }
  if (filter.org !== undefined) query.where('entry.org_id', filter.org);
  if (filter.from !== undefined) query.where('entry.at', '>=', filter.from);
  if (filter.to !== undefined) query.where('entry.at', '<', filter.to);
  if (after !== undefined) {
    query.where(sequence, order === 'newest' ? '<' : '>', after);
  }
  const rows = await query
    .orderBy(sequence, order === 'newest' ? 'desc' : 'asc')
    .limit(limit);
  return rows.map(numberSequence);
}

/** The entries from one sequence number on, for export and verification. */
export async function readEntriesFrom(options: {
  knex: Knex;
  fromSequence: number;
  toSequence?: number;
  limit: number;
}): Promise<AuditEntryRow[]> {
  const query = options
    .knex('salesforce_audit_entries')
    .where('sequence', '>=', options.fromSequence)
    .orderBy('sequence')
    .limit(options.limit);
  if (options.toSequence !== undefined) {
    query.where('sequence', '<=', options.toSequence);
  }
  return (await query).map(numberSequence);
}

/** The head as it is now, without a lock. */
export async function readHead(options: {
  knex: Knex;
}): Promise<{ log: string; sequence: number; hash: string }> {
  const row = await options
    .knex('salesforce_audit_head')
    .where({ id: 1 })
    .first('log_id', 'sequence', 'hash');
  if (!row) throw new Error('The head of the audit log is missing');
  return { log: row.log_id, sequence: Number(row.sequence), hash: row.hash };
}

// PostgreSQL hands bigint out as text.
function numberSequence(row: AuditEntryRow): AuditEntryRow {
  return { ...row, sequence: Number(row.sequence) };
}

/** Begins the log of a new database; does nothing where there is one. */
export async function ensureHead(options: {
  knex: Knex;
  logId: string;
  genesisHash: string;
}): Promise<void> {
  await options
    .knex('salesforce_audit_head')
    .insert({
      id: 1,
      log_id: options.logId,
      sequence: 0,
      hash: options.genesisHash,
    })
    .onConflict('id')
    .ignore();
}
