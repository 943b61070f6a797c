/** The portal's HTTP API, as one person. */
export class PortalApi {
  readonly #backendUrl: string;
  readonly #token: string;

  /** Signs in as `person`, the name of a catalog User such as `erin.walsh`. */
  static async signIn(options: {
    backendUrl: string;
    person: string;
  }): Promise<PortalApi> {
    const answer = await fetch(`${options.backendUrl}/api/auth/demo/refresh`, {
      headers: { 'x-demo-user': `user:default/${options.person}` },
    });
    if (!answer.ok) {
      throw new Error(
        `"${options.person}" could not sign in: ${await answer.text()}`,
      );
    }
    const { backstageIdentity } = await answer.json();
    return new PortalApi(options.backendUrl, backstageIdentity.token);
  }

  private constructor(backendUrl: string, token: string) {
    this.#backendUrl = backendUrl;
    this.#token = token;
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

  /** Reads the whole demo org into the inventory, and waits for it. */
  async syncInventory(): Promise<void> {
    const { body: started } = await this.call<{ id: string }>({
      method: 'POST',
      path: 'salesforce/inventory/acme/syncs',
      body: { mode: 'full' },
    });
    const deadline = Date.now() + 60_000;
    for (;;) {
      const { body: sync } = await this.call<{ state: string }>({
        path: `salesforce/inventory/acme/syncs/${started.id}`,
      });
      if (sync.state === 'succeeded') return;
      if (Date.now() > deadline || sync.state === 'failed') {
        throw new Error(`The sync is ${sync.state}`);
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
}
