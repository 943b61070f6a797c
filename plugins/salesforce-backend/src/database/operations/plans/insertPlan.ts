import type { PlannedChange } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { inBatches } from '../../inBatches';
import type { ChangeRow, PlanRow } from '../../tables';

/** Stores a plan and its changes. A version is written once. */
export async function insertPlan(options: {
  transaction: Knex.Transaction;
  plan: PlanRow;
  changes: readonly PlannedChange[];
}): Promise<void> {
  const { transaction, plan } = options;
  await transaction<PlanRow>('salesforce_plans').insert(plan);
  const rows = options.changes.map(
    (change, position): ChangeRow => ({
      request_id: plan.request_id,
      plan_version: plan.version,
      position,
      object: change.object,
      record_id: change.recordId,
      operation: change.operation,
      method: change.method ?? null,
      summary: change.summary,
      target: JSON.stringify(change.target),
      fields: JSON.stringify(change.fields),
      natural_key: change.naturalKey ? JSON.stringify(change.naturalKey) : null,
      record_from: change.recordFrom ?? null,
      after: change.after ? JSON.stringify(change.after) : null,
      record_ids: change.recordIds ? JSON.stringify(change.recordIds) : null,
      outcome: 'pending',
      outcome_detail: null,
      applied_record_id: null,
      call_ticket: null,
      attempts: 0,
      intended_at: null,
      finished_at: null,
    }),
  );
  await inBatches(rows, batch =>
    transaction<ChangeRow>('salesforce_changes').insert(batch),
  );
}
