import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { claimKey } from '../database/operations/idempotency/claimKey';
import { readKey } from '../database/operations/idempotency/readKey';
import { insertRequest } from '../database/operations/requests/insertRequest';
import { readRequest } from '../database/operations/requests/readRequest';
import { replaceOpenReviewers } from '../database/operations/requests/reviewers';
import {
  replaceTargetGroups,
  type TargetPersons,
} from '../database/operations/requests/targets';
import type { RequestRow } from '../database/tables';
import { after } from '../domain/duration';
import { PERMISSION_KEY } from '../domain/approval';
import { openReviews } from '../domain/openReviews';
import { riskRank } from '../domain/risk';
import type { JobQueue } from '../executor/Executor';
import type { Outbox } from '../outbox/Outbox';
import type { Caller } from '../permissions/Caller';
import {
  brokenGlassMessages,
  skippedReviewers,
  toldNobody,
} from '../approvals/breakGlass';
import type { Witnesses } from '../approvals/Witnesses';
import type { BuiltDraft } from './DraftBuilder';
import { freshApproval } from './freshApproval';
import type { OrgDirectory } from './OrgDirectory';
import type { PeopleDirectory } from './PeopleDirectory';
import { refuseUnlessValid } from './refuseUnlessValid';
import { submittedEntries } from './requestEntries';
import { reviewMessages } from './reviewMessages';
import {
  approvalCaseOf,
  storedDecision,
  type StoredDecision,
} from './storedDecision';
import { planColumns, storePlan } from './storePlan';

/** What a submit came with besides the draft. */
export interface SubmitFacts {
  /** The plan that the person saw. */
  planDigest?: string;
  words?: string;
  undoOf?: string;
  idempotency?: { key: string; bodyHash: string };
}

/** Stores a draft as a request, or finds the one that the same key made before. */
export class RequestSubmission {
  readonly #options: {
    knex: Knex;
    auditLog: AuditLog;
    outbox: Outbox;
    jobs: JobQueue;
    orgs: OrgDirectory;
    people: PeopleDirectory;
    witnesses: Witnesses;
    now: () => Date;
    newId: () => string;
  };

  constructor(options: {
    knex: Knex;
    auditLog: AuditLog;
    outbox: Outbox;
    jobs: JobQueue;
    orgs: OrgDirectory;
    people: PeopleDirectory;
    witnesses: Witnesses;
    now: () => Date;
    newId: () => string;
  }) {
    this.#options = options;
  }

  /**
   * The request that the key made before. Throws `idempotency_conflict` when it
   * was used for something else.
   */
  async findEarlier(
    personRef: string,
    idempotency: SubmitFacts['idempotency'],
    knex: Knex | Knex.Transaction = this.#options.knex,
  ): Promise<RequestRow | undefined> {
    if (!idempotency) return undefined;
    const row = await readKey({ knex, personRef, key: idempotency.key });
    if (!row) return undefined;
    if (row.body_hash !== idempotency.bodyHash) {
      throw new SalesdeskError(
        'ConflictError',
        'This idempotency key was used for another request; use a new one',
        { code: 'idempotency_conflict' },
      );
    }
    return readRequest({ knex, id: row.request_id });
  }

  /**
   * One transaction: the request with plan, targets and reviewers, the job if
   * it runs without approval, the audit log and the outbox. All of it or
   * nothing; of any number of submits with one key, one stores.
   */
  async store(options: {
    draft: BuiltDraft;
    facts: SubmitFacts;
    caller: Caller;
  }): Promise<{ row: RequestRow; created: boolean }> {
    const { draft, facts, caller } = options;
    const { knex, now, newId, orgs, people } = this.#options;
    const planned = refuseUnlessValid({ draft, planDigest: facts.planDigest });
    const [orgOwnerRefs, names] = await Promise.all([
      orgs.ownersOf(draft.orgId),
      people.describe([caller.ref]),
    ]);
    const at = now();
    const row = newRow({
      id: newId(),
      draft,
      planned,
      facts,
      caller,
      at,
      audience: {
        requesterName: names.get(caller.ref)?.displayName ?? caller.ref,
        orgOwnerRefs,
        ...(await this.#witnessesOf(planned, orgOwnerRefs)),
      },
    });
    return knex.transaction(async transaction => {
      if (facts.idempotency) {
        const claim = await claimKey({
          transaction,
          row: {
            person_ref: caller.ref,
            key: facts.idempotency.key,
            body_hash: facts.idempotency.bodyHash,
            request_id: row.id,
            created_at: at.toISOString(),
          },
        });
        if (claim === 'taken') {
          const earlier = await this.findEarlier(
            caller.ref,
            facts.idempotency,
            transaction,
          );
          if (earlier) return { row: earlier, created: false };
        }
      }
      const stored = await this.#insert({ transaction, row, planned, at });
      const reviewers = openReviews(
        approvalCaseOf(stored, targetPersonsOf(planned)),
        [],
      );
      await this.#options.auditLog.append(
        transaction,
        submittedEntries({
          row: stored,
          decision: storedDecision(stored),
          proposal: planned.proposal,
        }),
      );
      await this.#options.outbox.enqueue(transaction, [
        {
          kind: 'request_changed',
          requestId: stored.id,
          state: stored.state,
        },
        ...(stored.state === 'awaiting_approval' && reviewers
          ? reviewMessages({
              request: stored,
              keys: reviewers.keys,
              excludedRefs: [caller.ref, ...planned.resource.targetPersonRefs],
            })
          : []),
        ...(stored.break_glass
          ? brokenGlassMessages({
              request: stored,
              targetPersonRefs: planned.resource.targetPersonRefs,
            })
          : []),
      ]);
      return { row: stored, created: true };
    });
  }

  /** Who is told of an emergency where only who asked would be. */
  async #witnessesOf(
    { decision, resource }: NonNullable<BuiltDraft['planned']>,
    orgOwnerRefs: readonly string[],
  ): Promise<Partial<Pick<StoredDecision, 'witnessRefs' | 'reasons'>>> {
    if (decision.code !== 'break_glass') return {};
    const skipped = skippedReviewers({ decision: JSON.stringify(decision) });
    const { witnessRefs, isAnybodyTold } = await this.#options.witnesses.find({
      resource,
      told: [...skipped.filter(key => key !== PERMISSION_KEY), ...orgOwnerRefs],
    });
    return {
      ...(witnessRefs.length > 0 ? { witnessRefs } : {}),
      ...(isAnybodyTold ? {} : { reasons: [...decision.reasons, toldNobody] }),
    };
  }

  async #insert(options: {
    transaction: Knex.Transaction;
    row: Omit<RequestRow, 'number'>;
    planned: NonNullable<BuiltDraft['planned']>;
    at: Date;
  }): Promise<RequestRow> {
    const { transaction, planned, at } = options;
    const { proposal, digest, resource } = planned;
    const number = await insertRequest({ transaction, row: options.row });
    const row = { ...options.row, number };
    await storePlan({
      transaction,
      request: row,
      version: 1,
      proposal,
      digest,
      at,
      isNew: true,
    });
    await replaceTargetGroups({
      transaction,
      request: row,
      isNew: true,
      groupRefs: resource.targetGroupRefs,
    });
    if (row.state === 'awaiting_approval') {
      await replaceOpenReviewers({
        transaction,
        request: row,
        isNew: true,
        open: openReviews(approvalCaseOf(row, targetPersonsOf(planned)), []),
      });
    } else {
      if (row.break_glass) {
        await replaceOpenReviewers({
          transaction,
          request: row,
          open: { stage: 0, keys: lookingAfterwards(row) },
        });
      }
      await this.#options.jobs.enqueue(transaction, {
        requestId: row.id,
        orgId: row.org_id,
        runAt: at.toISOString(),
      });
    }
    return row;
  }
}

