import { SalesforceError } from '../core/SalesforceError';
import type { Clock } from '../core/types';

const BUCKET = 15 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

/** What an Enterprise org of the demo's size gets. */
export const DEFAULT_DAILY_API_REQUESTS = 230_000;

/**
 * The allowance of API calls. Salesforce counts over the last 24 hours and
 * not over a calendar day; calls leave the count in steps of 15 minutes here.
 */
export class ApiUsage {
  readonly #clock: Clock;
  readonly #buckets = new Map<number, number>();
  #daily = DEFAULT_DAILY_API_REQUESTS;

  constructor(options: { clock: Clock }) {
    this.#clock = options.clock;
  }

  get daily(): number {
    return this.#daily;
  }

  get used(): number {
    const oldest = this.#clock.now() - DAY;
    let used = 0;
    for (const [start, count] of this.#buckets) {
      if (start + BUCKET <= oldest) {
        this.#buckets.delete(start);
      } else {
        used += count;
      }
    }
    return used;
  }

  /** As in the header Sforce-Limit-Info. */
  get header(): string {
    return `api-usage=${this.used}/${this.#daily}`;
  }

  /** Sets the allowance, or how much of it is gone, or both. */
  set(options: { daily?: number; used?: number }): void {
    this.#daily = options.daily ?? this.#daily;
    if (options.used !== undefined) {
      this.#buckets.clear();
      this.#add(options.used);
    }
  }

  reset(): void {
    this.#daily = DEFAULT_DAILY_API_REQUESTS;
    this.#buckets.clear();
  }

  /**
   * Takes one call off the allowance.
   * @throws 403 REQUEST_LIMIT_EXCEEDED when nothing is left
   */
  spend(): void {
    if (this.used >= this.#daily) {
      throw requestLimitExceeded('TotalRequests Limit exceeded.');
    }
    this.#add(1);
  }

  #add(calls: number): void {
    const now = this.#clock.now();
    const bucket = now - (now % BUCKET);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + calls);
  }
}

/** 403, never 429 and without Retry-After. */
export function requestLimitExceeded(message: string): SalesforceError {
  return new SalesforceError({
    httpStatus: 403,
    errorCode: 'REQUEST_LIMIT_EXCEEDED',
    message,
  });
}

/** The other refusal of that code: too many long requests at a time. */
export const CONCURRENT_LIMIT_MESSAGE =
  'ConcurrentRequests (Concurrent API Requests) Limit exceeded.';
