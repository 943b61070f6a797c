import type { Knex } from 'knex';
import type { RequestRow, SeatQueueRow } from '../../tables';

const table = 'salesforce_seat_queue';

/** An entry, with how its request stands. */
export type QueuedRequest = SeatQueueRow &
  Pick<RequestRow, 'title'> & {
    request_state: RequestRow['state'];
    request_blockers: string;
  };

/** Puts a request at the end of the queue; a second time violates its index. */
export async function insertSeatEntry(options: {
  transaction: Knex.Transaction;
  row: Omit<SeatQueueRow, 'number'>;
}): Promise<void> {
  await options.transaction<SeatQueueRow>(table).insert(options.row);
}

export async function findSeatEntry(options: {
  knex: Knex | Knex.Transaction;
  requestId: string;
}): Promise<SeatQueueRow | undefined> {
  return options
    .knex<SeatQueueRow>(table)
    .where({ request_id: options.requestId })
    .first();
}

/** Every entry of an org, the first first. */
export async function listSeatQueue(options: {
  knex: Knex;
  orgId: string;
}): Promise<QueuedRequest[]> {
  return options
    .knex(table)
    .join(
      'salesforce_requests',
      'salesforce_requests.id',
      `${table}.request_id`,
    )
    .where({ [`${table}.org_id`]: options.orgId })
    .orderBy(`${table}.number`)
    .select<QueuedRequest[]>(
      `${table}.*`,
      'salesforce_requests.title',
      'salesforce_requests.state as request_state',
      'salesforce_requests.blockers as request_blockers',
    );
}

/** Orgs in which something waits or was started, and when seats were counted last. */
export async function listQueuedOrgs(options: {
  knex: Knex;
}): Promise<Array<{ org_id: string; checked_at: string | null }>> {
  return options
    .knex<SeatQueueRow>(table)
    .groupBy('org_id')
    .select('org_id')
    .min({ checked_at: 'checked_at' });
}

export async function noteSeatCheck(options: {
  knex: Knex;
  orgId: string;
  now: string;
}): Promise<void> {
  await options
    .knex<SeatQueueRow>(table)
    .where({ org_id: options.orgId })
    .update({ checked_at: options.now });
}

/**
 * Moves an entry from one state to the other. False when somebody was faster:
 * of any number of replicas one starts a request.
 */
export async function moveSeatEntry(options: {
  transaction: Knex | Knex.Transaction;
  requestId: string;
  from: SeatQueueRow['state'];
  to: SeatQueueRow['state'];
  /** What it waits for now, where that is something else. */
  pools?: string;
}): Promise<boolean> {
  const { transaction, requestId, from, to, pools } = options;
  const moved = await transaction<SeatQueueRow>(table)
    .where({ request_id: requestId, state: from })
    .update({ state: to, ...(pools === undefined ? {} : { pools }) });
  return moved === 1;
}

/** Takes a request out of the queue; tells whether it was in it. */
export async function deleteSeatEntry(options: {
  transaction: Knex | Knex.Transaction;
  requestId: string;
}): Promise<boolean> {
  const deleted = await options
    .transaction<SeatQueueRow>(table)
    .where({ request_id: options.requestId })
    .delete();
  return deleted === 1;
}
