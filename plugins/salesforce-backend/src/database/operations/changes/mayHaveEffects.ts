import type { Knex } from 'knex';
import type { ChangeRow } from '../../tables';

/**
 * Whether a plan may have changed something in Salesforce: a change took effect,
 * nobody knows whether one did, or a call left and its reply was never seen.
 */
export async function mayHaveEffects(options: {
  knex: Knex | Knex.Transaction;
  requestId: string;
  planVersion: number;
}): Promise<boolean> {
  const row = await options
    .knex<ChangeRow>('salesforce_changes')
    .where({
      request_id: options.requestId,
      plan_version: options.planVersion,
    })
    .where(begun =>
      begun
        .whereIn('outcome', ['applied', 'unknown'])
        .orWhere(unseen =>
          unseen.where('outcome', 'pending').whereNotNull('intended_at'),
        ),
    )
    .first('position');
  return row !== undefined;
}
