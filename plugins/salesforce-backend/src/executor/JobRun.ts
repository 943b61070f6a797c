import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  isSalesdeskError,
  type Blocker,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  GatewayError,
  type ActionContext,
  type Observation,
  type SalesforceWriteAction,
  type SalesforceWriter,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { ChangeRecord } from '../database/operations/changes/recordChanges';
import type { JobRow, RequestRow } from '../database/tables';
import { planDigest } from '../domain/planDigest';
import type { RequestPlanner } from '../requests/RequestPlanner';
import { backOff } from './backOff';
import { outcomeEntries } from './callEntries';
import { callSalesforce } from './callSalesforce';
import { checkPlan } from './checkPlan';
import type {
  ApprovalCheck,
  Checkpoint,
  CompleteBlockers,
  ExecutionContexts,
  ExplainRefusal,
  OpenedOrg,
  WriteActions,
} from './ExecutorSeams';
import { finalOutcome } from './finalOutcome';
import { judgeResults, maximumAttempts } from './judgeResults';
import type { JobTransactions } from './JobTransactions';
import { isToObserve, nextBatch } from './nextBatch';
import { lookTwice } from './lookTwice';
import { observeChanges } from './observeChanges';
import { observedRecords } from './observedRecords';
import type { PlannedWork } from './PlannedWork';
import { whatAFailureMeans } from './whatAFailureMeans';

/** `WorkerEndedError` is what tests throw at a checkpoint. */
const endsTheWorker = new Set(['LeaseLostError', 'WorkerEndedError']);

/** One worker's run of one job, from the claim to the end or to the next wait. */
export class JobRun {
  readonly #options: JobRunOptions;
  #request: RequestRow;
  #work: PlannedWork[] = [];
  readonly #blockers = new Map<number, Blocker>();

  constructor(options: JobRunOptions) {
    this.#options = options;
    this.#request = options.request;
  }

