import type {
  AssistantBlock,
  AssistantInfo,
  Conversation,
  Turn,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { FakeBackend } from './FakeBackend';
import { hoursBefore } from './samples';

export const sampleAssistant: AssistantInfo = {
  interpreters: ['builtin'],
  defaultInterpreter: 'builtin',
  examples: [
    'What permission sets am I assigned?',
    'Send me a Salesforce password reset link',
    'Show my top 10 open opportunities by amount',
  ],
};

/** Answers every turn with blocks that the words choose. */
export function withAssistant(
  backend: FakeBackend,
  answer: (said: { text: string; choice?: string }) => AssistantBlock[],
): FakeBackend {
  const conversation: Conversation = {
    id: 'conversation-1',
    title: 'A conversation',
    createdAt: hoursBefore(1),
    updatedAt: hoursBefore(1),
    turns: [],
  };
  const find = (id: string): Turn => {
    const turn = conversation.turns.find(known => known.id === id);
    if (!turn) throw new Error(`No turn ${id}`);
    return turn;
  };
  return backend
    .on('post', '/assistant/conversations', () => ({
      ...conversation,
      turns: [],
    }))
    .on('get', '/assistant/conversations', () => ({
      items: [{ ...conversation, turnCount: conversation.turns.length }],
    }))
    .on('get', '/assistant/conversations/{conversationId}', () => conversation)
    .on(
      'post',
      '/assistant/conversations/{conversationId}/turns',
      ({ body }) => {
        const turn: Turn = {
          id: `turn-${conversation.turns.length + 1}`,
          conversationId: conversation.id,
          text: body.text,
          ...(body.page ? { page: body.page } : {}),
          state: 'running',
          at: hoursBefore(0),
          org: 'acme',
          interpreter: 'builtin',
          progress: ['Reading the org'],
          leftTheHouse: [],
          blocks: [],
        };
        conversation.turns.push({
          ...turn,
          state: 'done',
          durationMs: 12,
          blocks: answer(body),
        });
        return turn;
      },
    )
    .on(
      'get',
      '/assistant/conversations/{conversationId}/turns/{turnId}',
      ({ params }) => find(params.turnId),
    )
    .on(
      'post',
      '/assistant/conversations/{conversationId}/turns/{turnId}/cancel',
      ({ params }) => ({ ...find(params.turnId), state: 'cancelled' }),
    );
}
