import type OpenAI from 'openai';
import {
  AnswerBuilder,
  type ModelAnswer,
  type ModelApi,
  type ModelMessage,
  type ModelTool,
} from './ModelApi';

type ChatMessage = OpenAI.Chat.Completions.ChatCompletionMessageParam;

/** Chat completions with tools, streamed: what most servers understand. */
export class ChatCompletionsApi implements ModelApi {
  readonly #client: OpenAI;
  readonly #model: string;
  readonly #maxTokens: number;

  constructor(options: { client: OpenAI; model: string; maxTokens: number }) {
    this.#client = options.client;
    this.#model = options.model;
    this.#maxTokens = options.maxTokens;
  }

  async complete(options: {
    messages: ModelMessage[];
    tools: ModelTool[];
    signal: AbortSignal;
  }): Promise<ModelAnswer> {
    const { messages, tools, signal } = options;
    const stream = await this.#client.chat.completions.create(
      {
        model: this.#model,
        messages: messages.map(toChatMessage),
        max_tokens: this.#maxTokens,
        temperature: 0,
        stream: true,
        ...(tools.length > 0
          ? { tools: tools.map(tool => ({ type: 'function', function: tool })) }
          : {}),
      },
      { signal },
    );
    const answer = new AnswerBuilder();
    for await (const chunk of stream) {
      // Some servers end with a chunk that only counts tokens.
      const delta = chunk.choices?.[0]?.delta;
      if (delta?.content) answer.addText(delta.content);
      for (const call of delta?.tool_calls ?? []) {
        answer.addCall(call.index ?? 0, { id: call.id, ...call.function });
      }
    }
    return answer.build();
  }
}

function toChatMessage(message: ModelMessage): ChatMessage {
  switch (message.role) {
    case 'assistant':
      return {
        role: 'assistant',
        content: message.text,
        ...(message.calls.length > 0
          ? {
              tool_calls: message.calls.map(call => ({
                id: call.id,
                type: 'function',
                function: { name: call.name, arguments: call.arguments },
              })),
            }
          : {}),
      };
    case 'tool':
      return {
        role: 'tool',
        tool_call_id: message.callId,
        content: message.text,
      };
    default:
      return { role: message.role, content: message.text };
  }
}
