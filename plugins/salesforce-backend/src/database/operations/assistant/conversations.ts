import type { Knex } from 'knex';
import type { ConversationRow } from '../../tables';

const table = 'salesforce_conversations';

export async function insertConversation(options: {
  knex: Knex;
  row: ConversationRow;
}): Promise<void> {
  await options.knex<ConversationRow>(table).insert(options.row);
}

/** Undefined for other people's: nobody reads a conversation but who had it. */
export async function readConversation(options: {
  knex: Knex;
  id: string;
  personRef: string;
}): Promise<ConversationRow | undefined> {
  const { knex, id, personRef } = options;
  return knex<ConversationRow>(table)
    .where({ id, person_ref: personRef })
    .first();
}

/** The last used first, from after a place in that order. */
export async function listConversations(options: {
  knex: Knex;
  personRef: string;
  after?: { updatedAt: string; id: string };
  limit: number;
}): Promise<ConversationRow[]> {
  const { knex, personRef, after, limit } = options;
  return knex<ConversationRow>(table)
    .where('person_ref', personRef)
    .modify(query => {
      if (!after) return;
      query.where(inner =>
        inner
          .where('updated_at', '<', after.updatedAt)
          .orWhere(same =>
            same
              .where('updated_at', after.updatedAt)
              .andWhere('id', '<', after.id),
          ),
      );
    })
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .select();
}

/**
 * Takes the next place in a conversation. Two turns at the same time cannot
 * both take it: whoever finds another count changes no row.
 */
export async function advanceConversation(options: {
  transaction: Knex.Transaction;
  id: string;
  turnCount: number;
  title: string;
  at: string;
}): Promise<boolean> {
  const { transaction, id, turnCount, title, at } = options;
  const changed = await transaction<ConversationRow>(table)
    .where({ id, turn_count: turnCount })
    .update({ turn_count: turnCount + 1, title, updated_at: at });
  return changed === 1;
}

/** The turns go with it. */
export async function deleteConversation(options: {
  knex: Knex;
  id: string;
  personRef: string;
}): Promise<boolean> {
  const { knex, id, personRef } = options;
  const removed = await knex<ConversationRow>(table)
    .where({ id, person_ref: personRef })
    .delete();
  return removed === 1;
}
