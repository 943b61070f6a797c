import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { claimJob } from '../database/operations/jobs/claimJob';
import {
  claimSiblings,
  holdSiblings,
} from '../database/operations/jobs/claimSiblings';
import type { JobRow, RequestRow } from '../database/tables';
import type { Outbox } from '../outbox/Outbox';
import type { RequestPlanner } from '../requests/RequestPlanner';
import type { Executor } from './Executor';
import type {
  ApprovalCheck,
  Checkpoint,
  CompleteBlockers,
  ExecutionContexts,
  ExplainRefusal,
  OrgAdmins,
  PlanStore,
  WriteActions,
} from './ExecutorSeams';
import { JobLease } from './JobLease';
import { JobRun } from './JobRun';
import { JobTransactions } from './JobTransactions';
import { runTogether, type HeldJob, type RunSeams } from './runTogether';

/*
 * What is promised, and how it is kept
 *
 * Salesforce and the host's database share no transaction. Between a call and
 * its record the process can end, the reply can get lost, another replica can
 * take over. What is promised all the same: every approved change takes effect
 * once, nothing that was not approved takes effect, and every request comes to
 * an end or to an admin.
 *
 * 1. One job per request: its primary key is the request. Any number of
 *    approvals at the same moment make one job.
 *
 * 2. One live lease. A worker claims a job by a conditional update that raises
 *    its ticket. Every later transaction of the worker begins by renewing the
 *    lease on condition of that ticket, which also locks the job's row: a
 *    worker whose job was taken writes nothing any more. The lease is longer
 *    than the longest call (`leaseMilliseconds` > the gateway's timeout) and is
 *    renewed right before each call, so a job is never taken while a call of
 *    its holder can still be on its way. A worker that stood still after that
 *    sends nothing: a call leaves only while half of the lease is left.
 *
 * 3. What was approved is what runs. A fresh run computes the plan anew and
 *    compares digests. If they differ nothing runs, and the new plan is
 *    reviewed. What is written is the stored, approved plan, field by field.
 *
 * 4. Intent before call. The changes of a call are marked as intended, with the
 *    ticket, in a transaction that commits before the call leaves. The gateway
 *    never repeats a write by itself.
 *
 * 5. Look before repeating. A change that was intended and has no outcome may
 *    or may not have taken effect: the reply was lost, or the process ended.
 *    Whoever takes up the job reads the record. The wanted state is there: it
 *    counts as done. The state before is there: it is sent again; a
 *    record that is to be made is looked for twice before. Neither:
 *    somebody else was at work, and an admin looks at it. It cannot be seen at
 *    all (an e-mail): it is never repeated, and an admin is told the facts.
 *
 * 6. Outcome and record are one. The row, the audit entries and the messages
 *    are written in one transaction, by the holder of the ticket only.
 *
 * What is not promised: that Salesforce does not change between the reading of
 * point 3 and the write a moment later (its API has no conditional writes for
 * these objects); and that a call which timed out on our side and is still on
 * its way inside Salesforce after the back-off is seen by the reading of point
 * 5. For records with a natural key Salesforce itself refuses the second one.
 */

/** More would wait for each other longer, and be more than one reading takes. */
const mostTogether = 200;

/** The executor over the host's database. Any number of replicas may run it. */
export class DefaultExecutor implements Executor {
  readonly #options: DefaultExecutorOptions;
  readonly #running = new Map<Promise<void>, string>();
  #pumping: Promise<void> | undefined;
  #isWanted = false;
  #isStopped = false;
  #worked = 0;

  static create(options: DefaultExecutorOptions): DefaultExecutor {
    return new DefaultExecutor(options);
  }

  private constructor(options: DefaultExecutorOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#isStopped = false;
    this.wake();
  }

  wake(): void {
    if (this.#isStopped) return;
    this.#isWanted = true;
    this.#pumping ??= this.#pump().finally(() => {
      this.#pumping = undefined;
      if (this.#isWanted) this.wake();
    });
  }

