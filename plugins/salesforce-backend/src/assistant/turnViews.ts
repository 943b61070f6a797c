import type {
  Conversation,
  ConversationSummary,
  Turn,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { ConversationTurn } from '@salesdesk/backstage-plugin-salesforce-node';
import type { ConversationRow, TurnRow } from '../database/tables';

/** A turn as the API answers it. */
export function turnView(row: TurnRow): Turn {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    text: row.words,
    ...(row.page ? { page: JSON.parse(row.page) } : {}),
    state: row.state,
    at: row.at,
    org: row.org_id,
    interpreter: row.interpreter,
    ...(row.notice ? { notice: row.notice } : {}),
    ...(row.duration_ms === null ? {} : { durationMs: row.duration_ms }),
    progress: JSON.parse(row.progress),
    leftTheHouse: JSON.parse(row.left_the_house),
    ...(row.problem ? { problem: JSON.parse(row.problem) } : {}),
    blocks: JSON.parse(row.blocks),
  };
}

/** A turn as an interpreter is given it. */
export function earlierTurn(row: TurnRow): ConversationTurn {
  return {
    id: row.id,
    text: row.words,
    ...(row.page ? { page: JSON.parse(row.page) } : {}),
    interpreter: row.interpreter,
    blocks: JSON.parse(row.blocks),
    ...(row.memory ? { memory: JSON.parse(row.memory) } : {}),
  };
}

export function conversationView(
  row: ConversationRow,
  turns: TurnRow[],
): Conversation {
  return {
    id: row.id,
    title: row.title,
    ...(row.org_id ? { org: row.org_id } : {}),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    turns: turns.map(turnView),
  };
}

export function conversationSummary(row: ConversationRow): ConversationSummary {
  return {
    id: row.id,
    title: row.title,
    ...(row.org_id ? { org: row.org_id } : {}),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    turnCount: row.turn_count,
  };
}
