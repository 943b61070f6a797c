import type { Knex } from 'knex';

/**
 * Runs approved requests. See the essay in `DefaultExecutor` for what is
 * promised.
 */
export interface Executor {
  /** Takes up work that is due, soon after the current transaction committed. */
  wake(): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Works until nothing is due; for tests and scripts. Returns jobs worked on. */
  runUntilIdle(): Promise<number>;
}

/** The part of the executor's storage that request services use, inside their transaction. */
export interface JobQueue {
  /** Exactly one job per request; a second call for the same request is a ConflictError. */
  enqueue(
    transaction: Knex.Transaction,
    job: { requestId: string; orgId: string; runAt: string },
  ): Promise<void>;
  /** Takes back a job that nobody runs. `running` when it is too late. */
  cancel(
    transaction: Knex.Transaction,
    job: { requestId: string },
  ): Promise<'cancelled' | 'running' | 'absent'>;
  /**
   * Queues a finished job again, for a retry: changes that failed are due
   * again, those of unknown outcome only on demand. Makes the job where the
   * request never had one.
   */
  requeue(
    transaction: Knex.Transaction,
    job: {
      requestId: string;
      orgId: string;
      runAt: string;
      repeatUnknown: boolean;
    },
  ): Promise<void>;
}
