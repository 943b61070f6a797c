import type { Knex } from 'knex';
import { inBatches } from '../../inBatches';

/** A change of setup of which it is not said who made it. */
export interface UnexplainedRow {
  id: string;
  user_id: string | null;
  at: string;
}

/** Changes of setup that were read since this was last looked at. */
export async function readUnexplained(options: {
  knex: Knex;
  orgId: string;
  limit: number;
}): Promise<UnexplainedRow[]> {
  const { knex, orgId, limit } = options;
  return knex('salesforce_inventory_setup_changes')
    .where({ org_id: orgId })
    .whereNull('outside')
    .orderBy('at')
    .limit(limit)
    .select('id', 'user_id', 'at');
}

export async function writeOutside(options: {
  knex: Knex;
  orgId: string;
  ids: string[];
  outside: boolean;
}): Promise<void> {
  const { knex, orgId, outside } = options;
  await inBatches(options.ids, ids =>
    knex('salesforce_inventory_setup_changes')
      .where({ org_id: orgId })
      .whereIn('id', ids)
      .update({ outside }),
  );
}

/** When calls that changed an org were made, by the audit log. */
export async function readCallTimes(options: {
  knex: Knex;
  orgId: string;
  from: string;
  to: string;
}): Promise<string[]> {
  const { knex, orgId, from, to } = options;
  const rows: Array<{ at: string }> = await knex('salesforce_audit_entries')
    .where({ org_id: orgId })
    .where('type', 'like', 'call.%')
    .whereBetween('at', [from, to])
    .orderBy('at')
    .select('at');
  return rows.map(({ at }) => at);
}
