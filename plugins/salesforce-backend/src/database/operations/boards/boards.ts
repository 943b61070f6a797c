import type { Knex } from 'knex';
import type { BoardRow } from '../../tables';

const table = 'salesforce_boards';

/** Every board that people keep; there are as many as people care for. */
export async function readBoards(options: { knex: Knex }): Promise<BoardRow[]> {
  return options.knex<BoardRow>(table).orderBy('title').limit(2000);
}

export async function findBoard(options: {
  knex: Knex;
  boardId: string;
}): Promise<BoardRow | undefined> {
  return options.knex<BoardRow>(table).where({ id: options.boardId }).first();
}

export async function insertBoard(options: {
  knex: Knex;
  row: BoardRow;
}): Promise<void> {
  await options.knex<BoardRow>(table).insert(options.row);
}

/** False when somebody changed the board since this revision. */
export async function updateBoard(options: {
  knex: Knex;
  boardId: string;
  revision: number;
  changes: Partial<BoardRow>;
}): Promise<boolean> {
  const { knex, boardId, revision, changes } = options;
  const changed = await knex<BoardRow>(table)
    .where({ id: boardId, revision })
    .update({ ...changes, revision: revision + 1 });
  return changed === 1;
}

export async function deleteBoard(options: {
  knex: Knex;
  boardId: string;
}): Promise<void> {
  await options.knex<BoardRow>(table).where({ id: options.boardId }).delete();
}
