import type { Knex } from 'knex';
import { listSyncs } from '../../database/operations/inventory/syncs';
import { hasEndedSince } from '../../database/operations/requests/hasEndedSince';
import type { InventorySyncRow } from '../../database/tables';
import type { InventorySettings } from './inventorySettings';

/**
 * Which sync of an org is due by the schedule. What a request changed shows on
 * boards within minutes, without waiting for the hour.
 */
export async function dueMode(options: {
  knex: Knex;
  orgId: string;
  settings: InventorySettings;
  now: () => Date;
}): Promise<InventorySyncRow['mode'] | undefined> {
  const { knex, orgId, settings, now } = options;
  const [[full], [last]] = await Promise.all([
    listSyncs({ knex, orgId, mode: 'full', limit: 1 }),
    listSyncs({ knex, orgId, limit: 1 }),
  ]);
  const age = (sync: InventorySyncRow | undefined) =>
    sync ? now().getTime() - Date.parse(sync.created_at) : Infinity;
  if (age(full) >= settings.fullEvery) return 'full';
  const isDue =
    age(last) >= settings.incrementalEvery ||
    (age(last) >= settings.afterRequestsEvery &&
      (await hasEndedSince({ knex, orgId, since: last.created_at })));
  return isDue ? 'incremental' : undefined;
}
