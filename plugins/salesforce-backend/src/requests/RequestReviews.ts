import {
  SalesdeskError,
  type ErrorCode,
  type Person,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { narrowStoredPlan } from '../approvals/PlanNarrowing';
import type { ReviewerAliases } from '../approvals/ReviewerAliases';
import type { ReviewLapses } from '../approvals/ReviewLapses';
import type { AuditLog, NewAuditEntry } from '../audit/AuditLog';
import { insertReview } from '../database/operations/reviews/insertReview';
import { lockRequest } from '../database/operations/requests/lockRequest';
import { readRequest } from '../database/operations/requests/readRequest';
import { replaceOpenReviewers } from '../database/operations/requests/reviewers';
import type { RequestPatch } from '../database/operations/requests/updateRequest';
import type { RequestRow, ReviewRow } from '../database/tables';
import { isOver } from '../domain/isOver';
import { approvalStanding } from '../domain/approval';
import { openReviews } from '../domain/openReviews';
import { reviewEligibility } from '../domain/reviewEligibility';
import type { JobQueue } from '../executor/Executor';
import type { Outbox } from '../outbox/Outbox';
import type { Caller } from '../permissions/Caller';
import { listInWords } from '../policy/policySentence';
import type { PeopleDirectory } from './PeopleDirectory';
import { aboutRequest, plannedEntries } from './requestEntries';
import { readRequestFacts, type RequestFacts } from './RequestFacts';
import type { GivenDecision } from './RequestService';
import { requestNotFound } from './requestNotFound';
import {
  outcomeMessages,
  reviewEntries,
  timesAfterReview,
} from './reviewRecord';
import { givenReviews } from './storedDecision';
import { transitionRequest } from './transitionRequest';

/** What {@link RequestReviews} needs. */
export interface RequestReviewsOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  jobs: JobQueue;
  people: PeopleDirectory;
  aliases: ReviewerAliases;
  lapses: ReviewLapses;
  now: () => Date;
  newId: () => string;
}

/** What is found out before the request is locked: nothing waits for the catalog then. */
interface Preparation {
  /** The caller and the people they stand for. */
  names: ReadonlyMap<string, Person>;
  aliases: ReadonlyMap<string, string[]>;
  groups: ReadonlyMap<string, string[]>;
}

/** A review that is to be stored, of a request as it will be. */
interface Judged {
  facts: RequestFacts;
  review: ReviewRow;
  patch: RequestPatch;
  /** What led to it besides the review: a plan that became narrower. */
  entries: NewAuditEntry[];
}

/**
 * Takes reviews. What is promised:
 *
 * - A review counts for the plan whose digest it names, or is refused.
 * - The request is locked while it is decided, so the last needed approval is
 *   the last of exactly one transaction, and that transaction makes the job:
 *   any number of approvals at once make one job.
 * - A refused review leaves nothing behind.
 * - Earlier reviews whose reviewers lost their right since are taken out of the
 *   count before a review is judged, and that stays so if it is refused.
 * - Whoever takes targets off approves the rest, and nothing but the rest.
 */
export class RequestReviews {
  readonly #options: RequestReviewsOptions;

  constructor(options: RequestReviewsOptions) {
    this.#options = options;
  }

