import type {
  ActionContext,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type { ChangeRecord } from '../database/operations/changes/recordChanges';
import type { RequestPlanner } from '../requests/RequestPlanner';
import { checkPlan } from './checkPlan';
import type { ApprovalCheck } from './ExecutorSeams';
import type { JobLease } from './JobLease';
import type { JobTransactions } from './JobTransactions';
import { isToObserve } from './nextBatch';
import type { RunObservation } from './RunObservation';
import type { RunProgress } from './RunProgress';
import { readWork, storedDigest } from './storedWork';

/**
 * What comes before the first call of a run: a fresh one is compared with what
 * was approved, a resumed one looks at what an earlier one left.
 */
export class RunPreparation {
  readonly #options: RunPreparationOptions;

  constructor(options: RunPreparationOptions) {
    this.#options = options;
  }

  /** Whether the run may go on; if not, it has ended. */
  async mayGoOn(
    action: SalesforceWriteAction,
    context: ActionContext,
  ): Promise<boolean> {
    const { knex, progress } = this.#options;
    progress.work = await readWork({ knex, request: progress.request });
    const isResumed = progress.work.some(
      work =>
        work.outcome !== 'pending' || work.isIntended || work.attempts > 0,
    );
    return isResumed
      ? this.#takeUp(action, context)
      : this.#begin(action, context);
  }

  async #takeUp(
    action: SalesforceWriteAction,
    context: ActionContext,
  ): Promise<boolean> {
    const { progress, observation } = this.#options;
    if ((await this.#storedDigest()) !== progress.request.plan_digest) {
      await progress.block({
        code: 'plan_altered',
        message:
          'What is stored is not what was approved; nothing more is done',
        remedy: 'Look at the audit log, then withdraw the request and ask anew',
      });
      return false;
    }
    await observation.observe(
      action,
      context,
      progress.work.filter(work => isToObserve(work, progress.work)),
    );
    return true;
  }

  async #begin(
    action: SalesforceWriteAction,
    context: ActionContext,
  ): Promise<boolean> {
    const { knex, lease, transactions, planner, approvals, progress } =
      this.#options;
    const { request } = progress;
    const plan = await lease.whileRenewing(planner.plan({ request, context }));
    const check = checkPlan({
      request,
      ...plan,
      storedDigest: await this.#storedDigest(),
    });
    const approval =
      check.kind === 'as_approved' || check.kind === 'changed'
        ? await lease.whileRenewing(
            approvals.check({
              request,
              action,
              context,
              proposal: plan.proposal,
            }),
          )
        : ({ kind: 'holds' } as const);
    if (approval.kind === 'refused') {
      await progress.block(...approval.blockers);
      return false;
    }
    if (approval.kind === 'lapsed') {
      await transactions.setStale(request, plan, approval);
      return false;
    }
    switch (check.kind) {
      case 'as_approved':
        return true;
      case 'first_plan':
        progress.request = await transactions.planFollowUp(request, plan);
        progress.work = await readWork({ knex, request: progress.request });
        return true;
      case 'already_there':
        // Why nothing is done is kept with it.
        if (request.plan_version === 0 && plan.proposal.leftOut?.length) {
          progress.request = await transactions.planFollowUp(request, plan);
        }
        await this.#finishAlreadyThere();
        return false;
      case 'blocked':
        await progress.block(...check.blockers);
        return false;
      default:
        await transactions.setStale(request, plan);
        return false;
    }
  }

  async #storedDigest(): Promise<string> {
    const { knex, progress } = this.#options;
    const { request, work } = progress;
    return storedDigest({ knex, request, work });
  }

  async #finishAlreadyThere(): Promise<void> {
    const { progress, transactions } = this.#options;
    const records: ChangeRecord[] = progress.work.map(work => ({
      position: work.position,
      outcome: 'already_there',
    }));
    progress.remember(records);
    // An approved request becomes running before it can be done, as any other.
    progress.request = await transactions.start(progress.request);
    await progress.finish(records, { observed: true });
  }
}

/** What {@link RunPreparation} needs. */
export interface RunPreparationOptions {
  knex: Knex;
  lease: JobLease;
  transactions: JobTransactions;
  planner: RequestPlanner;
  approvals: ApprovalCheck;
  progress: RunProgress;
  observation: RunObservation;
}
