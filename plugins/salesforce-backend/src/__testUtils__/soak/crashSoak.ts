import { Batch, type BatchResult } from './Batch';
import { Catalogue } from './Catalogue';
import type { Reference } from './judge';
import { troubles, type Schedule } from './Schedule';
import { SeededRandom } from './SeededRandom';
import type { SoakBed } from './SoakBed';
import type { WorkerPool } from './WorkerPool';

/** What the schedules of a soak came to. */
export interface CrashFigures {
  schedules: number;
  kills: number;
  interrupted: number;
  duplicates: number;
  lost: number;
  unresolved: number;
}

/** Both databases by turns, and each way of sharing a PostgreSQL. */
const leastTurns = 6;

/**
 * Every write action × every trouble × every step that is persisted on the
 * way, as many as there is time for, in an order that the seed says; then
 * schedules by chance. The beds share one catalogue and take turns.
 */
export class CrashSoak {
  readonly figures: CrashFigures = {
    schedules: 0,
    kills: 0,
    interrupted: 0,
    duplicates: 0,
    lost: 0,
    unresolved: 0,
  };
  readonly problems: string[] = [];
  readonly #beds: SoakBed[];
  readonly #pool: WorkerPool;
  readonly #random: SeededRandom;
  readonly #report: (line: string) => void;
  #turn = 0;

  constructor(options: {
    beds: SoakBed[];
    pool: WorkerPool;
    seed: number;
    report: (line: string) => void;
  }) {
    this.#beds = options.beds;
    this.#pool = options.pool;
    this.#random = new SeededRandom(options.seed);
    this.#report = options.report;
  }

