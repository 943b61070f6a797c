import type { Knex } from 'knex';
import type { SavedQueryRow } from '../../tables';

const table = 'salesforce_saved_queries';

export async function insertSavedQuery(options: {
  knex: Knex;
  row: SavedQueryRow;
}): Promise<void> {
  await options.knex<SavedQueryRow>(table).insert(options.row);
}

/** One's own of an org, and those that others share. */
export async function listSavedQueries(options: {
  knex: Knex;
  orgId: string;
  personRef: string;
  limit: number;
}): Promise<SavedQueryRow[]> {
  const { knex, orgId, personRef, limit } = options;
  return knex<SavedQueryRow>(table)
    .where('org_id', orgId)
    .andWhere(inner =>
      inner.where('owner_ref', personRef).orWhere('shared', true),
    )
    .orderBy('title')
    .orderBy('id')
    .limit(limit)
    .select();
}

export async function countSavedQueries(options: {
  knex: Knex;
  personRef: string;
}): Promise<number> {
  const { knex, personRef } = options;
  const [row] = await knex<SavedQueryRow>(table)
    .where('owner_ref', personRef)
    .count({ count: '*' });
  return Number(row.count);
}

/** False where the person has no such query: others change only their own. */
export async function updateSavedQuery(options: {
  knex: Knex;
  id: string;
  personRef: string;
  values: Pick<
    SavedQueryRow,
    'org_id' | 'title' | 'query' | 'shared' | 'updated_at'
  >;
}): Promise<boolean> {
  const { knex, id, personRef, values } = options;
  const changed = await knex<SavedQueryRow>(table)
    .where({ id, owner_ref: personRef })
    .update(values);
  return changed === 1;
}

/** False where the person has no such query. */
export async function deleteSavedQuery(options: {
  knex: Knex;
  id: string;
  personRef: string;
}): Promise<boolean> {
  const { knex, id, personRef } = options;
  const removed = await knex<SavedQueryRow>(table)
    .where({ id, owner_ref: personRef })
    .delete();
  return removed === 1;
}
