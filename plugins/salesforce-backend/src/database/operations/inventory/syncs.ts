import type { Knex } from 'knex';
import type { InventorySyncRow, InventorySyncStepRow } from '../../tables';

const table = 'salesforce_inventory_syncs';

/**
 * Puts a sync into the queue, unless its org has one that is not over: then
 * nothing happens, whoever asks at the same time.
 */
export async function insertSync(options: {
  knex: Knex;
  row: Omit<InventorySyncRow, 'number'>;
}): Promise<void> {
  await options
    .knex<InventorySyncRow>(table)
    .insert(options.row)
    .onConflict('open_key')
    .ignore();
}

/** The sync of an org that is not over. */
export async function findOpenSync(options: {
  knex: Knex;
  orgId: string;
}): Promise<InventorySyncRow | undefined> {
  return options
    .knex<InventorySyncRow>(table)
    .where({ open_key: options.orgId })
    .first();
}

export async function findSync(options: {
  knex: Knex;
  orgId: string;
  syncId: string;
}): Promise<InventorySyncRow | undefined> {
  return options
    .knex<InventorySyncRow>(table)
    .where({ id: options.syncId, org_id: options.orgId })
    .first();
}

/** Syncs of an org, newest first. */
export async function listSyncs(options: {
  knex: Knex;
  orgId: string;
  before?: number;
  state?: InventorySyncRow['state'];
  mode?: InventorySyncRow['mode'];
  limit: number;
}): Promise<InventorySyncRow[]> {
  const { knex, orgId, before, state, mode, limit } = options;
  return knex<InventorySyncRow>(table)
    .where({ org_id: orgId })
    .modify(query => {
      if (before !== undefined) query.where('number', '<', before);
      if (state) query.where({ state });
      if (mode) query.where({ mode });
    })
    .orderBy('number', 'desc')
    .limit(limit);
}

/**
 * Takes the lease of one sync that is due: queued or waiting past its time, or
 * running with a lease that ran out. The update is conditional on what was
 * read, so of any number of replicas one gets it, with a higher ticket than
 * every earlier one.
 */
export async function claimSync(options: {
  knex: Knex;
  owner: string;
  now: string;
  leaseUntil: string;
}): Promise<InventorySyncRow | undefined> {
  const { knex, owner, now, leaseUntil } = options;
  const due = await knex<InventorySyncRow>(table)
    .whereNotNull('open_key')
    .where(query =>
      query
        .where(waiting =>
          waiting
            .whereIn('state', ['queued', 'waiting'])
            .where('run_at', '<=', now),
        )
        .orWhere(lost =>
          lost.where('state', 'running').where('lease_until', '<', now),
        ),
    )
    .orderBy('run_at')
    .limit(10);
  for (const sync of due) {
    const claim = {
      state: 'running' as const,
      lease_owner: owner,
      lease_until: leaseUntil,
      ticket: sync.ticket + 1,
      attempts: sync.attempts + 1,
      started_at: sync.started_at ?? now,
      updated_at: now,
    };
    const claimed = await knex<InventorySyncRow>(table)
      .where({ id: sync.id, ticket: sync.ticket, state: sync.state })
      // a holder that renewed its lease since is still at work
      .modify(query => {
        if (sync.state === 'running') query.where('lease_until', '<', now);
      })
      .update(claim);
    if (claimed === 1) return { ...sync, ...claim };
  }
  return undefined;
}

/**
 * Changes a sync as the holder of its ticket. False when somebody else holds
 * it by now: then nothing that hangs on it may be written.
 */
export async function updateHeldSync(options: {
  transaction: Knex | Knex.Transaction;
  syncId: string;
  ticket: number;
  changes: Partial<InventorySyncRow>;
}): Promise<boolean> {
  const { transaction, syncId, ticket, changes } = options;
  const held = await transaction<InventorySyncRow>(table)
    .where({ id: syncId, ticket, state: 'running' })
    .update(changes);
  return held === 1;
}

/** The steps of syncs, in their order. */
export async function readSteps(options: {
  knex: Knex;
  syncIds: string[];
}): Promise<InventorySyncStepRow[]> {
  return options
    .knex<InventorySyncStepRow>('salesforce_inventory_sync_steps')
    .whereIn('sync_id', options.syncIds)
    .orderBy('position');
}

export async function insertSteps(options: {
  transaction: Knex.Transaction;
  steps: InventorySyncStepRow[];
}): Promise<void> {
  await options
    .transaction<InventorySyncStepRow>('salesforce_inventory_sync_steps')
    .insert(options.steps);
}

/** Writes how far a step is; the caller holds the sync in this transaction. */
export async function updateStep(options: {
  transaction: Knex.Transaction;
  step: InventorySyncStepRow;
}): Promise<void> {
  const { sync_id, object, ...changes } = options.step;
  await options
    .transaction<InventorySyncStepRow>('salesforce_inventory_sync_steps')
    .where({ sync_id, object })
    .update(changes);
}
