import type { Switches } from '../core/switches';

/** A request that is being answered. */
export interface RequestInFlight {
  /** How many others have been running for long. */
  othersRunningLong(): number;
  /** To be called when the answer is out. */
  leave(): void;
}

/**
 * Requests that are being answered. Salesforce counts only those that take
 * long against the limit of concurrent ones.
 */
export class InFlight {
  readonly #switches: () => Switches;
  readonly #started = new Set<{ readonly at: number }>();

  constructor(options: { switches: () => Switches }) {
    this.#switches = options.switches;
  }

  enter(): RequestInFlight {
    const own = { at: performance.now() };
    this.#started.add(own);
    return {
      othersRunningLong: () => {
        const limit = performance.now() - this.#switches().longRequestMs;
        return [...this.#started].filter(
          entry => entry !== own && entry.at < limit,
        ).length;
      },
      leave: () => this.#started.delete(own),
    };
  }
}
