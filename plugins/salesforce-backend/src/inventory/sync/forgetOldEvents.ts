import type { Knex } from 'knex';
import { deleteChangesBefore } from '../../database/operations/inventory/changes';
import { deleteEventsBefore } from '../../database/operations/inventory/deleteEventsBefore';
import { inventoryObjects } from '../model';

const day = 86_400_000;
const daysOfChanges = 180;

/** Events are kept as long as they are read for, changes for half a year. */
export async function forgetOldEvents(options: {
  knex: Knex;
  orgId: string;
  now: Date;
}): Promise<void> {
  const { knex, orgId, now } = options;
  const before = (days: number) =>
    new Date(now.getTime() - days * day).toISOString();
  for (const object of inventoryObjects) {
    const { detection } = object;
    if (detection.by !== 'appended') continue;
    const column = object.columns.find(({ path }) => path === detection.path);
    if (!column) continue;
    await deleteEventsBefore({
      knex,
      object,
      orgId,
      column: column.column,
      before: before(detection.days),
    });
  }
  await deleteChangesBefore({ knex, before: before(daysOfChanges) });
}
