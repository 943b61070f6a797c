import type { SalesforceOrgServer } from '../SalesforceOrgServer';

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when there is none. */
  // a test says what it expects, and fails when it is not so
  readonly json: ReturnType<typeof JSON.parse>;
}

/** Calls an org with plain HTTP, as one user. */
export class TestCaller {
  readonly #server: SalesforceOrgServer;
  readonly #token: string | null;
  readonly #version: string;

  /** Null calls without a session. */
  constructor(options: {
    server: SalesforceOrgServer;
    username: string | null;
    token?: string;
    version?: string;
  }) {
    const { server, username, token, version = '63.0' } = options;
    this.#server = server;
    this.#version = version;
    this.#token =
      token ?? (username === null ? null : server.mintToken(username));
  }

  get token(): string {
    return this.#token ?? '';
  }

  get = (path: string, headers?: Record<string, string>) =>
    this.call('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers?: Record<string, string>) =>
    this.call('POST', path, body, headers);
  patch = (path: string, body?: unknown, headers?: Record<string, string>) =>
    this.call('PATCH', path, body, headers);
  delete = (path: string, headers?: Record<string, string>) =>
    this.call('DELETE', path, undefined, headers);

  query(soql: string, headers?: Record<string, string>): Promise<WireAnswer> {
    return this.get(`/query?q=${encodeURIComponent(soql)}`, headers);
  }

  /** Paths that do not begin with /services or / __org are below the version. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<WireAnswer> {
    const absolute = /^\/+(services|__org|id|lightning|\.well-known)\b/.test(
      path,
    )
      ? path
      : `/services/data/v${this.#version}${path}`;
    const isText = typeof body === 'string';
    const response = await fetch(`${this.#server.url}${absolute}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.#token === null
          ? {}
          : { authorization: `Bearer ${this.#token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || isText ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson && text !== '' ? JSON.parse(text) : undefined,
    };
  }

  /** Posts a form, as OAuth wants it. */
  form(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<WireAnswer> {
    return this.call('POST', path, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    });
  }
}
