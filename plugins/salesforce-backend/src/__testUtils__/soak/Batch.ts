import { setTimeout as sleep } from 'node:timers/promises';
import { prepare, type Catalogue } from './Catalogue';
import { judge, type Reference, type Verdict } from './judge';
import { faultsFor, type Schedule } from './Schedule';
import type { SoakBed } from './SoakBed';
import type { SoakOrg } from './SoakOrg';
import type { Worker, WorkerPool } from './WorkerPool';

/** Longer than a lease and than the longest back-off, jitter included. */
const sweepMilliseconds = 20 * 60_000;
/** Sweeps while troubles go on; then they end, and two must do. */
const troubledRounds = 6;
const recoverySweeps = 2;

/** One schedule on an org of its own, while it runs. */
interface Run {
  schedule: Schedule;
  org: SoakOrg;
  requestId: string;
}

/** What a batch came to. */
export interface BatchResult {
  verdicts: Array<Verdict & { schedule: Schedule; steps: number }>;
  /** Processes that were ended by SIGKILL. */
  kills: number;
  /** Requests that a kill caught at a step. */
  interrupted: number;
}

/**
 * Runs schedules side by side, each on its own org, in shared processes: a
 * request that reaches a step at which it is to be interrupted stands still
 * there, and when all others are done or wait, the process is ended by SIGKILL.
 */
export class Batch {
  readonly #bed: SoakBed;
  readonly #pool: WorkerPool;
  readonly #catalogue: Catalogue;
  readonly #workerCount: number;
  /** Processes stand still at a stop, and go on after others took over. */
  readonly #isStalling: boolean;
  /** After so many steps of any request a process is ended wherever it is. */
  readonly #endAfter: () => number | undefined;
  #runs: Run[] = [];
  #workers: Worker[] = [];
  #reached = new Map<string, number>();
  #standing = new Map<string, Worker>();
  #countdown: number | undefined;
  #kills = 0;
  #interrupted = 0;

  constructor(options: {
    bed: SoakBed;
    pool: WorkerPool;
    catalogue: Catalogue;
    workerCount: 1 | 2;
    isStalling?: boolean;
    endAfter?: () => number | undefined;
  }) {
    this.#bed = options.bed;
    this.#pool = options.pool;
    this.#catalogue = options.catalogue;
    this.#workerCount = options.workerCount;
    this.#isStalling = options.isStalling ?? false;
    this.#endAfter = options.endAfter ?? (() => undefined);
  }