  async review(options: {
    given: GivenDecision & { remove?: readonly string[] };
    caller: Caller;
  }): Promise<RequestRow> {
    const { given, caller } = options;
    const { knex } = this.#options;
    const prepared = await this.#prepare(given.requestId, caller);
    await this.#options.lapses.settle(given.requestId);
    return knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: given.requestId });
      if (!row) throw requestNotFound(given.requestId);
      const [facts] = await readRequestFacts({
        knex: transaction,
        rows: [row],
      });
      const judged: Judged = {
        facts,
        entries: [],
        review: this.#judge({ facts, given, caller, prepared }),
        patch: {},
      };
      return this.#store({
        transaction,
        judged: given.remove
          ? await this.#narrow(transaction, judged, given.remove)
          : judged,
        prepared,
      });
    });
  }

  async #prepare(requestId: string, caller: Caller): Promise<Preparation> {
    const { knex, people, aliases } = this.#options;
    const row = await readRequest({ knex, id: requestId });
    if (!row) throw requestNotFound(requestId);
    const refs = [caller.ref, ...caller.principals.map(({ ref }) => ref)];
    const [names, known, groups] = await Promise.all([
      people.describe(refs),
      aliases.of(refs, row.org_id),
      people.groupsOf(refs),
    ]);
    return { names, aliases: known, groups };
  }

  /** The review as it will be stored; throws when it is not to be taken. */
  #judge(options: {
    facts: RequestFacts;
    given: GivenDecision;
    caller: Caller;
    prepared: Preparation;
  }): ReviewRow {
    const { facts, given, caller, prepared } = options;
    const { row, resource, approvalCase } = facts;
    const at = this.#options.now();
    const aliasesOf = (ref: string) => prepared.aliases.get(ref) ?? [];
    const eligibility = reviewEligibility({
      state: row.state,
      requesterRef: row.requester_ref,
      approvalCase,
      reviews: givenReviews(facts.reviews),
      candidate: {
        ref: caller.ref,
        ownershipRefs: caller.ownershipRefs,
        aliases: aliasesOf(caller.ref),
        isTarget: resource.targetPersonRefs.includes(caller.ref),
        mayDecide: caller.decisions.allows('decide', resource),
        principals: caller.principals.map(principal => ({
          ...principal,
          aliases: aliasesOf(principal.ref),
        })),
      },
      ...(given.onBehalfOf ? { onBehalfOf: given.onBehalfOf } : {}),
    });
    if (!eligibility.eligible) {
      throw refusal(eligibility.code, eligibility.reason);
    }
    if (isOver(row, at)) {
      throw refusal('wrong_state', 'The time for a decision is over');
    }
    if (given.planDigest !== row.plan_digest) {
      throw refusal(
        'plan_changed',
        'What this would change is not what you saw any more; look at it again',
      );
    }
    const { onBehalfOf, keys } = eligibility;
    const holder = onBehalfOf ?? caller.ref;
    const held = [holder, ...(prepared.groups.get(holder) ?? [])];
    const aliases = [
      ...aliasesOf(caller.ref),
      ...(onBehalfOf ? aliasesOf(onBehalfOf) : []),
    ];
    return {
      id: this.#options.newId(),
      request_id: row.id,
      plan_version: row.plan_version,
      stage: eligibility.stage,
      reviewer_ref: caller.ref,
      decision: given.decision,
      sources: JSON.stringify(keys),
      comment: given.comment?.trim() || null,
      plan_digest: row.plan_digest,
      policy_version: row.policy_version,
      at: at.toISOString(),
      on_behalf_of: onBehalfOf ?? null,
      aliases: aliases.length > 0 ? JSON.stringify(aliases) : null,
      catalog_sources: JSON.stringify(keys.filter(key => held.includes(key))),
      withdrawn_at: null,
      withdrawn_reason: null,
    };
  }

  /** The same review, of the plan without some of its targets. */
  async #narrow(
    transaction: Knex.Transaction,
    judged: Judged,
    remove: readonly string[],
  ): Promise<Judged> {
    const { facts, review } = judged;
    const { row } = facts;
    const { patch, proposal, removed } = await narrowStoredPlan({
      transaction,
      request: row,
      remove,
      at: this.#options.now(),
    });
    const narrowed = { ...row, ...patch };
    const [now] = await readRequestFacts({
      knex: transaction,
      rows: [narrowed],
    });
    const about = { ...aboutRequest(row), actor: review.reviewer_ref };
    return {
      facts: now,
      patch: { ...patch, stale_reasons: null },
      review: {
        ...review,
        plan_version: patch.plan_version,
        plan_digest: patch.plan_digest,
      },
      entries: [
        ...judged.entries,
        {
          ...about,
          type: 'request.narrowed',
          summary: `Taken off: ${listInWords(removed.slice(0, 5), 'and')}${
            removed.length > 5 ? ` and ${removed.length - 5} more` : ''
          }`,
          subjects: [row.requester_ref],
          data: {
            removed,
            widerDigest: row.plan_digest,
            planDigest: patch.plan_digest,
            planVersion: patch.plan_version,
          },
        },
        ...plannedEntries({ row: narrowed, proposal, about }),
      ],
    };
  }

  async #store(options: {
    transaction: Knex.Transaction;
    judged: Judged;
    prepared: Preparation;
  }): Promise<RequestRow> {
    const { transaction, judged, prepared } = options;
    const { facts, review } = judged;
    const { auditLog, outbox, jobs, now } = this.#options;
    const { row, approvalCase } = facts;
    if ((await insertReview({ transaction, row: review })) !== 'inserted') {
      throw refusal('already_reviewed', 'You have reviewed this plan already');
    }
    const reviews = givenReviews([...facts.reviews, review]);
    const standing = approvalStanding(approvalCase, reviews);
    const to = standing.outcome === 'pending' ? row.state : standing.outcome;
    const open = openReviews(approvalCase, reviews);
    const at = now();
    const patch = {
      ...judged.patch,
      waiting_for: open?.waitingFor ?? null,
      ...timesAfterReview({ row, review, standing, open, at }),
    };
    const nameOf = (ref: string) => prepared.names.get(ref)?.displayName ?? ref;
    const about = { facts, review, standing, nameOf };
    const [first, ...rest] = [...judged.entries, ...reviewEntries(about)];
    const changed = await transitionRequest({
      transaction,
      auditLog,
      outbox,
      request: row,
      to,
      patch,
      at,
      record: {
        entries: [first, ...rest],
        messages: outcomeMessages({
          ...about,
          open,
          isAskedAnew: judged.entries.length > 0,
        }),
      },
      alongside: async () => {
        await replaceOpenReviewers({ transaction, request: row, open });
        if (to === 'approved') {
          await jobs.requeue(transaction, {
            requestId: row.id,
            orgId: row.org_id,
            runAt: at.toISOString(),
            repeatUnknown: false,
          });
        }
      },
    });
    return { ...row, ...patch, ...changed };
  }
}

function refusal(code: ErrorCode, reason: string): SalesdeskError {
  const isConflict =
    code === 'wrong_state' ||
    code === 'plan_changed' ||
    code === 'already_reviewed';
  return new SalesdeskError(
    isConflict ? 'ConflictError' : 'NotAllowedError',
    reason,
    { code },
  );
}