  async run(): Promise<void> {
    const { transactions, actions } = this.#options;
    if (!['approved', 'scheduled', 'running'].includes(this.#request.state)) {
      await transactions.drop();
      return;
    }
    await this.#reached('claimed');
    const action = actions.find(this.#request.action_id);
    if (!action) {
      await this.#block({
        code: 'action_missing',
        message: `The action '${
          this.#request.action_id
        }' is not installed any more`,
        remedy: 'Install the plugin module that brings it, then retry',
      });
      return;
    }
    try {
      const opened = await this.#options.contexts.open({
        orgId: this.#request.org_id,
        requesterRef: this.#request.requester_ref,
      });
      const mayGoOn = await this.#prepare(action, opened.context);
      await this.#reached('planned');
      if (mayGoOn) await this.#applyAll(action, opened);
    } catch (error) {
      await this.#onFailure(error);
    }
  }

  /** Checks the plan of a fresh run, or looks at what an earlier run left. */
  async #prepare(
    action: SalesforceWriteAction,
    context: ActionContext,
  ): Promise<boolean> {
    const { transactions, planner, approvals } = this.#options;
    if (this.#request.plan_version > 0) {
      this.#work = await transactions.readWork(this.#request);
    }
    const isResumed = this.#work.some(
      work =>
        work.outcome !== 'pending' || work.isIntended || work.attempts > 0,
    );
    if (isResumed) {
      if ((await this.#storedDigest()) !== this.#request.plan_digest) {
        await this.#block({
          code: 'plan_altered',
          message:
            'What is stored is not what was approved; nothing more is done',
          remedy:
            'Look at the audit log, then withdraw the request and ask anew',
        });
        return false;
      }
      await this.#observe(
        action,
        context,
        this.#work.filter(work => isToObserve(work, this.#work)),
      );
      return true;
    }

    const plan = await this.#whileRenewing(
      planner.plan({ request: this.#request, context }),
    );
    const check = checkPlan({
      request: this.#request,
      ...plan,
      storedDigest: await this.#storedDigest(),
    });
    const approval =
      check.kind === 'as_approved' || check.kind === 'changed'
        ? await this.#whileRenewing(
            approvals.check({
              request: this.#request,
              action,
              context,
              proposal: plan.proposal,
            }),
          )
        : ({ kind: 'holds' } as const);
    if (approval.kind === 'refused') {
      await transactions.block(this.#request, approval.blockers);
      return false;
    }
    if (approval.kind === 'lapsed') {
      await transactions.setStale(this.#request, plan, approval);
      return false;
    }
    switch (check.kind) {
      case 'as_approved':
        return true;
      case 'first_plan':
        this.#request = await transactions.planFollowUp(this.#request, plan);
        this.#work = await transactions.readWork(this.#request);
        return true;
      case 'already_there':
        // Why nothing is done is kept with it.
        if (this.#request.plan_version === 0 && plan.proposal.leftOut?.length) {
          this.#request = await transactions.planFollowUp(this.#request, plan);
        }
        await this.#finishAlreadyThere();
        return false;
      case 'blocked':
        await transactions.block(this.#request, check.blockers);
        return false;
      default:
        await transactions.setStale(this.#request, plan);
        return false;
    }
  }

  /** Digest of the changes that would be written; '' where none are stored yet. */
  async #storedDigest(): Promise<string> {
    if (this.#request.plan_version === 0) return '';
    return planDigest({
      orgId: this.#request.org_id,
      actionId: this.#request.action_id,
      changes: this.#work.map(({ change }) => change),
      followUps: await this.#options.transactions.readFollowUps(this.#request),
      without: this.#request.removed_targets
        ? JSON.parse(this.#request.removed_targets)
        : [],
    });
  }

  async #finishAlreadyThere(): Promise<void> {
    const records: ChangeRecord[] = this.#work.map(work => ({
      position: work.position,
      outcome: 'already_there',
    }));
    this.#remember(records);
    // An approved request becomes running before it can be done, as any other.
    this.#request = await this.#options.transactions.start(this.#request);
    await this.#finish(records, true);
  }

  async #applyAll(
    action: SalesforceWriteAction,
    { context, writer, isCurrent }: OpenedOrg,
  ): Promise<void> {
    const { transactions, now } = this.#options;
    for (;;) {
      const next = nextBatch(this.#work);
      if (next.kind === 'done') {
        await this.#finish([], false);
        return;
      }
      if (next.kind === 'skip') {
        await this.#record(
          next.work.map(work => ({
            position: work.position,
            outcome: 'skipped',
            detail: { message: 'What it depends on did not succeed' },
          })),
          false,
        );
        continue;
      }
      if (await transactions.isToStop(this.#request)) {
        await transactions.stop(this.#request);
        return;
      }
      // Paused, it waits; disconnected or connected anew, the next run finds out.
      if (!(await isCurrent())) {
        await transactions.defer({
          runAt: now(),
          problem: { message: 'The connection of the org was changed' },
        });
        return;
      }
      this.#request = await transactions.intend(this.#request, next.work);
      next.work.forEach(work => {
        work.isIntended = true;
        work.attempts += 1;
      });
      await this.#reached('intended');
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
    const { explain } = this.#options;
    const before = batch.map(work => ({
      ...work,
      attempts: work.attempts - 1,
    }));
    let judged;
    try {
      this.#options.transactions.demandTimeForCall();
      const results = await this.#whileRenewing(
        callSalesforce({ writer, batch, all: this.#work }),
      );
      await this.#reached('called');
      judged = judgeResults({ batch: before, results, explain });
    } catch (error) {
      return this.#onCallFailure(error, batch);
    }
    const blockers = await this.#complete(judged.blockers, context);
    blockers.forEach((blocker, position) =>
      this.#blockers.set(position, blocker),
    );
    this.#remember(judged.records);
    if (nextBatch(this.#work).kind === 'done') {
      await this.#finish(judged.records, false);
      return false;
    }
    await this.#record(judged.records, false);
    await this.#reached('recorded');
    if (judged.toObserve.length > 0) {
      // It was refused, so this call did not make it: not intended any more.
      judged.toObserve.forEach(work => {
        work.isIntended = false;
      });
      await this.#observeRefused(action, context, judged.toObserve);
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
    const { completeBlockers, logger } = this.#options;
    try {
      return await this.#whileRenewing(
        completeBlockers({ blockers, work: this.#work, reader }),
      );
    } catch (error) {
      logger.warn(`More of what was refused could not be read: ${error}`);
      return blockers;
    }
  }

  /** Salesforce says these exist: that is fine if they are as wanted. */
  async #observeRefused(
    action: SalesforceWriteAction,
    context: ActionContext,
    work: PlannedWork[],
  ): Promise<void> {
    const observations = await this.#look(action, context, work);
    const refused = new Map(observations);
    for (const item of work) {
      // Refused as a duplicate and yet not found by its key: another record
      // stands in the way, perhaps one that we may not see.
      if (refused.get(item.position)?.state === 'not_applied') {
        refused.set(item.position, { state: 'drifted', found: null });
      }
    }
    await this.#recordObserved(work, refused);
  }

  async #observe(
    action: SalesforceWriteAction,
    context: ActionContext,
    work: PlannedWork[],
  ): Promise<void> {
    if (work.length === 0) return;
    const observations = await lookTwice({
      work,
      look: some => this.#look(action, context, some),
      wait: time => this.#whileRenewing(this.#options.wait(time)),
    });
    await this.#recordObserved(work, observations);
    await this.#reached('observed');
  }

  async #look(
    action: SalesforceWriteAction,
    context: ActionContext,
    work: PlannedWork[],
  ): Promise<Map<number, Observation>> {
    if (action.observe) {
      const answers = await action.observe({
        changes: work.map(item => item.change),
        context,
      });
      return new Map(work.map((item, i) => [item.position, answers[i]]));
    }
    return this.#whileRenewing(
      observeChanges({
        reader: context.reader,
        work,
        all: this.#work,
        newRecords: {
          createdBy: context.protectedUserIds,
          claimed: recordIds =>
            this.#options.transactions.claimed(this.#request.org_id, recordIds),
        },
      }),
    );
  }

  async #recordObserved(
    work: PlannedWork[],
    observations: ReadonlyMap<number, Observation>,
  ): Promise<void> {
    const observed = observedRecords({ work, observations });
    observed.blockers.forEach((blocker, position) =>
      this.#blockers.set(position, blocker),
    );
    this.#remember(observed.records);
    await this.#record(observed.records, true);
  }

  async #onCallFailure(error: unknown, batch: PlannedWork[]): Promise<boolean> {
    if (!(error instanceof GatewayError)) throw error;
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
      this.#remember(records);
      await this.#record(records, false);
      await this.#wait(meaning.problem, error.retryAfter);
      return false;
    }
    const records = batch.map(work => {
      if (meaning.kind === 'admin') {
        this.#blockers.set(work.position, meaning.blocker);
      }
      return {
        position: work.position,
        outcome: 'failed' as const,
        detail: meaning.problem,
      };
    });
    this.#remember(records);
    await this.#record(records, false);
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
            this.#request.number
          } failed and will be tried again: ${error}`,
        );
      }
      await this.#wait(meaning.problem, retryAfter);
      return;
    }
    await this.#block({
      code: meaning.problem.code ?? 'unexpected',
      message: meaning.problem.message,
      remedy:
        meaning.kind === 'admin'
          ? meaning.blocker.remedy
          : 'Look at the details, then retry or cancel the request',
      ...(meaning.problem.details ? { details: meaning.problem.details } : {}),
    });
  }

  async #block(blocker: Blocker): Promise<void> {
    await this.#options.transactions.block(this.#request, [blocker]);
  }

  async #wait(
    problem: { message: string; code?: string; details?: string },
    retryAfter?: number,
  ): Promise<void> {
    const { transactions, now, random, job } = this.#options;
    const wait = backOff({
      attempt: job.attempts,
      jitter: random(),
      retryAfter,
    });
    await transactions.defer({
      runAt: new Date(now().getTime() + wait),
      problem,
    });
  }

  async #record(records: ChangeRecord[], observed: boolean): Promise<void> {
    await this.#options.transactions.record(
      this.#request,
      this.#outcomes(records, observed),
    );
    this.#remember(records);
  }

  async #finish(records: ChangeRecord[], observed: boolean): Promise<void> {
    this.#request = await this.#options.transactions.finish(this.#request, {
      outcomes: this.#outcomes(records, observed),
      final: finalOutcome({
        work: this.#work,
        clearable: new Set(this.#blockers.keys()),
      }),
      blockers: [...this.#blockers.values()],
    });
    await this.#reached('finished');
  }

  #outcomes(records: ChangeRecord[], observed: boolean) {
    return {
      records,
      entries: outcomeEntries({
        request: this.#request,
        ticket: this.#options.job.ticket,
        work: this.#work,
        records,
        observed,
      }),
    };
  }

  #remember(records: ChangeRecord[]): void {
    for (const record of records) {
      const work = this.#work[record.position];
      work.outcome = record.outcome;
      work.isIntended = false;
      work.recordId = record.recordId ?? work.recordId;
    }
  }

  async #reached(step: Parameters<Checkpoint>[0]): Promise<void> {
    const { checkpoint, job } = this.#options;
    await checkpoint(step, { requestId: job.request_id });
  }

  /**
   * Reading 10,000 users takes its time, and so does a bulk job; the lease must
   * not run out meanwhile.
   */
  async #whileRenewing<T>(reading: Promise<T>): Promise<T> {
    const { transactions, leaseMilliseconds } = this.#options;
    const timer = setInterval(
      () => transactions.renew().catch(() => {}),
      leaseMilliseconds / 3,
    );
    try {
      return await reading;
    } finally {
      clearInterval(timer);
    }
  }
}

/** What {@link JobRun} needs. */
export interface JobRunOptions {
  job: JobRow;
  request: RequestRow;
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
  leaseMilliseconds: number;
}
