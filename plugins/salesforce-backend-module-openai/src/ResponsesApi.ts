import type OpenAI from 'openai';
import {
  AnswerBuilder,
  type ModelAnswer,
  type ModelApi,
  type ModelMessage,
  type ModelTool,
} from './ModelApi';

type InputItem = OpenAI.Responses.ResponseInputItem;

/** The newer responses API, streamed; nothing is stored at the endpoint. */
export class ResponsesApi implements ModelApi {
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
    const stream = await this.#client.responses.create(
      {
        model: this.#model,
        input: messages.flatMap(toInputItems),
        max_output_tokens: this.#maxTokens,
        store: false,
        stream: true,
        tools: tools.map(tool => ({
          type: 'function',
          strict: false,
          ...tool,
        })),
      },
      { signal },
    );
    const answer = new AnswerBuilder();
    for await (const event of stream) {
      switch (event.type) {
        case 'response.output_text.delta':
          answer.addText(event.delta);
          break;
        case 'response.output_item.done':
          if (event.item.type === 'function_call') {
            const { call_id: id, name, arguments: args } = event.item;
            answer.addCall(id, { id, name, arguments: args });
          }
          break;
        case 'response.failed':
          throw new Error(
            event.response.error?.message ??
              'The model answered with a failure',
          );
        case 'error':
          throw new Error(event.message);
        default:
      }
    }
    return answer.build();
  }
}

function toInputItems(message: ModelMessage): InputItem[] {
  switch (message.role) {
    case 'assistant':
      return [
        ...(message.text
          ? [{ role: 'assistant' as const, content: message.text }]
          : []),
        ...message.calls.map(call => ({
          type: 'function_call' as const,
          call_id: call.id,
          name: call.name,
          arguments: call.arguments,
        })),
      ];
    case 'tool':
      return [
        {
          type: 'function_call_output',
          call_id: message.callId,
          output: message.text,
        },
      ];
    default:
      return [{ role: message.role, content: message.text }];
  }
}
