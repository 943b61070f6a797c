import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ChangeRecord } from '../database/operations/changes/recordChanges';
import type { RequestRow } from '../database/tables';
import { outcomeEntries } from './callEntries';
import type { Checkpoint } from './ExecutorSeams';
import { finalOutcome } from './finalOutcome';
import type { JobLease } from './JobLease';
import type { JobTransactions, RecordedOutcomes } from './JobTransactions';
import type { PlannedWork } from './PlannedWork';

/** How far a run has come: what is stored, and the same in memory. */
export class RunProgress {
  readonly #options: RunProgressOptions;
  readonly #blockers = new Map<number, Blocker>();
  /** As it was last written. */
  request: RequestRow;
  /** The changes of its plan, by position. */
  work: PlannedWork[] = [];

  constructor(options: RunProgressOptions) {
    this.#options = options;
    this.request = options.request;
  }

  /** What stands in the way of the changes at these positions. */
  addBlockers(blockers: ReadonlyMap<number, Blocker>): void {
    blockers.forEach((blocker, position) =>
      this.#blockers.set(position, blocker),
    );
  }

  /** Takes outcomes over before they are stored, to see what is left to do. */
  remember(records: ChangeRecord[]): void {
    for (const record of records) {
      const work = this.work[record.position];
      work.outcome = record.outcome;
      work.isIntended = false;
      work.recordId = record.recordId ?? work.recordId;
    }
  }

  /** Stores outcomes in the middle of a run. */
  async record(
    records: ChangeRecord[],
    options: { observed: boolean } = { observed: false },
  ): Promise<void> {
    await this.#options.transactions.record(
      this.request,
      this.#outcomes(records, options),
    );
    this.remember(records);
  }

  /** Stores the last outcomes and ends the request. */
  async finish(
    records: ChangeRecord[],
    options: { observed: boolean } = { observed: false },
  ): Promise<void> {
    this.request = await this.#options.transactions.finish(this.request, {
      outcomes: this.#outcomes(records, options),
      final: finalOutcome({
        work: this.work,
        clearable: new Set(this.#blockers.keys()),
      }),
      blockers: [...this.#blockers.values()],
    });
    await this.reached('finished');
  }

  /** Ends the run: nothing more is sent until an admin has looked at it. */
  async block(...blockers: Blocker[]): Promise<void> {
    await this.#options.transactions.block(this.request, blockers);
  }

  async reached(step: Parameters<Checkpoint>[0]): Promise<void> {
    await this.#options.checkpoint(step, { requestId: this.request.id });
  }

  #outcomes(
    records: ChangeRecord[],
    { observed }: { observed: boolean },
  ): RecordedOutcomes {
    return {
      records,
      entries: outcomeEntries({
        request: this.request,
        ticket: this.#options.lease.ticket,
        work: this.work,
        records,
        observed,
      }),
    };
  }
}

/** What {@link RunProgress} needs. */
export interface RunProgressOptions {
  request: RequestRow;
  transactions: JobTransactions;
  lease: JobLease;
  checkpoint: Checkpoint;
}
