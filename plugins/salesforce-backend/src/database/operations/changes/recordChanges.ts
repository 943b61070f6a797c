import type { Knex } from 'knex';
import type { ChangeRow } from '../../tables';

/**
 * Writes down that a call for these changes is about to leave. Only changes
 * without an outcome are taken; the caller holds the job in this transaction.
 */
export async function intendChanges(options: {
  transaction: Knex.Transaction;
  requestId: string;
  planVersion: number;
  positions: number[];
  ticket: number;
  now: string;
}): Promise<void> {
  const intended = await options
    .transaction<ChangeRow>('salesforce_changes')
    .where({
      request_id: options.requestId,
      plan_version: options.planVersion,
      outcome: 'pending',
    })
    .whereIn('position', options.positions)
    .update({
      call_ticket: options.ticket,
      intended_at: options.now,
      attempts: options.transaction.raw('attempts + 1'),
    });
  if (intended !== options.positions.length) {
    throw new Error(
      `${options.positions.length} changes of request '${options.requestId}' were to be intended, ${intended} could be`,
    );
  }
}

/** Leaves out what was not done, when a request ends before its end. */
export async function leaveOutPending(options: {
  transaction: Knex.Transaction;
  requestId: string;
  planVersion: number;
  message: string;
  now: string;
}): Promise<void> {
  const { transaction, requestId, planVersion, message, now } = options;
  await transaction<ChangeRow>('salesforce_changes')
    .where({
      request_id: requestId,
      plan_version: planVersion,
      outcome: 'pending',
    })
    .update({
      outcome: 'skipped',
      outcome_detail: JSON.stringify({ message }),
      finished_at: now,
    });
}

/** What became of one change. */
export interface ChangeRecord {
  position: number;
  outcome: ChangeRow['outcome'];
  recordId?: string;
  detail?: { code?: string; message: string; details?: string };
}

/**
 * Records outcomes; the caller holds the job in this transaction. Changes that
 * ended alike without detail are one statement.
 */
export async function recordOutcomes(options: {
  transaction: Knex.Transaction;
  requestId: string;
  planVersion: number;
  records: ChangeRecord[];
  now: string;
}): Promise<void> {
  const { transaction, requestId, planVersion, now } = options;
  const alike = new Map<string, number[]>();
  for (const record of options.records) {
    const key = JSON.stringify([
      record.outcome,
      record.recordId ?? null,
      record.detail ?? null,
    ]);
    alike.set(key, [...(alike.get(key) ?? []), record.position]);
  }
  for (const [key, positions] of alike) {
    const [outcome, recordId, detail] = JSON.parse(key);
    await transaction<ChangeRow>('salesforce_changes')
      .where({ request_id: requestId, plan_version: planVersion })
      .whereIn('position', positions)
      .update({
        outcome,
        outcome_detail: detail === null ? null : JSON.stringify(detail),
        ...(recordId === null ? {} : { applied_record_id: recordId }),
        intended_at:
          outcome === 'pending' ? null : transaction.ref('intended_at'),
        finished_at: outcome === 'pending' ? null : now,
      });
  }
}

/** Every change of a plan, in order. */
export async function readChanges(options: {
  knex: Knex | Knex.Transaction;
  requestId: string;
  planVersion: number;
}): Promise<ChangeRow[]> {
  return options
    .knex<ChangeRow>('salesforce_changes')
    .where({
      request_id: options.requestId,
      plan_version: options.planVersion,
    })
    .orderBy('position');
}
