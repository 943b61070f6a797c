/**
 * Keeps what was read for a while, and reads once for many askers. A failure
 * is not kept.
 */
export class TimedCache<TValue> {
  readonly #now: () => Date;
  readonly #lifetime: number;
  readonly #maximum: number;
  readonly #entries = new Map<
    string,
    { until: number; value: Promise<TValue> }
  >();

  constructor(options: {
    now: () => Date;
    /** Milliseconds. */
    lifetime: number;
    /** Entries; the oldest go first. */
    maximum: number;
  }) {
    this.#now = options.now;
    this.#lifetime = options.lifetime;
    this.#maximum = options.maximum;
  }

  get(key: string, read: () => Promise<TValue>): Promise<TValue> {
    const known = this.peek(key);
    if (known) return known;
    const value = read().catch(error => {
      this.#entries.delete(key);
      throw error;
    });
    this.put(key, value);
    return value;
  }

  peek(key: string): Promise<TValue> | undefined {
    const known = this.#entries.get(key);
    return known && known.until > this.#now().getTime()
      ? known.value
      : undefined;
  }

  put(key: string, value: Promise<TValue>): void {
    this.#entries.delete(key);
    this.#entries.set(key, {
      until: this.#now().getTime() + this.#lifetime,
      value,
    });
    if (this.#entries.size > this.#maximum) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
  }
}
