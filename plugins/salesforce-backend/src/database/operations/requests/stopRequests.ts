import type { Knex } from 'knex';
import type { RequestRow } from '../../tables';

/**
 * Notes that a running request is to stop. The revision stays as it is: it is
 * the worker's, which goes on writing what came of calls that left. The caller
 * holds the lock of the request.
 */
export async function noteStop(options: {
  transaction: Knex.Transaction;
  requestId: string;
  personRef: string;
  now: string;
}): Promise<void> {
  await options
    .transaction<RequestRow>('salesforce_requests')
    .where({ id: options.requestId, state: 'running' })
    .update({
      stop_requested_at: options.now,
      stop_requested_by: options.personRef,
    });
}

/** Whether a request is to stop, as of now. */
export async function isToStop(options: {
  knex: Knex;
  requestId: string;
}): Promise<boolean> {
  const row = await options
    .knex<RequestRow>('salesforce_requests')
    .where({ id: options.requestId })
    .first('stop_requested_at');
  return Boolean(row?.stop_requested_at);
}
