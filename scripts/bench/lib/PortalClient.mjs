/** The plugin's API as one person. Every failure is an error with the answer. */
export class PortalClient {
  #base;
  #token;

  static create({ backendUrl, token }) {
    return new PortalClient(`${backendUrl}/api/salesforce`, token);
  }

  constructor(base, token) {
    this.#base = base;
    this.#token = token;
  }

  async call(method, path, body) {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(
        `${method} ${path}: ${response.status} ${await response.text()}`,
      );
    }
    return response.json();
  }

  /** Waits until a request is in one of these states. */
  async untilState(
    requestId,
    states,
    { timeoutMilliseconds = 60_000, pollMilliseconds = 2 } = {},
  ) {
    const end = Date.now() + timeoutMilliseconds;
    for (;;) {
      const request = await this.call('GET', `/requests/${requestId}`);
      if (states.includes(request.state)) return request;
      if (Date.now() > end) {
        throw new Error(
          `Request ${request.number} is still ${
            request.state
          }: ${JSON.stringify(request.blockers)}`,
        );
      }
      await new Promise(resolve => {
        setTimeout(resolve, pollMilliseconds);
      });
    }
  }
}
