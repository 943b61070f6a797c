/**
 * Randomness that is the same for the same seed, everywhere and always. Made
 * data must not change from run to run, or nobody could write a test or a
 * screenshot about it.
 */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed % 4294967296;
  }

  /** At least 0 and less than 1 (mulberry32, in plain arithmetic). */
  next(): number {
    this.#state = (this.#state + 1831565813) % 4294967296;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True in the given share of cases. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(values: readonly T[]): T {
    if (values.length === 0) {
      throw new Error('Nothing to pick from');
    }
    return values[Math.floor(this.next() * values.length)];
  }

  /** So many different values, in random order; all of them if there are fewer. */
  sample<T>(values: readonly T[], count: number): T[] {
    const rest = [...values];
    const taken: T[] = [];
    while (taken.length < count && rest.length > 0) {
      taken.push(...rest.splice(Math.floor(this.next() * rest.length), 1));
    }
    return taken;
  }
}
