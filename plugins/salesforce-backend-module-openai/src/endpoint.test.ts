import OpenAI from 'openai';
import { ScriptedEndpoint } from './testUtils';
import { ChatCompletionsApi } from './ChatCompletionsApi';
import { longestAnswer, type ModelApi } from './ModelApi';
import { ResponsesApi } from './ResponsesApi';

describe.each([
  ['chat completions', ChatCompletionsApi, '/v1/chat/completions'],
  ['responses', ResponsesApi, '/v1/responses'],
] as const)('an endpoint that speaks %s', (_, Api, path) => {
  let endpoint: ScriptedEndpoint;
  let api: ModelApi;

  beforeAll(async () => {
    endpoint = await ScriptedEndpoint.start();
    api = new Api({
      client: new OpenAI({
        baseURL: endpoint.baseUrl,
        apiKey: 'key',
        timeout: 500,
        maxRetries: 1,
      }),
      model: 'small',
      maxTokens: 100,
    });
  });
  afterAll(() => endpoint.stop());

  const ask = (signal = new AbortController().signal) =>
    api.complete({
      messages: [
        { role: 'system', text: 'Be brief.' },
        { role: 'user', text: 'Freeze Marco' },
        {
          role: 'assistant',
          text: '',
          calls: [{ id: 'call_1', name: 'freeze', arguments: '{}' }],
        },
        { role: 'tool', callId: 'call_1', text: 'Whom?' },
      ],
      tools: [{ name: 'freeze', description: 'Freezes', parameters: {} }],
      signal,
    });

  it('is asked with the conversation and the tools, and its stream is put together', async () => {
    const input = JSON.stringify({ users: ['Marco'], note: 'x'.repeat(900) });
    endpoint.answers(() => ({
      text: 'One moment. '.repeat(50),
      calls: [
        { name: 'freeze', arguments: input },
        { name: 'ask_person', arguments: '{}' },
      ],
    }));
    const answer = await ask();
    expect(answer.text).toBe('One moment. '.repeat(50));
    expect(answer.calls).toEqual([
      { id: 'call_0', name: 'freeze', arguments: input },
      { id: 'call_1', name: 'ask_person', arguments: '{}' },
    ]);
    const [asked] = endpoint.asked;
    expect(asked?.path).toBe(path);
    expect(JSON.parse(asked!.body)).toMatchObject({
      model: 'small',
      stream: true,
    });
    expect(asked?.body).toContain('Whom?');
  });

  it('is asked again after a failure that may pass', async () => {
    endpoint.answers((__, count) =>
      count === 1 ? { status: 503 } : { text: 'Here.' },
    );
    expect((await ask()).text).toBe('Here.');
    expect(endpoint.asked).toHaveLength(2);
  });

  it.each([
    ['a refusal', { status: 401 }],
    ['silence', 'silence'],
    ['what is not the protocol', 'garbage'],
    ['an answer without end', { text: 'x'.repeat(longestAnswer + 1) }],
    [
      'calls without end',
      {
        calls: Array.from({ length: 40 }, () => ({
          name: 'a',
          arguments: '{}',
        })),
      },
    ],
  ] as const)('fails on %s', async (__, script) => {
    endpoint.answers(() => script as never);
    await expect(ask()).rejects.toThrow();
  });

  it('is left alone as soon as the person stops', async () => {
    endpoint.answers(() => 'silence');
    const abort = new AbortController();
    const asking = ask(abort.signal);
    abort.abort();
    await expect(asking).rejects.toThrow();
  });
});
