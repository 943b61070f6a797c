import { SalesforceError } from '../core/SalesforceError';
import type { OrgOperations, QueryRecord } from '../core/types';

const LIFETIME = 2 * 24 * 60 * 60 * 1000;
/** Older ones of the same user are closed beyond this. */
const OPEN_CURSORS_PER_USER = 50;

/** Something that can be read page by page. */
export interface Pageable {
  readonly totalSize: number;
  records(from?: number, to?: number): QueryRecord[];
}

interface Cursor {
  readonly id: string;
  readonly userId: string;
  readonly result: Pageable;
  readonly pageSize: number;
  readonly expiresAt: number;
}

/** One page of a query, and where the next one is. */
export interface QueryPage {
  readonly records: QueryRecord[];
  /** `01g...-2000`; undefined when this is the last page. */
  readonly nextLocator: string | undefined;
}

/** What was left of queries. A locator belongs to who asked the query. */
export class QueryCursorStore {
  readonly #org: OrgOperations;
  readonly #cursors = new Map<string, Cursor>();
  #sequence = 0;

  constructor(options: { org: OrgOperations }) {
    this.#org = options.org;
  }

  reset(): void {
    this.#cursors.clear();
  }

  /** The first page; the rest stays here, as it was when it was asked. */
  open(options: {
    userId: string;
    result: Pageable;
    pageSize: number;
  }): QueryPage {
    const { userId, result, pageSize } = options;
    if (result.totalSize <= pageSize) {
      return { records: result.records(), nextLocator: undefined };
    }
    this.#closeOldest(userId);
    const cursor: Cursor = {
      ...options,
      id: this.#nextId(),
      expiresAt: this.#org.clock.now() + LIFETIME,
    };
    this.#cursors.set(cursor.id, cursor);
    return page(cursor, 0);
  }

  /** @throws 400 INVALID_QUERY_LOCATOR */
  next(userId: string, locator: string): QueryPage {
    const [id, offset] = locator.split('-');
    const cursor = this.#cursors.get(id);
    const start = Number(offset);
    if (
      !cursor ||
      cursor.userId !== userId ||
      cursor.expiresAt <= this.#org.clock.now() ||
      !Number.isInteger(start) ||
      start < 0 ||
      start > cursor.result.totalSize
    ) {
      throw new SalesforceError({
        errorCode: 'INVALID_QUERY_LOCATOR',
        message: 'invalid query locator',
      });
    }
    return page(cursor, start);
  }

  /** How many rows the query of a locator found. */
  totalSize(locator: string): number {
    return this.#cursors.get(locator.split('-')[0])?.result.totalSize ?? 0;
  }

  #closeOldest(userId: string): void {
    const own = [...this.#cursors.values()].filter(
      cursor => cursor.userId === userId,
    );
    own
      .slice(0, Math.max(0, own.length - OPEN_CURSORS_PER_USER + 1))
      .forEach(cursor => this.#cursors.delete(cursor.id));
  }

  #nextId(): string {
    this.#sequence += 1;
    return `01gRO${String(this.#sequence).padStart(10, '0')}YAM`;
  }
}

function page(cursor: Cursor, start: number): QueryPage {
  const end = Math.min(start + cursor.pageSize, cursor.result.totalSize);
  return {
    records: cursor.result.records(start, end),
    nextLocator:
      end < cursor.result.totalSize ? `${cursor.id}-${end}` : undefined,
  };
}