  async run(
    schedules: Schedule[],
    references: ReadonlyMap<string, Reference>,
  ): Promise<BatchResult> {
    for (const [index, { action }] of schedules.entries()) {
      const org = this.#bed.orgs[index];
      org.reset();
      await this.#bed.forget(org);
      await prepare(this.#bed, org, action);
    }
    for (const [index, schedule] of schedules.entries()) {
      this.#runs.push(
        await this.#begin(schedule, this.#bed.orgs[index], references),
      );
    }
    for (let round = 0; round < troubledRounds; round++) {
      await this.#sweep({ mayEnd: true });
      if (await this.#isDone()) break;
      this.#bed.advance(sweepMilliseconds);
    }
    for (const { org } of this.#runs) org.server.faults.clear();
    for (let sweep = 0; sweep < recoverySweeps; sweep++) {
      if (await this.#isDone()) break;
      this.#bed.advance(sweepMilliseconds);
      await this.#sweep({ mayEnd: false });
    }
    await Promise.all(this.#workers.map(worker => worker.kill()));
    const verdicts = [];
    for (const run of this.#runs) {
      verdicts.push(await this.#judge(run, references));
    }
    return {
      verdicts,
      kills: this.#kills,
      interrupted: this.#interrupted,
    };
  }

  async #begin(
    schedule: Schedule,
    org: SoakOrg,
    references: ReadonlyMap<string, Reference>,
  ): Promise<Run> {
    const bed = this.#bed;
    const requestId = await bed.submit(
      org,
      schedule.action,
      this.#catalogue.inputOf(schedule.action),
    );
    org.server.requestLog.clear();
    const calls = references.get(schedule.action)?.calls ?? [];
    faultsFor(schedule.trouble, calls[schedule.call]).forEach(rule =>
      org.server.faults.add(rule),
    );
    return { schedule, org, requestId };
  }

  /** Works until everything is done, waits, or stands at a step. */
  async #sweep(options: { mayEnd: boolean }): Promise<void> {
    for (;;) {
      while (this.#workers.length < this.#workerCount) {
        const worker = await this.#pool.take(this.#bed.settings);
        worker.onMessage(message => {
          if (message.kind !== 'reached') return;
          const { requestId } = message;
          this.#reached.set(requestId, (this.#reached.get(requestId) ?? 0) + 1);
          if (message.isStop) this.#standing.set(requestId, worker);
          if (this.#countdown !== undefined) this.#countdown -= 1;
        });
        this.#workers.push(worker);
      }
      this.#countdown = options.mayEnd ? this.#endAfter() : undefined;
      for (const worker of this.#workers) {
        worker.work({
          stops: options.mayEnd
            ? Object.fromEntries(
                this.#runs.map(run => [run.requestId, run.schedule.stops]),
              )
            : {},
          reached: Object.fromEntries(this.#reached),
        });
      }
      if (await this.#untilQuiet()) {
        await this.#end(this.#workers[0]);
      } else if (this.#standing.size > 0) {
        for (const worker of new Set(this.#standing.values())) {
          if (this.#isStalling) await this.#stall(worker);
          else await this.#end(worker);
        }
      } else {
        for (const { org } of this.#runs) org.release();
        return;
      }
      for (const { org } of this.#runs) org.release();
      // The leases of the process that ended run out.
      this.#bed.advance(sweepMilliseconds);
    }
  }

  /**
   * The process stands still until its leases have run out and another one has
   * taken over and finished; then it goes on as if nothing had happened.
   */
  async #stall(worker: Worker): Promise<void> {
    const workers = this.#workers;
    const mine = [...this.#standing].filter(([, holder]) => holder === worker);
    mine.forEach(([requestId]) => this.#standing.delete(requestId));
    this.#interrupted += mine.length;
    worker.pause();
    this.#workers = workers.filter(other => other !== worker);
    for (const { org } of this.#runs) org.release();
    this.#bed.advance(sweepMilliseconds);
    for (const other of this.#workers) {
      other.work({ stops: {}, reached: Object.fromEntries(this.#reached) });
    }
    await this.#untilQuiet();
    worker.resume();
    worker.goOn();
    this.#workers = workers;
    // Time to do what it must not do.
    await sleep(150);
  }

  async #end(worker: Worker): Promise<void> {
    await worker.kill();
    this.#kills += 1;
    this.#workers = this.#workers.filter(other => other !== worker);
    for (const [requestId, holder] of this.#standing) {
      if (holder !== worker) continue;
      this.#standing.delete(requestId);
      this.#interrupted += 1;
    }
  }

  /** True when a process is to be ended in the middle of its work. */
  async #untilQuiet(): Promise<boolean> {
    const ids = this.#runs.map(run => run.requestId);
    const alive = new Set(this.#workers.map(worker => String(worker.pid)));
    for (;;) {
      if (this.#countdown !== undefined && this.#countdown <= 0) return true;
      const now = this.#bed.clock.now().toISOString();
      const busy = (await this.#bed.jobsOf(ids)).some(job => {
        if (job.state === 'done') return false;
        if (job.state !== 'leased') return job.run_at <= now;
        // Somebody is about to take it over.
        if ((job.lease_until ?? '') <= now) return true;
        return (
          alive.has(job.lease_owner?.split(' ').at(-1) ?? '') &&
          !this.#standing.has(job.request_id)
        );
      });
      if (!busy) return false;
      await sleep(8);
    }
  }

  async #isDone(): Promise<boolean> {
    const jobs = await this.#bed.jobsOf(this.#runs.map(run => run.requestId));
    return jobs.every(job => job.state === 'done');
  }

  async #judge(run: Run, references: ReadonlyMap<string, Reference>) {
    const { schedule, org, requestId } = run;
    const bed = this.#bed;
    const request = await bed.request(requestId);
    const followUps = await bed.followUpsOf(requestId);
    const facts = {
      org,
      request,
      followUps,
      trouble: schedule.trouble,
      job: (await bed.jobsOf([requestId]))[0],
      changes: await bed.changesOf(request),
    };
    const verdict = judge({
      ...facts,
      reference: references.get(schedule.action) ?? {
        // The first run of an action is what others are compared with.
        calls: org.writeCalls(),
        effects: org.effects(),
        followUps,
      },
    });
    return { ...verdict, schedule, steps: this.#reached.get(requestId) ?? 0 };
  }

  /** What the runs of this batch did, for others to be compared with. */
  async references(): Promise<Map<string, Reference>> {
    const references = new Map<string, Reference>();
    for (const { schedule, org, requestId } of this.#runs) {
      references.set(schedule.action, {
        calls: org.writeCalls(),
        effects: org.effects(),
        followUps: await this.#bed.followUpsOf(requestId),
      });
    }
    return references;
  }
}
