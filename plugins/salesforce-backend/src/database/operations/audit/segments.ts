import type { Knex } from 'knex';
import type { Checkpoint } from '@salesdesk/audit-verify';

/** A sealed stretch of the log. */
export interface AuditSegment {
  firstSequence: number;
  lastSequence: number;
  firstAt: string;
  lastAt: string;
  lastHash: string;
  checkpoint: Checkpoint;
  sealedAt: string;
  /** gzip of JSON Lines; absent once it was removed. */
  content?: Buffer;
}

interface AuditSegmentRow {
  first_sequence: number | string;
  last_sequence: number | string;
  first_at: string;
  last_at: string;
  last_hash: string;
  checkpoint: string;
  content: Buffer | null;
  sealed_at: string;
  removed_at: string | null;
}

/**
 * Stores a segment and removes its entries. A second sealing of the same
 * stretch violates the primary key, so one of two replicas does it.
 */
export async function insertSegment(options: {
  transaction: Knex.Transaction;
  segment: AuditSegment & { content: Buffer };
}): Promise<void> {
  const { transaction, segment } = options;
  await transaction<AuditSegmentRow>('salesforce_audit_segments').insert({
    first_sequence: segment.firstSequence,
    last_sequence: segment.lastSequence,
    first_at: segment.firstAt,
    last_at: segment.lastAt,
    last_hash: segment.lastHash,
    checkpoint: JSON.stringify(segment.checkpoint),
    content: segment.content,
    sealed_at: segment.sealedAt,
    removed_at: null,
  });
  for (const table of [
    'salesforce_audit_subjects',
    'salesforce_audit_entries',
  ]) {
    await transaction(table)
      .where('sequence', '>=', segment.firstSequence)
      .where('sequence', '<=', segment.lastSequence)
      .delete();
  }
}

/** The segments from one sequence number on, oldest first; the first of them may begin before it. */
export async function readSegments(options: {
  knex: Knex;
  fromSequence: number;
  toSequence?: number;
  limit: number;
}): Promise<AuditSegment[]> {
  const query = options
    .knex<AuditSegmentRow>('salesforce_audit_segments')
    .where('last_sequence', '>=', options.fromSequence)
    .orderBy('first_sequence')
    .limit(options.limit);
  if (options.toSequence !== undefined) {
    query.where('first_sequence', '<=', options.toSequence);
  }
  return (await query).map(toSegment);
}

/** The newest segment, with or without its content. */
export async function readLastSegment(options: {
  knex: Knex;
}): Promise<AuditSegment | undefined> {
  const row = await options
    .knex<AuditSegmentRow>('salesforce_audit_segments')
    .orderBy('first_sequence', 'desc')
    .first();
  return row && toSegment(row);
}

/** The newest segment whose content was removed: the chain is verified from its end on. */
export async function readLastRemovedSegment(options: {
  knex: Knex;
}): Promise<AuditSegment | undefined> {
  const row = await options
    .knex<AuditSegmentRow>('salesforce_audit_segments')
    .whereNotNull('removed_at')
    .orderBy('first_sequence', 'desc')
    .first();
  return row && toSegment(row);
}

/** Removes the content of segments that ended before a moment; their checkpoints stay. */
export async function removeSegmentContent(options: {
  knex: Knex;
  endedBefore: string;
  now: string;
}): Promise<number> {
  return options
    .knex<AuditSegmentRow>('salesforce_audit_segments')
    .whereNull('removed_at')
    .where('last_at', '<', options.endedBefore)
    .update({ content: null, removed_at: options.now });
}

function toSegment(row: AuditSegmentRow): AuditSegment {
  return {
    firstSequence: Number(row.first_sequence),
    lastSequence: Number(row.last_sequence),
    firstAt: row.first_at,
    lastAt: row.last_at,
    lastHash: row.last_hash,
    checkpoint: JSON.parse(row.checkpoint),
    sealedAt: row.sealed_at,
    ...(row.content === null ? {} : { content: row.content }),
  };
}
