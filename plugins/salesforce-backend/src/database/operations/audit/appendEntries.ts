import type { Knex } from 'knex';
import { isPostgres } from '../../isPostgres';
import type { ChainedEntry, ChainHead } from '../../../audit/chainEntries';

/**
 * Locks the head of the chain until the transaction ends and returns it. This
 * lock is what keeps replicas from forking the chain: whoever wants to append
 * waits here.
 */
export async function lockHead(options: {
  transaction: Knex.Transaction;
}): Promise<ChainHead> {
  const { transaction } = options;
  // SQLite has one writer at a time and no FOR UPDATE; the write lock is taken
  // by an update that changes nothing.
  const canLockRows = isPostgres(transaction);
  if (!canLockRows) {
    await transaction('salesforce_audit_head')
      .where({ id: 1 })
      .update({ id: 1 });
  }
  const query = transaction('salesforce_audit_head')
    .where({ id: 1 })
    .first('log_id', 'sequence', 'hash');
  const row = await (canLockRows ? query.forUpdate() : query);
  if (!row) throw new Error('The head of the audit log is missing');
  return { log: row.log_id, sequence: Number(row.sequence), hash: row.hash };
}

// SQLite takes 500 rows in one insert.
const rowsPerInsert = 500;

/**
 * Adds entries behind the locked head, moves it, and takes them from where they
 * waited. Only for the holder of the lock that {@link lockHead} took in the same
 * transaction. Everybody else waits meanwhile, so PostgreSQL gets it all in one
 * statement.
 */
export async function appendEntries(options: {
  transaction: Knex.Transaction;
  entries: ChainedEntry[];
  waitingIds: Array<number | string>;
}): Promise<void> {
  const { transaction, entries, waitingIds } = options;
  const rows = entries.map(toRow);
  const subjects = entries.flatMap(entry =>
    entry.subjects.map(subject => ({ sequence: entry.sequence, subject })),
  );
  const last = entries[entries.length - 1];

  if (isPostgres(transaction)) {
    await transaction.raw(
      `with entries as (
         insert into salesforce_audit_entries
         select * from json_populate_recordset(null::salesforce_audit_entries, ?)
       ), subjects as (
         insert into salesforce_audit_subjects
         select * from json_populate_recordset(null::salesforce_audit_subjects, ?)
       ), placed as (
         delete from salesforce_audit_waiting where id = any(?::bigint[])
       )
       update salesforce_audit_head set sequence = ?, hash = ? where id = 1`,
      [
        JSON.stringify(rows),
        JSON.stringify(subjects),
        waitingIds.map(String),
        last.sequence,
        last.hash,
      ],
    );
    return;
  }

  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    await transaction('salesforce_audit_entries').insert(
      rows.slice(start, start + rowsPerInsert),
    );
  }
  for (let start = 0; start < subjects.length; start += rowsPerInsert) {
    await transaction('salesforce_audit_subjects').insert(
      subjects.slice(start, start + rowsPerInsert),
    );
  }
  await transaction('salesforce_audit_waiting')
    .whereIn('id', waitingIds)
    .delete();
  await transaction('salesforce_audit_head')
    .where({ id: 1 })
    .update({ sequence: last.sequence, hash: last.hash });
}

function toRow(entry: ChainedEntry) {
  return {
    sequence: entry.sequence,
    at: entry.at,
    type: entry.type,
    actor: entry.actor,
    org_id: entry.org,
    action_id: entry.action,
    request_id: entry.requestId,
    summary: entry.summary,
    body: entry.body,
    previous_hash: entry.previousHash,
    hash: entry.hash,
  };
}
