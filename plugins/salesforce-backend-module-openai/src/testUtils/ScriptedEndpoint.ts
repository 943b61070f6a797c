import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the endpoint answers to one call. @public */
export type Script =
  | { text?: string; calls?: Array<{ name: string; arguments: string }> }
  | { status: number }
  /** Keeps the connection open and says nothing. */
  | 'silence'
  /** Answers something that is not the protocol. */
  | 'garbage';

/** A call of the endpoint. @public */
export interface AskedOfModel {
  path: string;
  body: string;
}

/** An endpoint that speaks OpenAI's protocols, streamed, and says what it is told to. @public */
export class ScriptedEndpoint {
  readonly asked: AskedOfModel[] = [];
  #answer: (asked: AskedOfModel, count: number) => Script;
  readonly #server: Server;

  static async start(): Promise<ScriptedEndpoint> {
    const endpoint = new ScriptedEndpoint();
    await new Promise<void>(resolve => {
      endpoint.#server.listen(0, '127.0.0.1', resolve);
    });
    return endpoint;
  }

  private constructor() {
    this.#answer = () => ({ text: 'Hello.' });
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const asked = {
        path: request.url ?? '',
        body: Buffer.concat(chunks).toString('utf8'),
      };
      this.asked.push(asked);
      const script = this.#answer(asked, this.asked.length);
      if (script === 'silence') return;
      if (script === 'garbage') {
        response.setHeader('content-type', 'text/event-stream');
        response.end('data: {"choices": [{"delta": \n\n');
        return;
      }
      if ('status' in script) {
        response.statusCode = script.status;
        response.setHeader('content-type', 'application/json');
        response.end('{"error":{"message":"scripted"}}');
        return;
      }
      response.setHeader('content-type', 'text/event-stream');
      const events = asked.path.endsWith('/responses')
        ? responseEvents(script)
        : chatChunks(script);
      for (const event of events) {
        response.write(`data: ${JSON.stringify(event)}\n\n`);
      }
      response.end('data: [DONE]\n\n');
    });
  }

  get baseUrl(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/v1`;
  }

  /** What to answer from now on, by how often it was asked since. */
  answers(answer: (asked: AskedOfModel, count: number) => Script): void {
    this.asked.length = 0;
    this.#answer = answer;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}

type Spoken = {
  text?: string;
  calls?: Array<{ name: string; arguments: string }>;
};

function chatChunks({ text = '', calls = [] }: Spoken): unknown[] {
  const chunk = (delta: unknown) => ({
    id: 'chat',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: null }],
  });
  return [
    ...(text.match(/.{1,200}/gs) ?? []).map(content => chunk({ content })),
    ...calls.flatMap((call, index) => [
      chunk({
        tool_calls: [
          {
            index,
            id: `call_${index}`,
            type: 'function',
            function: { name: call.name, arguments: '' },
          },
        ],
      }),
      ...(call.arguments.match(/.{1,200}/gs) ?? []).map(part =>
        chunk({ tool_calls: [{ index, function: { arguments: part } }] }),
      ),
    ]),
    { id: 'chat', object: 'chat.completion.chunk', choices: [], usage: {} },
  ];
}

function responseEvents({ text = '', calls = [] }: Spoken): unknown[] {
  return [
    ...(text.match(/.{1,200}/gs) ?? []).map(delta => ({
      type: 'response.output_text.delta',
      delta,
    })),
    ...calls.map((call, index) => ({
      type: 'response.output_item.done',
      output_index: index,
      item: { type: 'function_call', call_id: `call_${index}`, ...call },
    })),
    { type: 'response.completed', response: { status: 'completed' } },
  ];
}
