import type {
  AssistantInfo,
  Conversation,
  ConversationPage,
  Turn,
  TurnBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { CallOptions } from '../requests/RequestService';

/** A turn of a conversation. */
export interface TurnKey {
  conversationId: string;
  turnId: string;
}

/**
 * The assistant: conversations, each of one person alone. Other people's are
 * not found. Nothing here writes to Salesforce or submits anything.
 */
export interface AssistantService {
  describe(options: CallOptions): Promise<AssistantInfo>;

  create(input: { org?: string }, options: CallOptions): Promise<Conversation>;

  list(
    input: { cursor?: string; limit: number },
    options: CallOptions,
  ): Promise<ConversationPage>;

  get(
    input: { conversationId: string },
    options: CallOptions,
  ): Promise<Conversation>;

  delete(
    input: { conversationId: string },
    options: CallOptions,
  ): Promise<void>;

  /**
   * Takes a turn: what could not be understood or read is part of the turn.
   * Throws NotFoundError for a conversation of somebody else and ConflictError
   * (`wrong_state`) when two turns are taken at once.
   */
  take(
    input: TurnBody & { conversationId: string },
    options: CallOptions,
  ): Promise<Turn>;

  getTurn(input: TurnKey, options: CallOptions): Promise<Turn>;

  cancel(input: TurnKey, options: CallOptions): Promise<Turn>;
}
