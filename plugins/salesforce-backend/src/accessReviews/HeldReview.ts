import type { Knex } from 'knex';
import {
  claimAsking,
  updateAsking,
} from '../database/operations/accessReviews/reviews';

/** Asking for one revocation takes no longer. Milliseconds. */
const askingTime = 5 * 60_000;

/**
 * The right to ask for what a review revokes: a lease, which one process has at
 * a time, and which runs out when that process ends.
 */
export class HeldReview {
  readonly #knex: Knex;
  readonly #reviewId: string;
  readonly #now: () => Date;
  #held: string | null = null;

  /** Does some work while holding the lease. False when somebody else has it. */
  static async whileHeld(
    options: { knex: Knex; reviewId: string; now: () => Date },
    work: (held: HeldReview) => Promise<void>,
  ): Promise<boolean> {
    const held = new HeldReview(options);
    if (!(await held.#claim())) return false;
    try {
      await work(held);
    } finally {
      if (held.#held !== null) await held.#update({ until: null });
    }
    return true;
  }

  private constructor(options: {
    knex: Knex;
    reviewId: string;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#reviewId = options.reviewId;
    this.#now = options.now;
  }

  /** Throws when somebody else took it over. */
  async renew(): Promise<void> {
    const until = this.#until();
    if (!(await this.#update({ until }))) {
      throw new Error(`Another process asks for review '${this.#reviewId}'`);
    }
    this.#held = until;
  }

  /** All was asked for. False when somebody else took it over. */
  async end(knex: Knex = this.#knex): Promise<boolean> {
    const askedAt = this.#now().toISOString();
    const ended = await this.#update({ until: null, askedAt, knex });
    if (ended) this.#held = null;
    return ended;
  }

  async #claim(): Promise<boolean> {
    const until = this.#until();
    const isClaimed = await claimAsking({
      knex: this.#knex,
      reviewId: this.#reviewId,
      now: this.#now().toISOString(),
      until,
    });
    if (isClaimed) this.#held = until;
    return isClaimed;
  }

  #until(): string {
    return new Date(this.#now().getTime() + askingTime).toISOString();
  }

  async #update(options: {
    until: string | null;
    askedAt?: string;
    knex?: Knex;
  }): Promise<boolean> {
    const { knex = this.#knex, ...changes } = options;
    if (this.#held === null) return false;
    return updateAsking({
      knex,
      reviewId: this.#reviewId,
      held: this.#held,
      ...changes,
    });
  }
}
