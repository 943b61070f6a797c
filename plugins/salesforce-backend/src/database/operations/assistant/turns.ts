import type { Knex } from 'knex';
import type { TurnRow } from '../../tables';

const table = 'salesforce_turns';

export async function insertTurn(options: {
  transaction: Knex.Transaction;
  row: TurnRow;
}): Promise<void> {
  await options.transaction<TurnRow>(table).insert(options.row);
}

/** The last turns of a conversation, oldest first. */
export async function listTurns(options: {
  knex: Knex;
  conversationId: string;
  last: number;
}): Promise<TurnRow[]> {
  const { knex, conversationId, last } = options;
  const rows = await knex<TurnRow>(table)
    .where('conversation_id', conversationId)
    .orderBy('position', 'desc')
    .limit(last)
    .select();
  return rows.reverse();
}

export async function readTurn(options: {
  knex: Knex;
  conversationId: string;
  id: string;
}): Promise<TurnRow | undefined> {
  const { knex, conversationId, id } = options;
  return knex<TurnRow>(table)
    .where({ id, conversation_id: conversationId })
    .first();
}

/**
 * Changes a turn that still runs. False when it was cancelled or finished in
 * the meantime: what comes later is dropped.
 */
export async function changeRunningTurn(options: {
  knex: Knex;
  id: string;
  change: Partial<TurnRow>;
}): Promise<boolean> {
  const { knex, id, change } = options;
  const changed = await knex<TurnRow>(table)
    .where({ id, state: 'running' })
    .update(change);
  return changed === 1;
}