/** From whom an emergency takes a review afterwards, by key. */
function lookingAfterwards(row: Pick<RequestRow, 'decision'>): string[] {
  const { witnessRefs = [] } = storedDecision(row);
  return [...new Set([...skippedReviewers(row), ...witnessRefs])];
}

function newRow(options: {
  id: string;
  draft: BuiltDraft;
  planned: NonNullable<BuiltDraft['planned']>;
  facts: SubmitFacts;
  caller: Caller;
  at: Date;
  audience: Pick<StoredDecision, 'requesterName' | 'orgOwnerRefs'> &
    Partial<Pick<StoredDecision, 'witnessRefs' | 'reasons'>>;
}): Omit<RequestRow, 'number'> {
  const { draft, planned, facts, caller, at } = options;
  const { proposal, digest, decision, resource } = planned;
  const waits = decision.verdict === 'needs_approval';
  const [stage] = decision.stages;
  return {
    id: options.id,
    org_id: draft.orgId,
    action_id: draft.action.id,
    kind: 'write',
    risk: riskRank(draft.action.risk),
    state: waits ? 'awaiting_approval' : 'approved',
    revision: 1,
    ...planColumns({ proposal, version: 1, digest }),
    input: JSON.stringify(draft.input),
    raw_input: JSON.stringify(draft.rawInput),
    reason: draft.reason?.trim() || null,
    words: facts.words ?? null,
    requester_ref: caller.ref,
    manager_ref: resource.managerRef ?? null,
    is_own_user: resource.isOwnUser,
    owns_targets: resource.ownsTargets,
    policy_version: decision.policyVersion,
    decision: JSON.stringify({ ...decision, ...options.audience }),
    verdict: waits ? 'needs_approval' : 'runs_without_approval',
    distinct_reviewers: decision.distinctReviewers,
    waiting_for: waits
      ? stage.requirements.map(({ sentence }) => sentence).join(' and ')
      : null,
    blockers: '[]',
    source: sourceOf(facts),
    undo_of: facts.undoOf ?? null,
    undone_by: null,
    follow_up_of: null,
    not_before: null,
    expires_at: waits ? after(at, decision.expiresAfter).toISOString() : null,
    reminded_at: null,
    ...freshApproval({
      decision,
      requesterUserId: planned.requesterUserId,
      at,
    }),
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    finished_at: null,
  };
}

/** Whom a plan that is not stored yet is about. */
export function targetPersonsOf(
  planned: NonNullable<BuiltDraft['planned']>,
): TargetPersons {
  return {
    refs: planned.resource.targetPersonRefs,
    userIds: planned.proposal.targets.flatMap(({ object, id }) =>
      object === 'User' && id ? [id] : [],
    ),
  };
}

function sourceOf(facts: SubmitFacts): string {
  if (facts.undoOf) return 'undo';
  return facts.words ? 'assistant' : 'form';
}
