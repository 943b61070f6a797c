import type {
  SalesforceWriter,
  WriteResult,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { batchSize } from './nextBatch';

/** Longest that a call waits for others; with a call it stays far below a lease. */
const longestWait = 10_000;

type Joinable = 'create' | 'update' | 'delete';

/** A call that waits for others of its kind. */
interface WaitingCall {
  operation: Joinable;
  object: string;
  items: unknown[];
  resolve: (results: WriteResult[]) => void;
  reject: (error: unknown) => void;
}

/**
 * Lets jobs that run together write together: calls wait until every job waits
 * as well or has left; then those of one kind leave as one, as many records as one write takes.
 * Salesforce answers for each record, so each job hears of its own. When the
 * call fails, each hears the failure, and looks for itself when its turn comes.
 */
export class JoinedWrites {
  readonly #writer: SalesforceWriter;
  #members: number;
  #waiting: WaitingCall[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: { writer: SalesforceWriter; members: number }) {
    this.#writer = options.writer;
    this.#members = options.members;
  }

  /** What the jobs write with. Calls that cannot be joined pass through. */
  get writer(): SalesforceWriter {
    const joined: Pick<SalesforceWriter, Joinable> = {
      create: ({ object, records }) => this.#join('create', object, records),
      update: ({ object, records }) => this.#join('update', object, records),
      delete: ({ object, ids }) => this.#join('delete', object, ids),
    };
    return new Proxy(this.#writer, {
      get: (target, name) => {
        if (name in joined) return Reflect.get(joined, name);
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  /** A job has ended or waits; nobody waits for it any more. */
  leave(): void {
    this.#members -= 1;
    this.#sendWhenComplete();
  }

  #join(
    operation: Joinable,
    object: string,
    items: unknown[],
  ): Promise<WriteResult[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ operation, object, items, resolve, reject });
      this.#timer ??= setTimeout(() => this.#sendAll(), longestWait);
      this.#sendWhenComplete();
    });
  }

  #sendWhenComplete(): void {
    if (this.#waiting.length >= this.#members) this.#sendAll();
  }

  #sendAll(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = this.#waiting.splice(0);
    for (const calls of packed(waiting)) void this.#send(calls);
  }

  async #send(calls: WaitingCall[]): Promise<void> {
    const [{ operation, object }] = calls;
    const items = calls.flatMap(call => call.items);
    try {
      const results = await this.#call(operation, object, items);
      let start = 0;
      for (const call of calls) {
        call.resolve(results.slice(start, start + call.items.length));
        start += call.items.length;
      }
    } catch (error) {
      for (const call of calls) call.reject(error);
    }
  }

  #call(
    operation: Joinable,
    object: string,
    items: unknown[],
  ): Promise<WriteResult[]> {
    switch (operation) {
      case 'create':
        return this.#writer.create({
          object,
          records: items as Parameters<
            SalesforceWriter['create']
          >[0]['records'],
        });
      case 'update':
        return this.#writer.update({
          object,
          records: items as Parameters<
            SalesforceWriter['update']
          >[0]['records'],
        });
      default:
        return this.#writer.delete({ object, ids: items as string[] });
    }
  }
}

/** Calls of one kind together, as many as one call takes. */
function packed(waiting: WaitingCall[]): WaitingCall[][] {
  const packs: Array<{ key: string; count: number; calls: WaitingCall[] }> = [];
  for (const call of waiting) {
    const key = `${call.operation} ${call.object}`;
    const pack = packs.find(
      candidate =>
        candidate.key === key &&
        candidate.count + call.items.length <= batchSize,
    );
    if (pack) {
      pack.calls.push(call);
      pack.count += call.items.length;
    } else {
      packs.push({ key, count: call.items.length, calls: [call] });
    }
  }
  return packs.map(({ calls }) => calls);
}
