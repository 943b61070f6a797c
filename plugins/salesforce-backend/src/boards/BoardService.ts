import {
  SalesdeskError,
  type Board,
  type BoardBody,
  type BoardCharts,
  type BoardCounts,
  type BoardList,
  type BoardTargets,
  type InventoryPage,
  type Person,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import {
  deleteBoard,
  findBoard,
  insertBoard,
  readBoards,
  updateBoard,
} from '../database/operations/boards/boards';
import type { BoardRow } from '../database/tables';
import type { InventoryReader } from '../inventory';
import {
  maySee,
  stored,
  toBoard,
  toBuiltIn,
  type BoardReader,
} from './boardViews';
import { builtInBoards } from './builtInBoards';
import { csvOf } from '../inventory/csvOf';

/** A request may have no more. */
const mostTargets = 5000;
const rowsPerRead = 2000;

/**
 * Boards: questions to the inventory that are kept and shared. Whoever may read
 * the inventory sees the same rows, whoever made the board.
 */
export class BoardService {
  readonly #knex: Knex;
  readonly #inventory: InventoryReader;
  readonly #describePeople: (refs: string[]) => Promise<Person[]>;
  readonly #now: () => Date;
  readonly #newId: () => string;

  static create(options: {
    knex: Knex;
    inventory: InventoryReader;
    describePeople(refs: string[]): Promise<Person[]>;
    now: () => Date;
    newId: () => string;
  }): BoardService {
    return new BoardService(options);
  }

  private constructor(options: {
    knex: Knex;
    inventory: InventoryReader;
    describePeople(refs: string[]): Promise<Person[]>;
    now: () => Date;
    newId: () => string;
  }) {
    this.#knex = options.knex;
    this.#inventory = options.inventory;
    this.#describePeople = options.describePeople;
    this.#now = options.now;
    this.#newId = options.newId;
  }

  async list(reader: BoardReader): Promise<BoardList> {
    const rows = (await readBoards({ knex: this.#knex })).filter(row =>
      maySee(row, reader),
    );
    return {
      items: [
        ...builtInBoards.map(toBuiltIn),
        ...(await this.#views(rows, reader)),
      ],
    };
  }

  /** Throws NotFoundError, also for boards that are not shared with the reader. */
  async get(boardId: string, reader: BoardReader): Promise<Board> {
    const builtIn = builtInBoards.find(({ id }) => id === boardId);
    if (builtIn) return toBuiltIn(builtIn);
    const [board] = await this.#views(
      [await this.#row(boardId, reader)],
      reader,
    );
    return board;
  }

  /** Throws InputError for fields that there are not. */
  async create(body: BoardBody, reader: BoardReader): Promise<Board> {
    await this.#check(body);
    const at = this.#now().toISOString();
    const row: BoardRow = {
      id: this.#newId(),
      owner_ref: reader.ref,
      ...stored(body),
      revision: 1,
      created_at: at,
      updated_at: at,
    };
    await insertBoard({ knex: this.#knex, row });
    return this.get(row.id, reader);
  }

  /** Throws ConflictError, `version_conflict`, when it changed meanwhile. */
  async update(
    boardId: string,
    body: BoardBody,
    reader: BoardReader,
  ): Promise<Board> {
    const row = await this.#own(boardId, reader);
    await this.#check(body);
    const changed =
      (body.expectedRevision ?? row.revision) === row.revision &&
      (await updateBoard({
        knex: this.#knex,
        boardId,
        revision: row.revision,
        changes: { ...stored(body), updated_at: this.#now().toISOString() },
      }));
    if (!changed) {
      throw new SalesdeskError(
        'ConflictError',
        `Board '${row.title}' was changed meanwhile`,
        { code: 'version_conflict' },
      );
    }
    return this.get(boardId, reader);
  }

  async delete(boardId: string, reader: BoardReader): Promise<void> {
    await this.#own(boardId, reader);
    await deleteBoard({ knex: this.#knex, boardId });
  }

  async rows(options: {
    boardId: string;
    orgId: string;
    reader: BoardReader;
    search?: string;
    sort?: string;
    cursor?: string;
    limit: number;
    ids?: string[];
    withTotal?: boolean;
  }): Promise<InventoryPage> {
    const { orgId, sort, search, cursor, limit, ids, withTotal } = options;
    const { definition } = await this.get(options.boardId, options.reader);
    return this.#inventory.query({
      orgId,
      body: {
        object: definition.object,
        fields: definition.columns,
        filters: definition.filters,
        sort: sort
          ? { field: sort.replace(/^-/, ''), descending: sort.startsWith('-') }
          : definition.sort,
        search,
        cursor,
        limit,
        ids,
        withTotal,
      },
    });
  }

  async charts(options: {
    boardId: string;
    orgId: string;
    reader: BoardReader;
  }): Promise<BoardCharts> {
    const { definition } = await this.get(options.boardId, options.reader);
    const items: BoardCharts['items'] = [];
    for (const chart of definition.charts ?? []) {
      const { items: groups } = await this.#inventory.groups({
        orgId: options.orgId,
        body: {
          object: definition.object,
          filters: definition.filters,
          field: chart.field,
          sum: chart.sum,
        },
      });
      items.push({ title: chart.title, field: chart.field, groups });
    }
    return { items };
  }

  /** How many rows each board has; without a number where it cannot be asked. */
  async counts(options: {
    orgId: string;
    reader: BoardReader;
  }): Promise<BoardCounts> {
    const { items } = await this.list(options.reader);
    const counted: BoardCounts['items'] = [];
    for (const { id, definition } of items) {
      const { object, filters } = definition;
      const count = await this.#inventory
        .count({ orgId: options.orgId, body: { object, filters } })
        .catch(ignoreInputError);
      counted.push({
        boardId: id,
        ...(count === undefined ? {} : { count }),
      });
    }
    return { items: counted };
  }

  /** Lines of CSV, page after page. */
  async csv(options: {
    boardId: string;
    orgId: string;
    reader: BoardReader;
  }): Promise<AsyncIterable<string>> {
    const first = await this.rows({ ...options, limit: rowsPerRead });
    const next = (cursor: string) =>
      this.rows({ ...options, cursor, limit: rowsPerRead });
    return csvOf(first, next);
  }

  /** Users of rows, each once, as the input of one request names them. */
  async targets(options: {
    boardId: string;
    orgId: string;
    reader: BoardReader;
    ids?: string[];
    search?: string;
  }): Promise<BoardTargets> {
    const users = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await this.rows({ ...options, cursor, limit: rowsPerRead });
      for (const { target } of page.items) if (target) users.add(target);
      cursor = page.nextCursor;
    } while (cursor && users.size <= mostTargets);
    return {
      users: [...users].slice(0, mostTargets),
      truncated: users.size > mostTargets || cursor !== undefined,
    };
  }

  /** Asks for one row: what cannot be asked is found out now. */
  async #check({ definition }: BoardBody): Promise<void> {
    const { object, columns, filters, sort, charts = [] } = definition;
    await this.#inventory.query({
      orgId: '',
      body: { object, fields: columns, filters, sort, limit: 1 },
    });
    for (const { field, sum } of charts) {
      await this.#inventory.groups({
        orgId: '',
        body: { object, filters, field, sum, limit: 1 },
      });
    }
  }

  async #row(boardId: string, reader: BoardReader): Promise<BoardRow> {
    const row = await findBoard({ knex: this.#knex, boardId });
    if (!row || !maySee(row, reader)) {
      throw new SalesdeskError(
        'NotFoundError',
        `There is no board '${boardId}'`,
        {
          code: 'not_found',
        },
      );
    }
    return row;
  }

  async #own(boardId: string, reader: BoardReader): Promise<BoardRow> {
    if (builtInBoards.some(({ id }) => id === boardId)) {
      throw new SalesdeskError(
        'NotAllowedError',
        'A built-in board stays as it is: copy it to change it',
        { code: 'not_permitted' },
      );
    }
    const row = await this.#row(boardId, reader);
    if (row.owner_ref !== reader.ref) {
      throw new SalesdeskError(
        'NotAllowedError',
        `Only its owner changes board '${row.title}'`,
        { code: 'not_permitted' },
      );
    }
    return row;
  }

  async #views(rows: BoardRow[], reader: BoardReader): Promise<Board[]> {
    const owners = await this.#describePeople(
      rows.map(({ owner_ref }) => owner_ref),
    );
    return rows.map((row, index) => toBoard(row, owners[index], reader));
  }
}

/** A kept question may name what the inventory no longer has. */
function ignoreInputError(error: Error): undefined {
  if (error.name !== 'InputError') throw error;
}
