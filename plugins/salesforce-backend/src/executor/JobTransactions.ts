import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';
import type { PlanProposal } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type { NewAuditEntry } from '../audit/AuditLog';
import {
  intendChanges,
  recordOutcomes,
  type ChangeRecord,
} from '../database/operations/changes/recordChanges';
import { isToStop } from '../database/operations/requests/stopRequests';
import type { RequestPatch } from '../database/operations/requests/updateRequest';
import type { RequestRow } from '../database/tables';
import { stoppedBlocker, waitsForResume } from '../domain/stopped';
import { adminMessages, requesterMessages } from '../inbox/messages';
import type { TransitionRecord } from '../requests/transitionRequest';
import { intendedEntry } from './callEntries';
import type { OrgAdmins } from './ExecutorSeams';
import type { FinalOutcome } from './finalOutcome';
import { JobTransitions, type JobTransitionsOptions } from './JobTransitions';
import type { PlannedWork } from './PlannedWork';

const endings = {
  succeeded: 'Done',
  partly_failed: 'Partly done',
  failed: 'Failed',
  needs_admin: 'Needs an admin',
};

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
  readonly #transitions: JobTransitions;

  constructor(options: JobTransactionsOptions) {
    this.#options = options;
    this.#transitions = new JobTransitions(options);
  }

  /** Makes the request `running`; does nothing where it is. */
  async start(
    request: RequestRow,
    alongside?: (
      transaction: Knex.Transaction,
    ) => Promise<TransitionRecord | void>,
  ): Promise<RequestRow> {
    if (request.state === 'running') return request;
    return this.#transitions.make(request, 'running', {
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
        await this.#options.lease.hold(transaction);
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
    const { lease } = this.#options;
    return this.#transitions.make(request, 'needs_admin', {
      entries: [
        { type: 'request.stopped', summary: `Stopped: ${request.title}` },
      ],
      patch: {
        blockers: JSON.stringify([stoppedBlocker]),
        waiting_for: waitsForResume,
      },
      alongside: transaction => lease.end(transaction),
    });
  }

  /** Writes down that the calls for these changes are about to leave. */
  async intend(request: RequestRow, work: PlannedWork[]): Promise<RequestRow> {
    const { knex, lease, now, auditLog } = this.#options;
    const entry = intendedEntry({ request, ticket: lease.ticket, work });
    const intend = (transaction: Knex.Transaction) =>
      intendChanges({
        transaction,
        requestId: request.id,
        planVersion: request.plan_version,
        positions: work.map(item => item.position),
        ticket: lease.ticket,
        now: now().toISOString(),
      });
    if (request.state !== 'running') {
      return this.start(request, async transaction => {
        await intend(transaction);
        return { entries: [entry] };
      });
    }
    await knex.transaction(async transaction => {
      await this.#options.lease.hold(transaction);
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
      await this.#options.lease.hold(transaction);
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
    const { planStore, now, lease } = this.#options;
    const { final, outcomes, blockers } = end;
    const { state, counts } = final;
    const endsWell = state === 'succeeded' || state === 'partly_failed';
    return this.#transitions.make(request, state, {
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
        await lease.end(transaction);
        await this.#recordOutcomes(transaction, request, outcomes);
        if (!endsWell) return undefined;
        return planStore.scheduleFollowUps({ transaction, request, at: now() });
      },
    });
  }

  /** Ends a run in which nothing was sent: it cannot go on without an admin. */
  async block(request: RequestRow, blockers: Blocker[]): Promise<RequestRow> {
    const { lease } = this.#options;
    return this.#transitions.make(request, 'needs_admin', {
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
      alongside: transaction => lease.end(transaction),
    });
  }

  /** Stores the plan of a follow-up when its time has come. */
  async planFollowUp(
    request: RequestRow,
    plan: { proposal: PlanProposal; digest: string },
  ): Promise<RequestRow> {
    return this.#transitions.make(request, request.state, {
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
    return this.#transitions.make(request, 'stale', {
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
}

/** What {@link JobTransactions} needs. */
export interface JobTransactionsOptions extends JobTransitionsOptions {
  orgAdmins: OrgAdmins;
}
