import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { lockRequest } from '../database/operations/requests/lockRequest';
import { replaceOpenReviewers } from '../database/operations/requests/reviewers';
import { replaceTargetGroups } from '../database/operations/requests/targets';
import { readReviews } from '../database/operations/reviews/readReviews';
import type { RequestRow } from '../database/tables';
import { isOver } from '../domain/isOver';
import { after } from '../domain/duration';
import { openReviews } from '../domain/openReviews';
import type { JobQueue } from '../executor/Executor';
import type { Outbox } from '../outbox/Outbox';
import type { BuiltDraft } from '../requests/DraftBuilder';
import { freshApproval } from '../requests/freshApproval';
import type { PeopleDirectory } from '../requests/PeopleDirectory';
import type { OrgDirectory } from '../requests/OrgDirectory';
import { refuseUnlessValid } from '../requests/refuseUnlessValid';
import { aboutRequest, plannedEntries } from '../requests/requestEntries';
import { requestNotFound } from '../requests/requestNotFound';
import { targetPersonsOf } from '../requests/RequestSubmission';
import { reviewMessages } from '../requests/reviewMessages';
import {
  approvalCaseOf,
  storedDecision,
  type StoredDecision,
} from '../requests/storedDecision';
import { planColumns, storePlan } from '../requests/storePlan';
import { transitionRequest } from '../requests/transitionRequest';
import { mayBeAmended } from './approvalRules';

/** What {@link RequestAmendment} needs. */
export interface RequestAmendmentOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  jobs: JobQueue;
  orgs: OrgDirectory;
  people: PeopleDirectory;
  now: () => Date;
}

/**
 * Changes a request before its first review, as the next version of its plan:
 * both plans stay with it, and everything that it needs is decided anew.
 */
export class RequestAmendment {
  readonly #options: RequestAmendmentOptions;

  constructor(options: RequestAmendmentOptions) {
    this.#options = options;
  }

  async amend(options: {
    requestId: string;
    draft: BuiltDraft;
    planDigest?: string;
    actorRef: string;
  }): Promise<RequestRow> {
    const { requestId, draft, actorRef } = options;
    const { knex, auditLog, outbox, jobs, orgs, people, now } = this.#options;
    const planned = refuseUnlessValid({
      draft,
      planDigest: options.planDigest,
    });
    const [orgOwnerRefs, names] = await Promise.all([
      orgs.ownersOf(draft.orgId),
      people.describe([actorRef]),
    ]);
    return knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: requestId });
      if (!row) throw requestNotFound(requestId);
      const reviews = await readReviews({
        knex: transaction,
        requestIds: [requestId],
      });
      const answer = mayBeAmended({
        row,
        hasReviews: reviews.some(review => review.withdrawn_at === null),
        personRef: actorRef,
      });
      if (answer !== true) {
        throw new SalesdeskError('ConflictError', answer, {
          code: 'wrong_state',
        });
      }
      const at = now();
      if (isOver(row, at)) {
        throw new SalesdeskError(
          'ConflictError',
          'The time for a decision is over; ask anew',
          { code: 'wrong_state' },
        );
      }
      const { proposal, digest, decision, resource } = planned;
      const version = row.plan_version + 1;
      const waits = decision.verdict === 'needs_approval';
      const amended: RequestRow = {
        ...row,
        ...planColumns({ proposal, version, digest }),
        input: JSON.stringify(draft.input),
        raw_input: JSON.stringify(draft.rawInput),
        reason: draft.reason?.trim() || row.reason,
        manager_ref: resource.managerRef ?? null,
        is_own_user: resource.isOwnUser,
        owns_targets: resource.ownsTargets,
        policy_version: decision.policyVersion,
        decision: JSON.stringify({
          ...decision,
          requesterName: names.get(actorRef)?.displayName ?? actorRef,
          orgOwnerRefs,
          decidedAt: at.toISOString(),
        } satisfies StoredDecision),
        verdict: waits ? 'needs_approval' : 'runs_without_approval',
        distinct_reviewers: decision.distinctReviewers,
        expires_at: waits
          ? after(at, decision.expiresAfter).toISOString()
          : null,
        reminded_at: null,
        ...freshApproval({
          decision,
          requesterUserId: planned.requesterUserId,
          at,
        }),
      };
      const approvalCase = approvalCaseOf(amended, targetPersonsOf(planned));
      const open = waits ? openReviews(approvalCase, []) : null;
      amended.waiting_for = open?.waitingFor ?? null;
      const about = { ...aboutRequest(row), actor: actorRef };
      const changed = await transitionRequest({
        transaction,
        auditLog,
        outbox,
        request: row,
        to: waits ? row.state : 'approved',
        patch: patchOf(amended),
        at,
        record: {
          entries: [
            {
              ...about,
              type: 'request.amended',
              summary: `Changed before its first review: ${amended.title}`,
              subjects: [row.requester_ref],
              data: {
                before: {
                  title: row.title,
                  input: JSON.parse(row.input),
                  planDigest: row.plan_digest,
                },
                after: {
                  title: amended.title,
                  input: JSON.parse(amended.input),
                  planDigest: digest,
                  reason: amended.reason,
                },
                decision: {
                  verdict: decision.verdict,
                  code: decision.code,
                  policyVersion: decision.policyVersion,
                  stages: storedDecision(amended).stages,
                },
              },
            },
            ...plannedEntries({ row: amended, proposal, about }),
          ],
          messages: open
            ? reviewMessages({
                request: amended,
                keys: open.keys,
                excludedRefs: approvalCase.excludedRefs,
              })
            : [],
        },
        alongside: async () => {
          await storePlan({
            transaction,
            request: amended,
            version,
            proposal,
            digest,
            at,
          });
          await replaceTargetGroups({
            transaction,
            request: row,
            groupRefs: resource.targetGroupRefs,
          });
          await replaceOpenReviewers({ transaction, request: row, open });
          if (!waits) {
            await jobs.requeue(transaction, {
              requestId,
              orgId: row.org_id,
              runAt: at.toISOString(),
              repeatUnknown: false,
            });
          }
        },
      });
      return { ...amended, ...changed };
    });
  }
}

/** The row without what only a transition sets. */
function patchOf(row: RequestRow) {
  const {
    number: _number,
    id: _id,
    state: _state,
    revision: _revision,
    created_at: _createdAt,
    updated_at: _updatedAt,
    ...patch
  } = row;
  return patch;
}