  /** Claims nothing more and waits for the calls that are on their way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#isWanted = false;
    await this.#pumping;
    await Promise.all(this.#running.keys());
  }

  async runUntilIdle(): Promise<number> {
    const before = this.#worked;
    this.wake();
    while (this.#pumping || this.#running.size > 0) {
      await this.#pumping;
      await Promise.all(this.#running.keys());
    }
    return this.#worked - before;
  }

  async #pump(): Promise<void> {
    const { logger, concurrency } = this.#options;
    try {
      do {
        this.#isWanted = false;
        while (!this.#isStopped && this.#running.size < concurrency.total) {
          const job = await this.#claim();
          if (!job) break;
          this.#take(job);
        }
      } while (this.#isWanted && !this.#isStopped);
    } catch (error) {
      // The scheduler wakes us again; what is due stays due.
      logger.warn(`Jobs could not be claimed: ${error}`);
    }
  }

  async #claim(): Promise<JobRow | undefined> {
    const { knex, now, owner, leaseMilliseconds } = this.#options;
    const at = now();
    return claimJob({
      knex,
      owner,
      now: at.toISOString(),
      leaseUntil: new Date(at.getTime() + leaseMilliseconds).toISOString(),
      exceptOrgs: this.#busyOrgs(),
    });
  }

  #busyOrgs(): string[] {
    const counts = new Map<string, number>();
    for (const org of this.#running.values()) {
      counts.set(org, (counts.get(org) ?? 0) + 1);
    }
    return [...counts]
      .filter(([, count]) => count >= this.#options.concurrency.perOrg)
      .map(([org]) => org);
  }

  #take(job: JobRow): void {
    const run = this.#run(job)
      .catch(error => this.#onRunFailure(job, error))
      .finally(() => {
        this.#running.delete(run);
        this.#worked += 1;
        // A place is free, and the org may have more to do.
        this.wake();
      });
    this.#running.set(run, job.org_id);
  }

  async #run(job: JobRow): Promise<void> {
    const request = await this.#options
      .knex<RequestRow>('salesforce_requests')
      .where({ id: job.request_id })
      .first();
    if (!request) {
      await this.#leaseOf(job).drop();
      return;
    }
    const siblings = await this.#claimSiblings(job, request);
    if (siblings.length === 0) {
      await this.#runOne({ job, request }, this.#options);
      return;
    }
    const held = [{ job, request }, ...siblings];
    // Two hundred wait for each other longer than one does.
    const renewing = setInterval(
      () => this.#renew(held).catch(() => {}),
      this.#options.leaseMilliseconds / 3,
    );
    try {
      await runTogether({
        held,
        seams: this.#options,
        actions: this.#options.actions,
        runOne: (one, seams) =>
          this.#runOne(one, seams).catch(error =>
            this.#onRunFailure(one.job, error),
          ),
      });
    } finally {
      clearInterval(renewing);
    }
  }

  /** Keeps the leases of those that are still held. */
  async #renew(held: HeldJob[]): Promise<void> {
    const { knex, now, leaseMilliseconds } = this.#options;
    await holdSiblings({
      knex,
      holders: held.map(({ job }) => ({
        requestId: job.request_id,
        ticket: job.ticket,
      })),
      leaseUntil: new Date(now().getTime() + leaseMilliseconds).toISOString(),
    });
  }

  async #runOne({ job, request }: HeldJob, seams: RunSeams): Promise<void> {
    const lease = this.#leaseOf(job);
    await new JobRun({
      ...this.#options,
      ...seams,
      job,
      request,
      lease,
      transactions: new JobTransactions({ ...this.#options, lease }),
    }).run();
  }

  #leaseOf(job: JobRow): JobLease {
    return new JobLease({
      ...this.#options,
      holder: { requestId: job.request_id, ticket: job.ticket },
    });
  }

  /** Other follow-ups that are due and can share the calls of this one. */
  async #claimSiblings(job: JobRow, request: RequestRow): Promise<HeldJob[]> {
    const { knex, owner, now, leaseMilliseconds, actions } = this.#options;
    const isFreshFollowUp =
      job.attempts === 1 &&
      request.state === 'scheduled' &&
      request.source === 'follow_up' &&
      request.plan_version === 0;
    if (!isFreshFollowUp || !actions.find(request.action_id)?.isPerUser) {
      return [];
    }
    const at = now();
    return claimSiblings({
      knex,
      request,
      owner,
      now: at.toISOString(),
      leaseUntil: new Date(at.getTime() + leaseMilliseconds).toISOString(),
      limit: mostTogether - 1,
    });
  }

  #onRunFailure(job: JobRow, error: unknown): void {
    const { logger } = this.#options;
    if (isError(error) && error.name === 'LeaseLostError') {
      logger.info(error.message);
      return;
    }
    // The lease runs out, and the next worker goes on from what is stored.
    logger.error(
      `The job of request '${job.request_id}' was left to the next worker`,
      isError(error) ? error : undefined,
    );
  }
}

/** What {@link DefaultExecutor} needs. */
export interface DefaultExecutorOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  planStore: PlanStore;
  orgAdmins: OrgAdmins;
  contexts: ExecutionContexts;
  actions: WriteActions;
  planner: RequestPlanner;
  approvals: ApprovalCheck;
  explain: ExplainRefusal;
  completeBlockers: CompleteBlockers;
  logger: LoggerService;
  now: () => Date;
  wait: (milliseconds: number) => Promise<void>;
  random: () => number;
  /** Unique to this process, for people who look at the table. */
  owner: string;
  /** Longer than the gateway's longest call. */
  leaseMilliseconds: number;
  concurrency: { total: number; perOrg: number };
  checkpoint: Checkpoint;
}
