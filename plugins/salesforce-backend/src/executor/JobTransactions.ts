import { isError } from '@backstage/errors';
import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  PlannedFollowUp,
  PlanProposal,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type { AuditLog, NewAuditEntry } from '../audit/AuditLog';
import { readClaimedRecords } from '../database/operations/changes/readClaimedRecords';
import {
  intendChanges,
  readChanges,
  recordOutcomes,
  type ChangeRecord,
} from '../database/operations/changes/recordChanges';
import {
  deferJob,
  finishJob,
  holdJob,
  LeaseLostError,
  type JobHolder,
} from '../database/operations/jobs/holdJob';
import { readRequest } from '../database/operations/requests/readRequest';
import { isToStop } from '../database/operations/requests/stopRequests';
import { readPlan } from '../database/operations/plans/readPlan';
import type { RequestPatch } from '../database/operations/requests/updateRequest';
import type { RequestRow } from '../database/tables';
import { stoppedBlocker, waitsForResume } from '../domain/stopped';
import { adminMessages, requesterMessages } from '../inbox/messages';
import type { Outbox } from '../outbox/Outbox';
import {
  transitionRequest,
  type TransitionRecord,
} from '../requests/transitionRequest';
import { intendedEntry } from './callEntries';
import { salesdeskActor } from '../people/salesdeskActor';
import type { OrgAdmins, PlanStore } from './ExecutorSeams';
import type { FinalOutcome } from './finalOutcome';
import { toPlannedWork, type PlannedWork } from './PlannedWork';

const endings = {
  succeeded: 'Done',
  partly_failed: 'Partly done',
  failed: 'Failed',
  needs_admin: 'Needs an admin',
};

/** What a worker changes of its request. */
interface WorkerChange {
  entries: Array<Pick<NewAuditEntry, 'type' | 'summary' | 'data' | 'subjects'>>;
  messages?: TransitionRecord['messages'];
  patch?: RequestPatch;
  storePlan?: { proposal: PlanProposal; digest: string; version: number };
  reopen?: boolean;
  alongside?(transaction: Knex.Transaction): Promise<TransitionRecord | void>;
}

/** What is written when changes got their outcomes. */
export interface RecordedOutcomes {
  records: ChangeRecord[];
  entries: NewAuditEntry[];
}

/**
 * The transactions of one run of one job. Each of them holds the job by its
 * ticket, so a worker that lost its lease writes nothing, and each takes its
 * locks in the order request, job, changes, audit log.
 */
export class JobTransactions {
  readonly #options: JobTransactionsOptions;
  #heldUntil = 0;
  /** By a clock that nobody sets. */
  #heldSince = 0;

