import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  isSalesdeskError,
  type Blocker,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  GatewayError,
  type ActionContext,
  type SalesforceWriteAction,
  type SalesforceWriter,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type { JobRow, RequestRow } from '../database/tables';
import type { RequestPlanner } from '../requests/RequestPlanner';
import { backOff } from './backOff';
import { callSalesforce } from './callSalesforce';
import type {
  ApprovalCheck,
  Checkpoint,
  CompleteBlockers,
  ExecutionContexts,
  ExplainRefusal,
  OpenedOrg,
  WriteActions,
} from './ExecutorSeams';
import type { JobLease } from './JobLease';
import type { JobTransactions } from './JobTransactions';
import { judgeResults, maximumAttempts } from './judgeResults';
import { nextBatch } from './nextBatch';
import type { PlannedWork } from './PlannedWork';
import { RunObservation } from './RunObservation';
import { RunPreparation } from './RunPreparation';
import { RunProgress } from './RunProgress';
import { whatAFailureMeans } from './whatAFailureMeans';

/** `WorkerEndedError` is what tests throw at a checkpoint. */
const endsTheWorker = new Set(['LeaseLostError', 'WorkerEndedError']);

/** One worker's run of one job, from the claim to the end or to the next wait. */
export class JobRun {
  readonly #options: JobRunOptions;
  readonly #progress: RunProgress;
  readonly #observation: RunObservation;
  readonly #preparation: RunPreparation;

