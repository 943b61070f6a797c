import type { Knex } from 'knex';
import {
  readCallTimes,
  readUnexplained,
  writeOutside,
} from '../../database/operations/inventory/setupChanges';

const rowsPerRound = 1000;
/** Salesforce's clock and ours differ, and a call takes its time. */
const tolerance = 2 * 60_000;

/**
 * Says of each change of setup whether Salesdesk made it: as the integration
 * user, at a time when the audit log knows of a call. Everything else was made
 * outside, and shows on a board.
 */
export async function explainSetupChanges(options: {
  knex: Knex;
  orgId: string;
  integrationUserId: string;
}): Promise<void> {
  const { knex, orgId, integrationUserId } = options;
  for (;;) {
    const rows = await readUnexplained({ knex, orgId, limit: rowsPerRound });
    if (rows.length === 0) return;
    const moment = (at: string, by: number) =>
      new Date(Date.parse(at) + by).toISOString();
    const calls = await readCallTimes({
      knex,
      orgId,
      from: moment(rows[0].at, -tolerance),
      to: moment(rows[rows.length - 1].at, tolerance),
    });
    const isOurs = (row: (typeof rows)[number]) =>
      row.user_id === integrationUserId &&
      calls.some(
        at =>
          at >= moment(row.at, -tolerance) && at <= moment(row.at, tolerance),
      );
    const ours = new Set(rows.filter(isOurs).map(({ id }) => id));
    for (const outside of [true, false]) {
      await writeOutside({
        knex,
        orgId,
        outside,
        ids: rows.map(({ id }) => id).filter(id => ours.has(id) !== outside),
      });
    }
  }
}
