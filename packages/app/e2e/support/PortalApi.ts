/** The portal's HTTP API, as one person. */
export class PortalApi {
  readonly #backendUrl: string;
  readonly #token: string;

  constructor(options: { backendUrl: string; token: string }) {
    this.#backendUrl = options.backendUrl;
    this.#token = options.token;
  }

  /**
   * Calls `/api/<path>`.
   *
   * @returns the status, and the JSON of the answer where it has one
   */
  async call<TBody>(options: {
    method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    path: string;
    body?: unknown;
  }): Promise<{ status: number; body: TBody }> {
    const response = await fetch(`${this.#backendUrl}/api/${options.path}`, {
      method: options.method ?? 'GET',
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
      },
      body: options.body === undefined ? null : JSON.stringify(options.body),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }
}