  async run(limits: {
    /** Takes no new batches after so long, once each way was taken. */
    milliseconds: number;
    /** How many schedules at most. */
    schedules: number;
    /** Each action with each trouble once, ended at a step by chance. */
    isShort: boolean;
  }): Promise<void> {
    const [first] = this.#beds;
    const catalogue = await Catalogue.read(first);
    for (const missing of catalogue.missing) {
      this.#report(`Left out, no example alters anything: ${missing}`);
    }
    const references = await this.#learn(catalogue);
    this.#report(
      `${catalogue.actions.length} write actions: ${catalogue.actions}`,
    );
    const options = { ...limits, until: Date.now() + limits.milliseconds };
    if (options.isShort) {
      await this.#runAll(this.#covering(catalogue, references), {
        ...options,
        catalogue,
        references,
      });
      return;
    }

    const plain = this.#plainSchedules(catalogue, references);
    const steps = new Map<Schedule, number>();
    await this.#runAll(plain, {
      ...options,
      catalogue,
      references,
      onResult: result =>
        result.verdicts.forEach(({ schedule, steps: count }) =>
          steps.set(schedule, count),
        ),
    });
    const matrix = [...steps].flatMap(([schedule, count]) =>
      Array.from({ length: count }, (_, index) => ({
        ...schedule,
        stops: [index + 1],
      })),
    );
    this.#report(`${matrix.length} places to end a process at`);
    await this.#runAll(this.#random.shuffle(matrix), {
      ...options,
      catalogue,
      references,
    });
    while (this.#mayGoOn(options)) {
      await this.#runAll(this.#byChance(catalogue, references), {
        ...options,
        catalogue,
        references,
        isChaotic: true,
      });
    }
  }

  /** What each example does when nothing goes wrong. */
  async #learn(catalogue: Catalogue): Promise<Map<string, Reference>> {
    const [bed] = this.#beds;
    const references = new Map<string, Reference>();
    for (const actions of chunks(catalogue.actions, bed.orgs.length)) {
      const batch = new Batch({
        bed,
        pool: this.#pool,
        catalogue,
        workerCount: 1,
      });
      const result = await batch.run(
        actions.map(action => ({
          action,
          trouble: 'none',
          call: 0,
          stops: [],
        })),
        new Map(),
      );
      this.#count(result);
      for (const [action, reference] of await batch.references()) {
        references.set(action, reference);
        if (reference.effects.size === 0) {
          // Such as ending the sessions of somebody who has none.
          this.#report(`${action} has no effect that the org tells of`);
        }
      }
    }
    return references;
  }

  /** Each trouble at the first and at the last call of each action. */
  #plainSchedules(
    catalogue: Catalogue,
    references: ReadonlyMap<string, Reference>,
  ): Schedule[] {
    return catalogue.actions.flatMap(action => {
      const last = (references.get(action)?.calls.length ?? 1) - 1;
      return troubles.flatMap(trouble =>
        [...new Set(trouble === 'none' ? [0] : [0, last])].map(call => ({
          action,
          trouble,
          call,
          stops: [],
        })),
      );
    });
  }

  #covering(
    catalogue: Catalogue,
    references: ReadonlyMap<string, Reference>,
  ): Schedule[] {
    const random = this.#random;
    return random.shuffle(
      catalogue.actions.flatMap(action =>
        troubles.map(trouble => ({
          action,
          trouble,
          call: random.below(references.get(action)?.calls.length ?? 1),
          stops: [1 + random.below(trouble === 'none' ? 5 : 9)],
        })),
      ),
    );
  }

  #byChance(
    catalogue: Catalogue,
    references: ReadonlyMap<string, Reference>,
  ): Schedule[] {
    const random = this.#random;
    return Array.from({ length: this.#beds[0].orgs.length }, () => {
      const action = random.pick(catalogue.actions);
      const calls = references.get(action)?.calls.length ?? 1;
      return {
        action,
        trouble: random.pick(troubles),
        call: random.below(calls),
        stops: Array.from(
          { length: random.below(4) },
          () => 1 + random.below(12),
        ),
      };
    });
  }

  async #runAll(
    schedules: Schedule[],
    options: {
      until: number;
      schedules: number;
      catalogue: Catalogue;
      references: ReadonlyMap<string, Reference>;
      isChaotic?: boolean;
      onResult?: (result: BatchResult) => void;
    },
  ): Promise<void> {
    const { catalogue, references } = options;
    for (const some of chunks(schedules, this.#beds[0].orgs.length)) {
      if (!this.#mayGoOn(options)) return;
      const bed = this.#beds[this.#turn % this.#beds.length];
      // Two workers share a PostgreSQL; SQLite is for one process.
      const mayShare = bed.settings.database.client === 'pg';
      const way = mayShare ? ((this.#turn - 1) / 2) % 3 : 0;
      this.#turn += 1;
      const batch = new Batch({
        bed,
        pool: this.#pool,
        catalogue,
        workerCount: way === 0 ? 1 : 2,
        isStalling: way === 2 && !options.isChaotic,
        ...(options.isChaotic
          ? {
              endAfter: () =>
                this.#random.next() < 0.6
                  ? 1 + this.#random.below(some.length * 5)
                  : undefined,
            }
          : {}),
      });
      const result = await batch.run(some, references);
      this.#count(result);
      options.onResult?.(result);
    }
  }

  #mayGoOn(options: { until: number; schedules: number }): boolean {
    const isTime = this.#turn < leastTurns || Date.now() < options.until;
    return isTime && this.figures.schedules < options.schedules;
  }

  #count(result: BatchResult): void {
    const { figures } = this;
    figures.schedules += result.verdicts.length;
    figures.kills += result.kills;
    figures.interrupted += result.interrupted;
    for (const verdict of result.verdicts) {
      figures.duplicates += verdict.duplicates;
      figures.lost += verdict.lost;
      figures.unresolved += verdict.unresolved;
      if (verdict.problems.length > 0) {
        const problem = `${JSON.stringify(
          verdict.schedule,
        )}: ${verdict.problems.join('; ')}`;
        this.problems.push(problem);
        this.#report(problem);
      }
    }
    this.#report(JSON.stringify(figures));
  }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    parts.push(items.slice(start, start + size));
  }
  return parts;
}
