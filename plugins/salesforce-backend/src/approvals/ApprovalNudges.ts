import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { AuditLog, NewAuditEntry } from '../audit/AuditLog';
import { findRequestsToNudge } from '../database/operations/requests/findRequestsToNudge';
import { lockRequest } from '../database/operations/requests/lockRequest';
import { replaceOpenReviewers } from '../database/operations/requests/reviewers';
import type { RequestPatch } from '../database/operations/requests/updateRequest';
import type { RequestRow } from '../database/tables';
import { after } from '../domain/duration';
import { openReviews, type OpenReviews } from '../domain/openReviews';
import { isReviewable } from '../domain/requestState';
import { salesdeskActor } from '../people/salesdeskActor';
import type { Outbox, OutboxMessage } from '../outbox/Outbox';
import { aboutRequest } from '../requests/requestEntries';
import { readRequestFacts, type RequestFacts } from '../requests/RequestFacts';
import { reviewMessages } from '../requests/reviewMessages';
import {
  approvalCaseOf,
  escalatedStages,
  givenReviews,
  storedDecision,
} from '../requests/storedDecision';
import { transitionRequest } from '../requests/transitionRequest';

/** How many requests one statement looks for. */
const batch = 200;

type Due = 'remind_at' | 'escalate_at';

interface Nudge {
  patch: RequestPatch;
  entry: Pick<NewAuditEntry, 'type' | 'summary' | 'data'>;
  messages: OutboxMessage[];
  /** Where the open stage takes reviews from others now. */
  open?: OpenReviews | null;
}

/**
 * Reminds those whose review is wanted, and escalates what nobody decides. Each
 * is a change of the request under its lock: however many replicas sweep, a
 * reminder is sent once and a stage escalated once.
 */
export class ApprovalNudges {
  readonly #options: ApprovalNudgesOptions;

  constructor(options: ApprovalNudgesOptions) {
    this.#options = options;
  }

  async sweep(): Promise<{ reminded: number; escalated: number }> {
    const escalated = await this.#sweep('escalate_at');
    const reminded = await this.#sweep('remind_at');
    if (escalated + reminded > 0) {
      this.#options.logger.info(
        `${reminded} requests reminded of, ${escalated} escalated`,
      );
    }
    return { reminded, escalated };
  }

  async #sweep(by: Due): Promise<number> {
    const { knex, now } = this.#options;
    // What becomes due again while this goes on is for the next sweep: a policy
    // that reminds every second does not hold it for ever.
    const dueBy = now().toISOString();
    let nudged = 0;
    for (;;) {
      const rows = await findRequestsToNudge({
        knex,
        by,
        now: dueBy,
        limit: batch,
      });
      for (const { id } of rows) if (await this.#nudge(id, by)) nudged += 1;
      if (rows.length < batch) return nudged;
    }
  }

  async #nudge(id: string, by: Due): Promise<boolean> {
    const { knex, auditLog, outbox, now } = this.#options;
    return knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id });
      const at = now();
      const due = row?.[by];
      // Another replica was here, or it was decided meanwhile.
      if (!row || !due || due > at.toISOString()) return false;
      if (!isReviewable(row.state)) return false;
      const [facts] = await readRequestFacts({
        knex: transaction,
        rows: [row],
      });
      const nudge =
        by === 'remind_at' ? remind(facts, at) : escalate(facts, at);
      await transitionRequest({
        transaction,
        auditLog,
        outbox,
        request: row,
        to: row.state,
        patch: nudge.patch,
        at,
        record: {
          entries: [
            {
              ...aboutRequest(row),
              actor: salesdeskActor,
              subjects: [row.requester_ref],
              ...nudge.entry,
            },
          ],
          messages: nudge.messages,
        },
        alongside: async () => {
          if (nudge.open === undefined) return;
          await replaceOpenReviewers({
            transaction,
            request: row,
            open: nudge.open,
          });
        },
      });
      return true;
    });
  }
}

/** What {@link ApprovalNudges} needs. */
export interface ApprovalNudgesOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  logger: LoggerService;
  now: () => Date;
}

function remind(facts: RequestFacts, at: Date): Nudge {
  const { row, approvalCase } = facts;
  const { remindAfter } = storedDecision(row);
  const open = openReviews(approvalCase, givenReviews(facts.reviews));
  return {
    patch: {
      reminded_at: at.toISOString(),
      remind_at: remindAfter ? after(at, remindAfter).toISOString() : null,
    },
    entry: {
      type: 'request.reminded',
      summary: `Reminded ${open?.waitingFor ?? 'nobody'}: ${row.title}`,
      data: { stage: open?.stage ?? null },
    },
    messages: open
      ? reviewMessages({
          request: row,
          keys: open.keys,
          excludedRefs: [
            ...approvalCase.excludedRefs,
            ...whoReviewed(facts, open.stage),
          ],
          reminder: true,
        })
      : [],
  };
}

function escalate(facts: RequestFacts, at: Date): Nudge {
  const { row, approvalCase } = facts;
  const { escalation, remindAfter } = storedDecision(row);
  const reviews = givenReviews(facts.reviews);
  const stage = openReviews(approvalCase, reviews)?.stage;
  if (!escalation || stage === undefined) {
    return {
      patch: { escalate_at: null },
      entry: {
        type: 'request.escalated',
        summary: `There was nobody to escalate to: ${row.title}`,
        data: {},
      },
      messages: [],
    };
  }
  const escalated: RequestRow = {
    ...row,
    escalated_stages: JSON.stringify([...escalatedStages(row), stage]),
  };
  const open = openReviews(
    {
      ...approvalCase,
      stages: approvalCaseOf(escalated, { refs: [], userIds: [] }).stages,
    },
    reviews,
  );
  return {
    patch: {
      escalate_at: null,
      escalated_stages: escalated.escalated_stages,
      waiting_for: open?.waitingFor ?? null,
      ...(remindAfter
        ? { remind_at: after(at, remindAfter).toISOString() }
        : {}),
    },
    entry: {
      type: 'request.escalated',
      summary: `Escalated to ${escalation.sentence}: ${row.title}`,
      data: { stage, to: escalation.keys },
    },
    messages: reviewMessages({
      request: row,
      keys: escalation.keys,
      excludedRefs: [
        ...approvalCase.excludedRefs,
        ...whoReviewed(facts, stage),
      ],
    }),
    open,
  };
}

function whoReviewed(facts: RequestFacts, stage: number): string[] {
  return facts.reviews
    .filter(
      review =>
        review.withdrawn_at === null &&
        review.plan_version === facts.row.plan_version &&
        review.stage === stage,
    )
    .map(({ reviewer_ref }) => reviewer_ref);
}
