/**
 * Lets a number of calls through at a time; the others wait in the order they
 * came. An org allows 25 long calls at once (5 in developer editions) for all
 * of its integrations together, so one integration must leave room.
 */
export class ConcurrencyGate {
  #free: number;
  readonly #waiting: Array<() => void> = [];

  constructor(places: number) {
    this.#free = places;
  }

  async pass<T>(run: () => Promise<T>): Promise<T> {
    if (this.#free > 0) {
      this.#free -= 1;
    } else {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
    try {
      return await run();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
