import type {
  ActionContext,
  Observation,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type { JobLease } from './JobLease';
import { lookAtChanges } from './lookAtChanges';
import { lookTwice } from './lookTwice';
import { observedRecords } from './observedRecords';
import type { PlannedWork } from './PlannedWork';
import type { RunProgress } from './RunProgress';

/** Looks at what took effect, where nobody was told, and records it. */
export class RunObservation {
  readonly #options: RunObservationOptions;

  constructor(options: RunObservationOptions) {
    this.#options = options;
  }

  /** Of changes that an earlier run intended: a reply was lost, or a process ended. */
  async observe(
    action: SalesforceWriteAction,
    context: ActionContext,
    work: PlannedWork[],
  ): Promise<void> {
    if (work.length === 0) return;
    const { lease, wait, progress } = this.#options;
    const observations = await lookTwice({
      work,
      look: some => this.#look(action, context, some),
      wait: time => lease.whileRenewing(wait(time)),
    });
    await this.#record(work, observations);
    await progress.reached('observed');
  }

  /** Salesforce says these exist: that is fine if they are as wanted. */
  async observeRefused(
    action: SalesforceWriteAction,
    context: ActionContext,
    work: PlannedWork[],
  ): Promise<void> {
    const refused = new Map(await this.#look(action, context, work));
    for (const { position } of work) {
      // Refused as a duplicate and yet not found by its key: another record
      // stands in the way, perhaps one that we may not see.
      if (refused.get(position)?.state === 'not_applied') {
        refused.set(position, { state: 'drifted', found: null });
      }
    }
    await this.#record(work, refused);
  }

  async #look(
    action: SalesforceWriteAction,
    context: ActionContext,
    work: PlannedWork[],
  ): Promise<Map<number, Observation>> {
    const { knex, lease, progress } = this.#options;
    return lease.whileRenewing(
      lookAtChanges({
        knex,
        orgId: progress.request.org_id,
        action,
        context,
        work,
        all: progress.work,
      }),
    );
  }

  async #record(
    work: PlannedWork[],
    observations: ReadonlyMap<number, Observation>,
  ): Promise<void> {
    const { progress } = this.#options;
    const observed = observedRecords({ work, observations });
    progress.addBlockers(observed.blockers);
    progress.remember(observed.records);
    await progress.record(observed.records, { observed: true });
  }
}

/** What {@link RunObservation} needs. */
export interface RunObservationOptions {
  knex: Knex;
  lease: JobLease;
  progress: RunProgress;
  wait: (milliseconds: number) => Promise<void>;
}