  constructor(options: JobRunOptions) {
    this.#options = options;
    const progress = new RunProgress(options);
    const observation = new RunObservation({ ...options, progress });
    this.#progress = progress;
    this.#observation = observation;
    this.#preparation = new RunPreparation({
      ...options,
      progress,
      observation,
    });
  }

  async run(): Promise<void> {
    const { lease, actions, request, contexts } = this.#options;
    if (!['approved', 'scheduled', 'running'].includes(request.state)) {
      await lease.drop();
      return;
    }
    await this.#progress.reached('claimed');
    const action = actions.find(request.action_id);
    if (!action) {
      await this.#progress.block({
        code: 'action_missing',
        message: `The action '${request.action_id}' is not installed any more`,
        remedy: 'Install the plugin module that brings it, then retry',
      });
      return;
    }
    try {
      const opened = await contexts.open({
        orgId: request.org_id,
        requesterRef: request.requester_ref,
      });
      const mayGoOn = await this.#preparation.mayGoOn(action, opened.context);
      await this.#progress.reached('planned');
      if (mayGoOn) await this.#applyAll(action, opened);
    } catch (error) {
      await this.#onFailure(error);
    }
  }

  async #applyAll(
    action: SalesforceWriteAction,
    { context, writer, isCurrent }: OpenedOrg,
  ): Promise<void> {
    const { lease, transactions, now } = this.#options;
    const progress = this.#progress;
    for (;;) {
      const next = nextBatch(progress.work);
      if (next.kind === 'done') {
        await progress.finish([]);
        return;
      }
      if (next.kind === 'skip') {
        await progress.record(
          next.work.map(work => ({
            position: work.position,
            outcome: 'skipped',
            detail: { message: 'What it depends on did not succeed' },
          })),
        );
        continue;
      }
      if (await transactions.isToStop(progress.request)) {
        await transactions.stop(progress.request);
        return;
      }
      // Paused, it waits; disconnected or connected anew, the next run finds out.
      if (!(await isCurrent())) {
        await lease.defer({
          runAt: now(),
          problem: { message: 'The connection of the org was changed' },
        });
        return;
      }
      progress.request = await transactions.intend(progress.request, next.work);
      next.work.forEach(work => {
        work.isIntended = true;
        work.attempts += 1;
      });
      await progress.reached('intended');
      if (!(await this.#apply(action, context, writer, next.work))) return;
    }
  }

  /** One call and its records. False when the run ended or waits. */
  async #apply(
    action: SalesforceWriteAction,
    context: ActionContext,
    writer: SalesforceWriter,
    batch: PlannedWork[],
  ): Promise<boolean> {
    const { explain, lease } = this.#options;
    const progress = this.#progress;
    const before = batch.map(work => ({
      ...work,
      attempts: work.attempts - 1,
    }));
    let judged;
    try {
      lease.demandTimeForCall();
      const results = await lease.whileRenewing(
        callSalesforce({ writer, batch, all: progress.work }),
      );
      await progress.reached('called');
      judged = judgeResults({ batch: before, results, explain });
    } catch (error) {
      return this.#onCallFailure(error, batch);
    }
    progress.addBlockers(await this.#complete(judged.blockers, context));
    progress.remember(judged.records);
    if (nextBatch(progress.work).kind === 'done') {
      await progress.finish(judged.records);
      return false;
    }
    await progress.record(judged.records);
    await progress.reached('recorded');
    if (judged.toObserve.length > 0) {
      // It was refused, so this call did not make it: not intended any more.
      judged.toObserve.forEach(work => {
        work.isIntended = false;
      });
      await this.#observation.observeRefused(action, context, judged.toObserve);
    }
    if (judged.isTransient) {
      await this.#wait({ message: 'Salesforce was busy with the record' });
      return false;
    }
    return true;
  }

  /** What was refused is recorded in any case, also when the org is away now. */
  async #complete(
    blockers: ReadonlyMap<number, Blocker>,
    { reader }: ActionContext,
  ): Promise<ReadonlyMap<number, Blocker>> {
    if (blockers.size === 0) return blockers;
    const { completeBlockers, lease, logger } = this.#options;
    try {
      return await lease.whileRenewing(
        completeBlockers({ blockers, work: this.#progress.work, reader }),
      );
    } catch (error) {
      logger.warn(`More of what was refused could not be read: ${error}`);
      return blockers;
    }
  }

  async #onCallFailure(error: unknown, batch: PlannedWork[]): Promise<boolean> {
    if (!(error instanceof GatewayError)) throw error;
    const progress = this.#progress;
    if (error.certainty === 'unknown') {
      // The next run looks before it repeats anything.
      await this.#wait({ message: error.message, code: error.code });
      return false;
    }
    const meaning = whatAFailureMeans(error);
    if (meaning.kind === 'wait') {
      const records = batch.map(work => ({
        position: work.position,
        outcome: 'pending' as const,
      }));
      progress.remember(records);
      await progress.record(records);
      await this.#wait(meaning.problem, error.retryAfter);
      return false;
    }
    const records = batch.map(work => {
      if (meaning.kind === 'admin') {
        progress.addBlockers(new Map([[work.position, meaning.blocker]]));
      }
      return {
        position: work.position,
        outcome: 'failed' as const,
        detail: meaning.problem,
      };
    });
    progress.remember(records);
    await progress.record(records);
    return true;
  }

  /** What failed outside of a call: nothing was sent. */
  async #onFailure(error: unknown): Promise<void> {
    const { logger, job } = this.#options;
    // Whoever holds the job now, or the next process, goes on from what is stored.
    if (isError(error) && endsTheWorker.has(error.name)) throw error;
    const meaning = whatAFailureMeans(error);
    if (
      meaning.kind === 'wait' &&
      (meaning.isPatient || job.attempts < maximumAttempts)
    ) {
      const retryAfter =
        error instanceof GatewayError ? error.retryAfter : undefined;
      if (!isSalesdeskError(error)) {
        logger.warn(
          `The job of request ${
            this.#progress.request.number
          } failed and will be tried again: ${error}`,
        );
      }
      await this.#wait(meaning.problem, retryAfter);
      return;
    }
    await this.#progress.block({
      code: meaning.problem.code ?? 'unexpected',
      message: meaning.problem.message,
      remedy:
        meaning.kind === 'admin'
          ? meaning.blocker.remedy
          : 'Look at the details, then retry or cancel the request',
      ...(meaning.problem.details ? { details: meaning.problem.details } : {}),
    });
  }

  async #wait(
    problem: { message: string; code?: string; details?: string },
    retryAfter?: number,
  ): Promise<void> {
    const { lease, now, random, job } = this.#options;
    const wait = backOff({
      attempt: job.attempts,
      jitter: random(),
      retryAfter,
    });
    await lease.defer({
      runAt: new Date(now().getTime() + wait),
      problem,
    });
  }
}

/** What {@link JobRun} needs. */
export interface JobRunOptions {
  knex: Knex;
  job: JobRow;
  request: RequestRow;
  lease: JobLease;
  transactions: JobTransactions;
  contexts: ExecutionContexts;
  actions: WriteActions;
  planner: RequestPlanner;
  approvals: ApprovalCheck;
  explain: ExplainRefusal;
  completeBlockers: CompleteBlockers;
  checkpoint: Checkpoint;
  now: () => Date;
  wait: (milliseconds: number) => Promise<void>;
  /** 0 to 1. */
  random: () => number;
  logger: LoggerService;
}
