import type { PlannedChange } from '@salesdesk/backstage-plugin-salesforce-node';
import type { ChangeRow } from '../database/tables';
import { isInvokeMethod } from './invokeSalesforce';

/** A change of the plan together with what is known of its execution. */
export interface PlannedWork {
  position: number;
  change: PlannedChange;
  outcome: ChangeRow['outcome'];
  /** A call for it may have left: never repeat without looking. */
  isIntended: boolean;
  /** When a call for it was about to leave; only where it has no outcome yet. */
  intendedAt?: string;
  attempts: number;
  /** The record it concerns, once known (also for creates that were applied). */
  recordId: string | null;
}

/** Reads a stored change back. */
export function toPlannedWork(row: ChangeRow): PlannedWork {
  return {
    position: row.position,
    outcome: row.outcome,
    isIntended: row.outcome === 'pending' && row.intended_at !== null,
    ...(row.outcome === 'pending' && row.intended_at !== null
      ? { intendedAt: row.intended_at }
      : {}),
    attempts: row.attempts,
    recordId: row.applied_record_id ?? row.record_id,
    change: {
      object: row.object,
      recordId: row.record_id,
      operation: row.operation,
      summary: row.summary,
      target: JSON.parse(row.target),
      fields: JSON.parse(row.fields),
      ...(row.record_from === null ? {} : { recordFrom: row.record_from }),
      ...(isInvokeMethod(row.method) ? { method: row.method } : {}),
      ...(row.natural_key === null
        ? {}
        : { naturalKey: JSON.parse(row.natural_key) }),
      ...(row.record_ids === null
        ? {}
        : { recordIds: JSON.parse(row.record_ids) }),
      ...(row.after === null ? {} : { after: JSON.parse(row.after) }),
    },
  };
}

/** The id of the record that a change alters, also where the plan created it. */
export function recordIdOf(
  work: PlannedWork,
  all: PlannedWork[],
): string | null {
  if (work.change.recordFrom !== undefined) {
    return all[work.change.recordFrom]?.recordId ?? null;
  }
  return work.recordId;
}

/** The values to write, with ids of records that the plan created filled in. */
export function valuesOf(
  work: PlannedWork,
  all: PlannedWork[],
): Record<string, unknown> {
  return Object.fromEntries(
    work.change.fields.map(field => [
      field.name,
      field.afterFrom === undefined
        ? field.after
        : all[field.afterFrom]?.recordId ?? null,
    ]),
  );
}
