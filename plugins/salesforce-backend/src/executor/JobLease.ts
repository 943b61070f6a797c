import type { Knex } from 'knex';
import {
  deferJob,
  finishJob,
  holdJob,
  LeaseLostError,
  type JobHolder,
} from '../database/operations/jobs/holdJob';

/**
 * A worker's hold of one job. What it writes begins with {@link JobLease.hold}
 * or ends with {@link JobLease.end}, on condition of its ticket: a worker whose
 * job was taken writes nothing any more.
 */
export class JobLease {
  readonly #options: JobLeaseOptions;
  #heldUntil = 0;
  /** By a clock that nobody sets. */
  #heldSince = 0;

  constructor(options: JobLeaseOptions) {
    this.#options = options;
    this.#nextEnd();
  }

  get ticket(): number {
    return this.#options.holder.ticket;
  }

  /**
   * Throws when less than half of the lease is left, which is the longest that
   * a call takes. A process that stood still (a machine that swaps, a long
   * garbage collection) must not send what somebody else may have sent. Setting
   * the machine's clock back gives it no time.
   */
  demandTimeForCall(): void {
    const { now, holder, leaseMilliseconds } = this.#options;
    if (
      now().getTime() > this.#heldUntil - leaseMilliseconds / 2 ||
      performance.now() - this.#heldSince > leaseMilliseconds / 2
    ) {
      throw new LeaseLostError(holder.requestId);
    }
  }

  /** Renews the lease and locks the job until the transaction ends. */
  async hold(transaction: Knex | Knex.Transaction): Promise<void> {
    await holdJob({
      transaction,
      holder: this.#options.holder,
      leaseUntil: this.#nextEnd(),
    });
  }

  /**
   * Reading 10,000 users takes its time, and so does a bulk job; the lease must
   * not run out meanwhile.
   */
  async whileRenewing<T>(work: Promise<T>): Promise<T> {
    const { knex, leaseMilliseconds } = this.#options;
    const timer = setInterval(
      () => this.hold(knex).catch(() => {}),
      leaseMilliseconds / 3,
    );
    try {
      return await work;
    } finally {
      clearInterval(timer);
    }
  }

  /** Ends the job. */
  async end(transaction: Knex.Transaction): Promise<void> {
    const { holder, now } = this.#options;
    await finishJob({ transaction, holder, now: now().toISOString() });
  }

  /** Ends the job of a request that is not to run (any more). */
  async drop(): Promise<void> {
    await this.#options.knex.transaction(transaction => this.end(transaction));
  }

  /** Gives the job back, to be taken up later. */
  async defer(options: {
    runAt: Date;
    problem: { message: string; code?: string; details?: string };
  }): Promise<void> {
    const { knex, holder, now } = this.#options;
    await deferJob({
      transaction: knex,
      holder,
      now: now().toISOString(),
      runAt: options.runAt.toISOString(),
      problem: options.problem,
    });
  }

  #nextEnd(): string {
    const { now, leaseMilliseconds } = this.#options;
    this.#heldUntil = now().getTime() + leaseMilliseconds;
    this.#heldSince = performance.now();
    return new Date(this.#heldUntil).toISOString();
  }
}

/** What {@link JobLease} needs. */
export interface JobLeaseOptions {
  knex: Knex;
  holder: JobHolder;
  now: () => Date;
  leaseMilliseconds: number;
}
