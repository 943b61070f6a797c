import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { RequestRow } from '../../tables';

/** What may be set on a request besides its state and revision. */
export type RequestPatch = Partial<
  Omit<
    RequestRow,
    'number' | 'id' | 'state' | 'revision' | 'created_at' | 'updated_at'
  >
>;

/**
 * Changes a request that is still as it was read: the same state and the same
 * revision. Of any number of writers who read the same revision, exactly one
 * gets `'updated'`; the others get `'conflict'` and have changed nothing.
 */
export async function updateRequest(options: {
  transaction: Knex.Transaction;
  id: string;
  from: { state: RequestState; revision: number };
  to: RequestState;
  patch: RequestPatch;
  at: string;
}): Promise<'updated' | 'conflict'> {
  const { transaction, id, from, to, patch, at } = options;
  const changed = await transaction<RequestRow>('salesforce_requests')
    .where({ id, state: from.state, revision: from.revision })
    .update({
      ...patch,
      state: to,
      revision: from.revision + 1,
      updated_at: at,
    });
  return changed === 1 ? 'updated' : 'conflict';
}
