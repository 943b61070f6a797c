import type {
  ObjectDescription,
  QueryPage,
  SalesforceReader,
  SalesforceRecord,
  SoqlQuery,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { readAllPages } from './readAllPages';

/** The gateway as this reader needs it. */
export interface BatchSource extends SalesforceReader {
  batchSettled(
    queries: SoqlQuery[],
  ): Promise<PromiseSettledResult<QueryPage>[]>;
}

/** Reads what only the Tooling API knows. */
export interface ToolingSource {
  /** The first page; these objects never have more. */
  queryTooling(query: SoqlQuery): Promise<QueryPage>;
}

interface Waiting {
  query: SoqlQuery;
  resolve(page: QueryPage): void;
  reject(error: unknown): void;
}

/** One call of the composite resource carries no more queries. */
const queriesPerCall = 5;

/**
 * Sends queries that are asked for at the same time as one API call, so that
 * code may ask for what it needs where it needs it:
 *
 * ```ts
 * const [users, set] = await Promise.all([readUsers(), readPermissionSet()]);
 * ```
 *
 * costs one call. "At the same time" ends when everything that can go on
 * without an answer has gone on.
 */
export class BatchingReader implements SalesforceReader {
  readonly #source: BatchSource;
  #waiting: Waiting[] = [];
  #held = 0;

  constructor(source: BatchSource) {
    this.#source = source;
  }

  query<TRecord = SalesforceRecord>(
    query: SoqlQuery,
  ): Promise<QueryPage<TRecord>> {
    return new Promise<QueryPage>((resolve, reject) => {
      this.#waiting.push({ query, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#flush());
    }) as Promise<QueryPage<TRecord>>;
  }

  /**
   * Keeps queries back while something else is looked up, whose answer leads
   * to queries that are to share their call.
   */
  async holdWhile<T>(work: () => Promise<T>): Promise<T> {
    this.#held += 1;
    try {
      return await work();
    } finally {
      this.#held -= 1;
      setImmediate(() => this.#flush());
    }
  }

  #flush(): void {
    if (this.#held > 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let start = 0; start < waiting.length; start += queriesPerCall) {
      void this.#send(waiting.slice(start, start + queriesPerCall));
    }
  }

  async #send(asked: Waiting[]): Promise<void> {
    const [first] = asked;
    if (asked.length === 1) {
      this.#source.query(first.query).then(first.resolve, first.reject);
      return;
    }
    try {
      const results = await this.#source.batchSettled(
        asked.map(({ query }) => query),
      );
      results.forEach((result, position) => {
        if (result.status === 'fulfilled') {
          asked[position].resolve(result.value);
        } else {
          asked[position].reject(result.reason);
        }
      });
    } catch (error) {
      asked.forEach(({ reject }) => reject(error));
    }
  }

  queryMore<TRecord = SalesforceRecord>(
    next: string,
  ): Promise<QueryPage<TRecord>> {
    return this.#source.queryMore<TRecord>(next);
  }

  batch(queries: SoqlQuery[]): Promise<QueryPage[]> {
    return this.#source.batch(queries);
  }

  async queryAll<TRecord = SalesforceRecord>(
    query: SoqlQuery,
    options: { maximum?: number } = {},
  ): Promise<TRecord[]> {
    return readAllPages<TRecord>({ reader: this, query, ...options });
  }

  retrieve<TRecord = SalesforceRecord>(options: {
    object: string;
    ids: string[];
    fields: string[];
  }): Promise<Array<TRecord | null>> {
    return this.#source.retrieve<TRecord>(options);
  }

  describe(object: string): Promise<ObjectDescription> {
    return this.#source.describe(object);
  }

  limits(): Promise<{ used: number; max: number }> {
    return this.#source.limits();
  }
}