  constructor(options: JobTransactionsOptions) {
    this.#options = options;
    this.#leaseUntil();
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

  async readWork(request: RequestRow): Promise<PlannedWork[]> {
    const rows = await readChanges({
      knex: this.#options.knex,
      requestId: request.id,
      planVersion: request.plan_version,
    });
    return rows.map(toPlannedWork);
  }

  /** What follows from the current plan, as it is stored. */
  async readFollowUps(request: RequestRow): Promise<PlannedFollowUp[]> {
    const plan = await readPlan({
      knex: this.#options.knex,
      requestId: request.id,
      version: request.plan_version,
    });
    return plan ? JSON.parse(plan.body).followUps : [];
  }

  /** Of these records of an org, those that changes are known to have made. */
  async claimed(
    orgId: string,
    recordIds: string[],
  ): Promise<ReadonlySet<string>> {
    return readClaimedRecords({ knex: this.#options.knex, orgId, recordIds });
  }

  /** Keeps the lease while something long is read. */
  async renew(): Promise<void> {
    await holdJob({
      transaction: this.#options.knex,
      holder: this.#options.holder,
      leaseUntil: this.#leaseUntil(),
    });
  }

  /** Makes the request `running`; does nothing where it is. */
  async start(
    request: RequestRow,
    alongside?: (
      transaction: Knex.Transaction,
    ) => Promise<TransitionRecord | void>,
  ): Promise<RequestRow> {
    if (request.state === 'running') return request;
    return this.#transition(request, 'running', {
      entries: [
        {
          type: 'request.running',
          summary: `Started: ${request.title}`,
          data: {
            planVersion: request.plan_version,
            digest: request.plan_digest,
          },
        },
      ],
      patch: { waiting_for: null },
      alongside: async transaction => {
        await this.#hold(transaction);
        return alongside?.(transaction);
      },
    });
  }

  /** Whether somebody stopped it; nobody can before something was done. */
  async isToStop(request: RequestRow): Promise<boolean> {
    if (request.state !== 'running') return false;
    return isToStop({ knex: this.#options.knex, requestId: request.id });
  }

  /** Ends a run that somebody stopped; what was done is recorded already. */
  async stop(request: RequestRow): Promise<RequestRow> {
    const { now, holder } = this.#options;
    return this.#transition(request, 'needs_admin', {
      entries: [
        { type: 'request.stopped', summary: `Stopped: ${request.title}` },
      ],
      patch: {
        blockers: JSON.stringify([stoppedBlocker]),
        waiting_for: waitsForResume,
      },
      alongside: async transaction => {
        await finishJob({ transaction, holder, now: now().toISOString() });
      },
    });
  }

  /** Writes down that the calls for these changes are about to leave. */
  async intend(request: RequestRow, work: PlannedWork[]): Promise<RequestRow> {
    const { knex, holder, now, auditLog } = this.#options;
    const entry = intendedEntry({ request, ticket: holder.ticket, work });
    const intend = (transaction: Knex.Transaction) =>
      intendChanges({
        transaction,
        requestId: request.id,
        planVersion: request.plan_version,
        positions: work.map(item => item.position),
        ticket: holder.ticket,
        now: now().toISOString(),
      });
    if (request.state !== 'running') {
      return this.start(request, async transaction => {
        await intend(transaction);
        return { entries: [entry] };
      });
    }
    await knex.transaction(async transaction => {
      await this.#hold(transaction);
      await intend(transaction);
      await auditLog.append(transaction, [entry]);
    });
    return request;
  }

  /** Records outcomes in the middle of a run. */
  async record(request: RequestRow, outcomes: RecordedOutcomes): Promise<void> {
    const { knex, auditLog } = this.#options;
    if (outcomes.records.length === 0) return;
    await knex.transaction(async transaction => {
      await this.#hold(transaction);
      await this.#recordOutcomes(transaction, request, outcomes);
      await auditLog.append(transaction, outcomes.entries);
    });
  }

  /** Records the last outcomes and ends the request, in one transaction. */
  async finish(
    request: RequestRow,
    end: {
      outcomes: RecordedOutcomes;
      final: FinalOutcome;
      blockers: Blocker[];
    },
  ): Promise<RequestRow> {
    const { planStore, now, holder } = this.#options;
    const { final, outcomes, blockers } = end;
    const { state, counts } = final;
    const endsWell = state === 'succeeded' || state === 'partly_failed';
    return this.#transition(request, state, {
      entries: [
        ...outcomes.entries,
        {
          type: `request.${state}`,
          summary: `${endings[state]}: ${request.title}`,
          data: { outcomes: counts, ...(blockers.length ? { blockers } : {}) },
        },
      ],
      messages: await this.#endMessages(request, state, blockers),
      patch: {
        blockers: JSON.stringify(blockers),
        waiting_for: state === 'needs_admin' ? "the org's admins" : null,
        finished_at: state === 'needs_admin' ? null : now().toISOString(),
      },
      alongside: async transaction => {
        await finishJob({ transaction, holder, now: now().toISOString() });
        await this.#recordOutcomes(transaction, request, outcomes);
        if (!endsWell) return undefined;
        return planStore.scheduleFollowUps({ transaction, request, at: now() });
      },
    });
  }

  /** Ends a run in which nothing was sent: it cannot go on without an admin. */
  async block(request: RequestRow, blockers: Blocker[]): Promise<RequestRow> {
    const { now, holder } = this.#options;
    return this.#transition(request, 'needs_admin', {
      entries: [
        {
          type: 'request.needs_admin',
          summary: `${endings.needs_admin}: ${request.title}`,
          data: { blockers },
        },
      ],
      messages: await this.#endMessages(request, 'needs_admin', blockers),
      patch: {
        blockers: JSON.stringify(blockers),
        waiting_for: "the org's admins",
      },
      alongside: async transaction => {
        await finishJob({ transaction, holder, now: now().toISOString() });
      },
    });
  }

  /** Stores the plan of a follow-up when its time has come. */
  async planFollowUp(
    request: RequestRow,
    plan: { proposal: PlanProposal; digest: string },
  ): Promise<RequestRow> {
    return this.#transition(request, request.state, {
      entries: [
        {
          type: 'request.planned',
          summary: `Planned: ${plan.proposal.title}`,
          data: {
            digest: plan.digest,
            changes: plan.proposal.changes.length,
            ...(plan.proposal.leftOut?.length
              ? {
                  leftOut: plan.proposal.leftOut.map(({ target, reason }) => ({
                    target: target.label,
                    reason,
                  })),
                }
              : {}),
          },
        },
      ],
      storePlan: { ...plan, version: 1 },
    });
  }

  /** Nothing runs: the new plan is stored beside the approved one and reviewed anew. */
  async setStale(
    request: RequestRow,
    plan: { proposal: PlanProposal; digest: string },
    /** Why, where the plan is not the reason, and by what it is reviewed now. */
    lapse: { reasons: string[]; patch: RequestPatch } = {
      reasons: ['What it would change is not what was approved any more.'],
      patch: {},
    },
  ): Promise<RequestRow> {
    return this.#transition(request, 'stale', {
      entries: [
        {
          type: 'request.stale',
          summary: `Not run, it has to be reviewed again: ${request.title}`,
          data: {
            approvedDigest: request.plan_digest,
            digest: plan.digest,
            planVersion: request.plan_version + 1,
            reasons: lapse.reasons,
          },
        },
      ],
      messages: requesterMessages({
        request,
        state: 'stale',
        description: lapse.reasons.join(' '),
      }),
      patch: {
        ...lapse.patch,
        stale_reasons: JSON.stringify(lapse.reasons),
      },
      storePlan: { ...plan, version: request.plan_version + 1 },
      reopen: true,
    });
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

  /** Ends the job of a request that is not to run (any more). */
  async drop(): Promise<void> {
    const { knex, holder, now } = this.#options;
    await knex.transaction(transaction =>
      finishJob({ transaction, holder, now: now().toISOString() }),
    );
  }

  /**
   * The worker alone decides what becomes of a request whose job it holds. What
   * somebody else notes on it meanwhile (what they think of an emergency, a
   * place in a queue that they give up) is no reason to leave unrecorded what a
   * call has done.
   */
  async #transition(
    request: RequestRow,
    to: RequestRow['state'],
    change: WorkerChange,
  ): Promise<RequestRow> {
    let current = request;
    for (;;) {
      try {
        return await this.#transitionOnce(current, to, change);
      } catch (error) {
        const noted = await this.#notedMeanwhile(current, error);
        if (!noted) throw error;
        current = noted;
      }
    }
  }

  /** The request with what was noted on it since, if that alone was in the way. */
  async #notedMeanwhile(
    request: RequestRow,
    error: unknown,
  ): Promise<RequestRow | undefined> {
    if (!isError(error) || error.name !== 'ConflictError') return undefined;
    const row = await readRequest({ knex: this.#options.knex, id: request.id });
    return row?.state === request.state && row.revision !== request.revision
      ? { ...request, revision: row.revision }
      : undefined;
  }

  async #transitionOnce(
    request: RequestRow,
    to: RequestRow['state'],
    change: WorkerChange,
  ): Promise<RequestRow> {
    const { knex, auditLog, outbox, planStore, holder, now } = this.#options;
    return knex.transaction(async transaction => {
      const at = now();
      const stored = change.storePlan
        ? await planStore.storePlan({
            transaction,
            request,
            ...change.storePlan,
            at,
          })
        : {};
      const reopened = change.reopen
        ? await planStore.reopenReview({
            transaction,
            request: { ...request, ...change.patch, ...stored },
            at,
          })
        : undefined;
      const patch = { ...change.patch, ...stored, ...reopened?.patch };
      const [first, ...rest] = change.entries.map(entry => ({
        actor: salesdeskActor,
        org: request.org_id,
        action: request.action_id,
        requestId: request.id,
        subjects: [request.requester_ref],
        ...entry,
      }));
      const changed = await transitionRequest({
        transaction,
        auditLog,
        outbox,
        request,
        to,
        patch,
        at,
        record: {
          entries: [first, ...rest],
          messages: [
            ...(change.messages ?? []),
            ...(reopened?.record.messages ?? []),
          ],
        },
        alongside: async () => {
          if (change.reopen) {
            await finishJob({ transaction, holder, now: at.toISOString() });
          } else if (change.storePlan) {
            await this.#hold(transaction);
          }
          const more = await change.alongside?.(transaction);
          return {
            entries: [
              ...(reopened?.record.entries ?? []),
              ...(more?.entries ?? []),
            ],
            messages: more?.messages,
          };
        },
      });
      return { ...request, ...patch, ...changed };
    });
  }

  async #endMessages(
    request: RequestRow,
    state: RequestRow['state'],
    blockers: Blocker[],
  ): Promise<TransitionRecord['messages']> {
    const words = blockers.map(blocker => blocker.message);
    return [
      ...requesterMessages({
        request,
        state,
        ...(words.length ? { description: words.join(' ') } : {}),
      }),
      ...(state === 'needs_admin'
        ? adminMessages({
            request,
            admins: await this.#options.orgAdmins.adminsOf(request.org_id),
            blockers: words,
          })
        : []),
    ];
  }

  async #recordOutcomes(
    transaction: Knex.Transaction,
    request: RequestRow,
    outcomes: RecordedOutcomes,
  ): Promise<void> {
    await recordOutcomes({
      transaction,
      requestId: request.id,
      planVersion: request.plan_version,
      records: outcomes.records,
      now: this.#options.now().toISOString(),
    });
  }

  async #hold(transaction: Knex.Transaction): Promise<void> {
    await holdJob({
      transaction,
      holder: this.#options.holder,
      leaseUntil: this.#leaseUntil(),
    });
  }

  #leaseUntil(): string {
    const { now, leaseMilliseconds } = this.#options;
    this.#heldUntil = now().getTime() + leaseMilliseconds;
    this.#heldSince = performance.now();
    return new Date(this.#heldUntil).toISOString();
  }
}

/** What {@link JobTransactions} needs. */
export interface JobTransactionsOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  planStore: PlanStore;
  orgAdmins: OrgAdmins;
  now: () => Date;
  holder: JobHolder;
  leaseMilliseconds: number;
}
