import {
  SalesdeskError,
  type Conversation,
  type ConversationPage,
  type InterpreterKind,
  type PageContext,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import {
  advanceConversation,
  deleteConversation,
  insertConversation,
  listConversations,
  readConversation,
} from '../database/operations/assistant/conversations';
import {
  changeRunningTurn,
  insertTurn,
  listTurns,
  readTurn,
} from '../database/operations/assistant/turns';
import type { ConversationRow, TurnRow } from '../database/tables';
import { decodeCursor, encodeCursor } from '../requests/cursor';
import { conversationSummary, conversationView } from './turnViews';

/** A conversation is shown with so many of its last turns. */
const mostTurns = 200;
const longestTitle = 80;

const place = z.object({ updatedAt: z.string(), id: z.string() });

/** Conversations in the host's database. Everything is of one person. */
export class ConversationStore {
  readonly #knex: Knex;
  readonly #now: () => Date;
  readonly #newId: () => string;

  constructor(options: { knex: Knex; now: () => Date; newId: () => string }) {
    this.#knex = options.knex;
    this.#now = options.now;
    this.#newId = options.newId;
  }

  async create(options: {
    personRef: string;
    org?: string;
  }): Promise<Conversation> {
    const at = this.#now().toISOString();
    const row: ConversationRow = {
      id: this.#newId(),
      person_ref: options.personRef,
      org_id: options.org ?? null,
      title: 'New conversation',
      turn_count: 0,
      created_at: at,
      updated_at: at,
    };
    await insertConversation({ knex: this.#knex, row });
    return conversationView(row, []);
  }

  async list(options: {
    personRef: string;
    cursor?: string;
    limit: number;
  }): Promise<ConversationPage> {
    const { personRef, cursor, limit } = options;
    const rows = await listConversations({
      knex: this.#knex,
      personRef,
      after: cursor ? decodeCursor(cursor, place) : undefined,
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(conversationSummary),
      ...(rows.length > limit && last
        ? {
            nextCursor: encodeCursor({
              updatedAt: last.updated_at,
              id: last.id,
            }),
          }
        : {}),
    };
  }

  /** Throws NotFoundError for what is not this person's. */
  async find(options: {
    id: string;
    personRef: string;
  }): Promise<ConversationRow> {
    const row = await readConversation({ knex: this.#knex, ...options });
    if (!row) throw notFound(`There is no conversation '${options.id}'`);
    return row;
  }

  async get(options: { id: string; personRef: string }): Promise<Conversation> {
    const row = await this.find(options);
    return conversationView(row, await this.turns(row.id, mostTurns));
  }

  async delete(options: { id: string; personRef: string }): Promise<void> {
    if (!(await deleteConversation({ knex: this.#knex, ...options }))) {
      throw notFound(`There is no conversation '${options.id}'`);
    }
  }

  turns(conversationId: string, last: number): Promise<TurnRow[]> {
    return listTurns({ knex: this.#knex, conversationId, last });
  }

  async turn(options: { conversationId: string; id: string }) {
    const row = await readTurn({ knex: this.#knex, ...options });
    if (!row) throw notFound(`There is no turn '${options.id}'`);
    return row;
  }

  /** Begins a turn. Throws ConflictError when another one was begun just now. */
  async begin(options: {
    conversation: ConversationRow;
    text: string;
    page?: PageContext;
    orgId: string;
    interpreter: InterpreterKind;
  }): Promise<TurnRow> {
    const { conversation, text, page, orgId, interpreter } = options;
    const at = this.#now().toISOString();
    const row: TurnRow = {
      id: this.#newId(),
      conversation_id: conversation.id,
      position: conversation.turn_count,
      words: text,
      page: page ? JSON.stringify(page) : null,
      org_id: orgId,
      interpreter,
      state: 'running',
      at,
      duration_ms: null,
      notice: null,
      progress: '[]',
      left_the_house: '[]',
      problem: null,
      blocks: '[]',
      memory: null,
    };
    await this.#knex.transaction(async transaction => {
      const advanced = await advanceConversation({
        transaction,
        id: conversation.id,
        turnCount: conversation.turn_count,
        title:
          conversation.turn_count === 0 ? titleOf(text) : conversation.title,
        at,
      });
      if (!advanced) {
        throw new SalesdeskError(
          'ConflictError',
          'Something else was said in this conversation just now; say it again',
          { code: 'wrong_state' },
        );
      }
      await insertTurn({ transaction, row });
    });
    return row;
  }

  /** False when the turn does not run any more. */
  change(id: string, change: Partial<TurnRow>): Promise<boolean> {
    return changeRunningTurn({ knex: this.#knex, id, change });
  }
}

function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestTitle
    ? `${line.slice(0, longestTitle - 1)}…`
    : line;
}

function notFound(message: string): SalesdeskError {
  return new SalesdeskError('NotFoundError', message, { code: 'not_found' });
}
