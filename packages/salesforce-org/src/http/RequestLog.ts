/** One request as it came in and what it got. */
export interface LoggedRequest {
  /** 1, 2, 3 ... over the life of the server. */
  readonly sequence: number;
  /** ISO, by the org's clock. */
  readonly time: string;
  readonly method: string;
  /** With the query, tokens taken out. */
  readonly url: string;
  /** The sobject the path names, if any. */
  readonly object: string | null;
  readonly userId: string | null;
  readonly username: string | null;
  readonly clientName: string | null;
  readonly sourceIp: string;
  /** 0 when the reply was lost on purpose. */
  readonly status: number;
  /** Wall-clock time that the answer took. */
  readonly milliseconds: number;
  /** Whether Salesforce would count it against the daily limit. */
  readonly counted: boolean;
  /** Id of the fault rule that interfered. */
  readonly fault: string | null;
}

/** How many API calls were made since the log was cleared, and by whom. */
export interface ApiCallCounts {
  readonly total: number;
  readonly byUser: Readonly<Record<string, number>>;
  readonly byClient: Readonly<Record<string, number>>;
  /** By method and path without ids and queries: `GET /query`. */
  readonly byResource: Readonly<Record<string, number>>;
}

const CAPACITY = 20_000;
const SECRET_PARAMETERS =
  /([?&](?:oauth_token|token|sid|code|client_secret|password)=)[^&]*/gi;

/** The last 20,000 requests, and counts that are exact for all of them. */
export class RequestLog {
  #entries: LoggedRequest[] = [];
  #sequence = 0;
  #total = 0;
  #byUser = new Map<string, number>();
  #byClient = new Map<string, number>();
  #byResource = new Map<string, number>();

  add(request: Omit<LoggedRequest, 'sequence'>): void {
    this.#sequence += 1;
    this.#entries.push({
      ...request,
      url: request.url.replace(SECRET_PARAMETERS, '$1***'),
      sequence: this.#sequence,
    });
    if (this.#entries.length > 2 * CAPACITY) {
      this.#entries = this.#entries.slice(-CAPACITY);
    }
    if (request.counted) {
      this.#total += 1;
      increment(this.#byUser, request.username ?? '(none)');
      increment(this.#byClient, request.clientName ?? '(none)');
      increment(
        this.#byResource,
        `${request.method} ${resourceOf(request.url)}`,
      );
    }
  }

  entries(options: { after?: number } = {}): readonly LoggedRequest[] {
    const { after = 0 } = options;
    return this.#entries.filter(entry => entry.sequence > after);
  }

  counts(): ApiCallCounts {
    return {
      total: this.#total,
      byUser: Object.fromEntries(this.#byUser),
      byClient: Object.fromEntries(this.#byClient),
      byResource: Object.fromEntries(this.#byResource),
    };
  }

  /** Forgets the requests and sets every count to zero. */
  clear(): void {
    this.#entries = [];
    this.#total = 0;
    this.#byUser.clear();
    this.#byClient.clear();
    this.#byResource.clear();
  }
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function resourceOf(url: string): string {
  return url
    .split('?')[0]
    .replace(/^\/services\/data\/v\d+\.\d+/, '')
    .replace(
      /\/(?=[a-zA-Z]*\d)[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?(?=\/|$|-)/g,
      '/{id}',
    );
}
