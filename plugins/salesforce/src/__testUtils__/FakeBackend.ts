import type {
  ErrorCode,
  FieldError,
  paths,
} from '@salesdesk/backstage-plugin-salesforce-common';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

type Operation<P extends keyof paths, M extends Method> = paths[P][M];

type JsonBody<T> = T extends { content: { 'application/json': infer B } }
  ? B
  : never;

/** The successful answer of a route, as the OpenAPI document says. */
type AnswerOf<T> = T extends { responses: infer R }
  ? R extends { 201: infer Created }
    ? JsonBody<Created>
    : R extends { 200: infer Ok }
    ? JsonBody<Ok>
    : never
  : never;

type BodyOf<T> = T extends { requestBody: infer B } ? JsonBody<B> : undefined;

/** What a handler is told about a call. */
export interface FakeCall<TBody> {
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Headers;
  body: TBody;
  /** Aborted when the caller no longer wants the answer. */
  signal: AbortSignal;
}

interface Handler {
  method: string;
  pattern: RegExp;
  names: string[];
  answer: (call: FakeCall<unknown>) => unknown;
}

/** Thrown by a handler to answer with an error of the API. */
export class FakeError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly extra: {
      code?: ErrorCode;
      fields?: FieldError[];
      details?: string;
    } = {},
  ) {
    super(message);
  }
}

/** Thrown by a handler to leave a call to the handler before it. */
export class FakePass extends Error {}

/**
 * Stands in for the backend in tests and in the development app. Handlers are
 * typed by the OpenAPI document, so that a drift of the contract is a type
 * error here too.
 */
export class FakeBackend {
  readonly #handlers: Handler[] = [];
  readonly calls: {
    method: string;
    path: string;
    query: URLSearchParams;
    headers: Headers;
    body: unknown;
  }[] = [];

  /**
   * Answers a route; a later handler for the same route takes its place. As in
   * the backend, a path with fewer parameters goes before one with more.
   */
  on<P extends keyof paths, M extends Method>(
    method: M,
    path: P,
    answer: (call: FakeCall<BodyOf<Operation<P, M>>>) =>
      | AnswerOf<Operation<P, M>>
      | Promise<AnswerOf<Operation<P, M>>>
      // For what is not JSON.
      | Response,
  ): this {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
    this.#handlers.unshift({
      method: method.toUpperCase(),
      pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`),
      names,
      answer: answer as Handler['answer'],
    });
    this.#handlers.sort((one, other) => one.names.length - other.names.length);
    return this;
  }

  /** Use in place of `fetch`, below any base address. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/api\/salesforce/, '');
    const text = await request.text();
    const body: unknown = text ? JSON.parse(text) : undefined;
    const { method, headers } = request;
    this.calls.push({ method, path, query: url.searchParams, headers, body });
    for (const handler of this.#handlers) {
      const match = handler.method === method && handler.pattern.exec(path);
      if (!match) continue;
      const params = Object.fromEntries(
        handler.names.map((name, index) => [
          name,
          decodeURIComponent(match[index + 1]),
        ]),
      );
      try {
        const answer = await handler.answer({
          params,
          query: url.searchParams,
          headers,
          body,
          signal: request.signal,
        });
        return answer instanceof Response ? answer : json(200, answer);
      } catch (error) {
        if (error instanceof FakePass) continue;
        if (error instanceof FakeError) return errorAnswer(error);
        throw error;
      }
    }
    return errorAnswer(new FakeError(404, `No such route: ${method} ${path}`));
  };
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}

function errorAnswer(error: FakeError): Response {
  return json(error.status, {
    error: { name: 'Error', message: error.message, ...error.extra },
    response: { statusCode: error.status },
  });
}
