import { ApiError } from './ApiError';
import { answerOf } from './answerOf';
import { DefaultSalesforceApi } from './DefaultSalesforceApi';

function apiThat(answer: (url: string, init?: RequestInit) => Response) {
  const calls: { url: string; init?: RequestInit }[] = [];
  const api = new DefaultSalesforceApi({
    discoveryApi: {
      getBaseUrl: async id => `https://portal.example/api/${id}`,
    },
    fetchApi: {
      fetch: async (input, init) => {
        calls.push({ url: String(input), init });
        return answer(String(input), init);
      },
    },
  });
  return { client: api.client, calls };
}

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });

describe('the door to the backend', () => {
  it('calls where the backend is, with the body as text and the query as documented', async () => {
    const { client, calls } = apiThat(() => json(200, { items: [] }));
    await answerOf(
      client.GET('/requests', {
        params: { query: { state: ['failed', 'stale'], q: 'Zoë & co' } },
      }),
    );
    await answerOf(
      client.POST('/drafts', {
        body: { action: 'salesforce_freeze_user', input: { users: ['me'] } },
      }),
    );
    expect(calls[0].url).toBe(
      'https://portal.example/api/salesforce/requests?state=failed&state=stale&q=Zo%C3%AB%20%26%20co',
    );
    expect(calls[1]).toMatchObject({
      url: 'https://portal.example/api/salesforce/drafts',
      init: {
        method: 'POST',
        body: '{"action":"salesforce_freeze_user","input":{"users":["me"]}}',
      },
    });
  });

  it('turns an error of the backend into one with status, code, fields and details', async () => {
    const { client } = apiThat(() =>
      json(400, {
        error: {
          name: 'InputError',
          message: 'No such user.',
          code: 'unknown_name',
          fields: [{ path: 'users.0', message: 'No such user.' }],
          details: 'INVALID_CROSS_REFERENCE_KEY',
        },
        response: { statusCode: 400 },
      }),
    );
    await expect(answerOf(client.GET('/me'))).rejects.toMatchObject({
      name: 'InputError',
      status: 400,
      message: 'No such user.',
      code: 'unknown_name',
      fields: [{ path: 'users.0', message: 'No such user.' }],
      details: 'INVALID_CROSS_REFERENCE_KEY',
    });
  });

  it('turns no answer, and an answer that is no JSON, into errors too', async () => {
    const offline = apiThat(() => {
      throw new TypeError('Failed to fetch');
    });
    await expect(answerOf(offline.client.GET('/me'))).rejects.toMatchObject({
      status: 0,
    });
    const proxy = apiThat(
      () => new Response('<html>Bad gateway</html>', { status: 502 }),
    );
    const error = await answerOf(proxy.client.GET('/me')).catch(e => e);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 502, message: '', fields: [] });
  });
});
