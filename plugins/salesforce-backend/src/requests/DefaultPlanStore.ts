import type { PlanProposal } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { replaceOpenReviewers } from '../database/operations/requests/reviewers';
import {
  readTargetPersons,
  readTargets,
  replaceTargetGroups,
} from '../database/operations/requests/targets';
import type { RequestPatch } from '../database/operations/requests/updateRequest';
import type { RequestRow, RequestTargetRow } from '../database/tables';
import { after } from '../domain/duration';
import { nudgesAfter } from '../domain/escalation';
import { openReviews } from '../domain/openReviews';
import type { JobQueue } from '../executor/Executor';
import type { PlanStore } from '../executor/ExecutorSeams';
import type { ActionCatalog } from './ActionCatalog';
import { reviewMessages } from './reviewMessages';
import { scheduleFollowUps } from './scheduleFollowUps';
import { settleUndo } from './settleUndo';
import { approvalCaseOf, storedDecision } from './storedDecision';
import { planColumns, storePlan } from './storePlan';
import { targetFacts } from './targetFacts';
import type { TransitionRecord } from './transitionRequest';

/** What requests keep of plans that the executor makes. */
export class DefaultPlanStore implements PlanStore {
  readonly #actions: ActionCatalog;
  readonly #jobs: JobQueue;
  readonly #newId: () => string;

  static create(options: {
    actions: ActionCatalog;
    jobs: JobQueue;
    newId: () => string;
  }): DefaultPlanStore {
    return new DefaultPlanStore(options);
  }

  private constructor(options: {
    actions: ActionCatalog;
    jobs: JobQueue;
    newId: () => string;
  }) {
    this.#actions = options.actions;
    this.#jobs = options.jobs;
    this.#newId = options.newId;
  }

  async storePlan(options: {
    transaction: Knex.Transaction;
    request: RequestRow;
    version: number;
    proposal: PlanProposal;
    digest: string;
    at: Date;
  }): Promise<RequestPatch> {
    const { transaction, request, proposal } = options;
    const before = await readTargets({
      knex: transaction,
      requestId: request.id,
    });
    await storePlan(options);
    // The groups of people who were not targets before are not known here, so
    // rules about groups hold no longer.
    if (!holdsAll(before, proposal)) {
      await replaceTargetGroups({ transaction, request, groupRefs: [] });
    }
    return {
      ...planColumns(options),
      owns_targets: targetFacts({
        targets: proposal.targets,
        requester: { ref: request.requester_ref },
      }).ownsTargets,
      is_own_user:
        Boolean(request.is_own_user) &&
        proposal.targets.length === 1 &&
        proposal.targets[0].id === before[0]?.record_id,
    };
  }

  async reopenReview(options: {
    transaction: Knex.Transaction;
    request: RequestRow;
    at: Date;
  }): Promise<{ patch: RequestPatch; record: TransitionRecord }> {
    const { transaction, request, at } = options;
    const { expiresAfter, remindAfter, escalation } = storedDecision(request);
    const expires_at = after(at, expiresAfter).toISOString();
    if (request.verdict === 'runs_without_approval') {
      return {
        patch: { waiting_for: 'the person who asked', expires_at },
        record: { entries: [] },
      };
    }
    const persons = await readTargetPersons({
      knex: transaction,
      requestIds: [request.id],
    });
    const approvalCase = approvalCaseOf(
      // Whoever it was escalated to is asked again when it waits again.
      { ...request, escalated_stages: null },
      persons.get(request.id) ?? { refs: [], userIds: [] },
    );
    // Reviews of the earlier plan do not count for this one.
    const open = openReviews(approvalCase, []);
    await replaceOpenReviewers({ transaction, request, open });
    return {
      patch: {
        waiting_for: open?.waitingFor ?? null,
        expires_at,
        escalated_stages: null,
        ...nudgesAfter({ openedAt: at, remindAfter, escalation }),
      },
      record: {
        entries: [],
        messages: open
          ? reviewMessages({
              request,
              keys: open.keys,
              excludedRefs: approvalCase.excludedRefs,
            })
          : [],
      },
    };
  }

  async scheduleFollowUps(options: {
    transaction: Knex.Transaction;
    request: RequestRow;
    at: Date;
  }): Promise<TransitionRecord> {
    const jobs = this.#jobs;
    const undone = await settleUndo({ ...options, jobs });
    const followUps = await scheduleFollowUps({
      ...options,
      jobs,
      actions: this.#actions,
      newId: this.#newId,
    });
    return {
      entries: [...undone.entries, ...followUps.entries],
      messages: [...(undone.messages ?? []), ...(followUps.messages ?? [])],
    };
  }
}

/** Whether every target of the proposal is a person who was a target before. */
function holdsAll(
  before: readonly RequestTargetRow[],
  proposal: PlanProposal,
): boolean {
  const persons = new Set(before.map(({ person_ref }) => person_ref));
  return proposal.targets.every(
    ({ personRef }) => personRef !== undefined && persons.has(personRef),
  );
}
