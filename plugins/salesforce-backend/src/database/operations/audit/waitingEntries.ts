import type { Knex } from 'knex';
import type { AuditWaitingRow } from '../../tables';

/** Writes down entries that have no place in the chain yet. Takes no lock. */
export async function insertWaiting(options: {
  transaction: Knex.Transaction;
  /** JSON array of records. */
  entries: string;
}): Promise<void> {
  const { transaction, entries } = options;
  await transaction<AuditWaitingRow>('salesforce_audit_waiting').insert({
    entries,
  });
}

/** Whether any entry waits for its place. */
export async function hasWaiting(options: { knex: Knex }): Promise<boolean> {
  const row = await options
    .knex<AuditWaitingRow>('salesforce_audit_waiting')
    .first('id');
  return row !== undefined;
}

/** What waits, oldest first. Only for the holder of the head's lock. */
export async function readWaiting(options: {
  transaction: Knex.Transaction;
  limit: number;
}): Promise<AuditWaitingRow[]> {
  const { transaction, limit } = options;
  return transaction<AuditWaitingRow>('salesforce_audit_waiting')
    .select('id', 'entries')
    .orderBy('id')
    .limit(limit);
}
