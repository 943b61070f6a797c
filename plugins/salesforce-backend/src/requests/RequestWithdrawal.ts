import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';

import type { AuditLog, NewAuditEntry } from '../audit/AuditLog';
import { mayHaveEffects } from '../database/operations/changes/mayHaveEffects';
import {
  leaveOutPending,
  recordOutcomes,
} from '../database/operations/changes/recordChanges';
import { readJobTicket } from '../database/operations/jobs/queueJob';
import { lockRequest } from '../database/operations/requests/lockRequest';
import { readRequest } from '../database/operations/requests/readRequest';
import { replaceOpenReviewers } from '../database/operations/requests/reviewers';
import type { RequestRow } from '../database/tables';
import { isOver } from '../domain/isOver';
import { isReviewable, isWithdrawable } from '../domain/requestState';
import { salesdeskActor } from '../people/salesdeskActor';
import { outcomeEntries } from '../executor/callEntries';
import type { JobQueue } from '../executor/Executor';
import type { PlanStore } from '../executor/ExecutorSeams';
import { observedRecords } from '../executor/observedRecords';
import { requesterMessages } from '../inbox/messages';
import type { Outbox } from '../outbox/Outbox';
import { aboutRequest } from './requestEntries';
import { requestNotFound } from './requestNotFound';
import { transitionRequest } from './transitionRequest';
import type { SeenChanges, UnseenChanges } from './UnseenChanges';

/** What {@link RequestWithdrawal} needs. */
export interface RequestWithdrawalOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  jobs: JobQueue;
  planStore: Pick<PlanStore, 'scheduleFollowUps'>;
  unseen: Pick<UnseenChanges, 'look'>;
  now: () => Date;
}

/** Ends requests that have not started: by a person, or because their time is over. */
export class RequestWithdrawal {
  readonly #options: RequestWithdrawalOptions;

  constructor(options: RequestWithdrawalOptions) {
    this.#options = options;
  }

  /**
   * Throws `wrong_state` when it has started; then it is finished. Where a reply
   * was lost before it stood still, Salesforce is asked what became of the call:
   * what took effect is not withdrawn as if it had not.
   */
  async cancel(options: {
    requestId: string;
    actorRef: string;
    comment?: string;
  }): Promise<RequestRow> {
    const { requestId, actorRef } = options;
    const { knex, unseen } = this.#options;
    const before = await readRequest({ knex, id: requestId });
    if (!before) throw requestNotFound(requestId);
    const seen =
      before.state === 'needs_admin' ? await unseen.look(before) : undefined;
    return knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: requestId });
      if (!row) throw requestNotFound(requestId);
      if (!isWithdrawable(row.state)) {
        throw new SalesdeskError(
          'ConflictError',
          row.state === 'running'
            ? 'It runs already: stop it first'
            : 'It is finished; there is nothing to withdraw',
          { code: 'wrong_state' },
        );
      }
      const comment = options.comment?.trim() || undefined;
      if (seen && row.revision !== before.revision) {
        throw new SalesdeskError(
          'ConflictError',
          `Request ${row.number} was changed by somebody else meanwhile; look at it again`,
          { code: 'wrong_state' },
        );
      }
      const entries = seen
        ? await this.#recordSeen({ transaction, row, seen })
        : [];
      const isBegun =
        row.state === 'needs_admin' &&
        (await mayHaveEffects({
          knex: transaction,
          requestId: row.id,
          planVersion: row.plan_version,
        }));
      if (isBegun) {
        return this.#close({
          transaction,
          row,
          actor: actorRef,
          comment,
          entries,
        });
      }
      return this.end({
        transaction,
        row,
        to: 'cancelled',
        actor: actorRef,
        summary: `Withdrawn: ${row.title}`,
        ...(comment ? { comment } : {}),
        entries,
      });
    });
  }

  /** Records what became of calls whose reply was lost, as far as it was seen. */
  async #recordSeen(options: {
    transaction: Knex.Transaction;
    row: RequestRow;
    seen: SeenChanges;
  }): Promise<NewAuditEntry[]> {
    const { transaction, row, seen } = options;
    if (seen.work.length === 0) return [];
    const { records } = observedRecords(seen);
    await recordOutcomes({
      transaction,
      requestId: row.id,
      planVersion: row.plan_version,
      records,
      now: this.#options.now().toISOString(),
    });
    return outcomeEntries({
      request: row,
      ticket: await readJobTicket({ transaction, requestId: row.id }),
      work: seen.work,
      records,
      observed: true,
    });
  }

  /**
   * Ends a request that had effects: what was done stays, follows up and can be
   * undone; the rest is left out.
   */
  async #close(options: {
    transaction: Knex.Transaction;
    row: RequestRow;
    actor: string;
    comment: string | undefined;
    entries: NewAuditEntry[];
  }): Promise<RequestRow> {
    const { transaction, row, actor, comment, entries } = options;
    const { auditLog, outbox, planStore, now } = this.#options;
    const [first, ...rest] = [
      ...entries,
      {
        ...aboutRequest(row),
        type: 'request.closed',
        actor,
        summary: `Withdrawn, and what was done stays: ${row.title}`,
        subjects: [row.requester_ref],
        data: { from: row.state, ...(comment ? { comment } : {}) },
      },
    ];
    const at = now();
    const patch = {
      finished_at: at.toISOString(),
      waiting_for: null,
      blockers: '[]',
    };
    const changed = await transitionRequest({
      transaction,
      auditLog,
      outbox,
      request: row,
      to: 'partly_failed',
      patch,
      at,
      record: {
        entries: [first, ...rest],
        messages: requesterMessages({
          request: row,
          state: 'partly_failed',
          actor,
          ...(comment ? { description: comment } : {}),
        }),
      },
      alongside: async () => {
        await leaveOutPending({
          transaction,
          requestId: row.id,
          planVersion: row.plan_version,
          message: 'Withdrawn before it was done',
          now: at.toISOString(),
        });
        return planStore.scheduleFollowUps({ transaction, request: row, at });
      },
    });
    return { ...row, ...patch, ...changed };
  }

  /** Ends one request whose time is over, if it still waits. */
  async expire(requestId: string): Promise<'expired' | 'not_any_more'> {
    const { knex, now } = this.#options;
    return knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: requestId });
      if (!row || !isReviewable(row.state) || !isOver(row, now())) {
        return 'not_any_more';
      }
      await this.end({
        transaction,
        row,
        to: 'expired',
        actor: salesdeskActor,
        summary: `Expired without a decision: ${row.title}`,
      });
      return 'expired';
    });
  }

  /** In the caller's transaction, which holds the lock of the request. */
  async end(options: {
    transaction: Knex.Transaction;
    row: RequestRow;
    to: 'cancelled' | 'expired';
    actor: string;
    summary: string;
    comment?: string;
    /** What is recorded besides, before it. */
    entries?: NewAuditEntry[];
  }): Promise<RequestRow> {
    const { transaction, row, to, actor, comment } = options;
    const { auditLog, outbox, jobs, now } = this.#options;
    const at = now();
    const [first, ...rest] = [
      ...(options.entries ?? []),
      {
        ...aboutRequest(row),
        type: `request.${to}`,
        actor,
        summary: options.summary,
        subjects: [row.requester_ref],
        data: { from: row.state, ...(comment ? { comment } : {}) },
      },
    ];
    const patch = { finished_at: at.toISOString(), waiting_for: null };
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
        messages: requesterMessages({
          request: row,
          state: to,
          actor,
          ...(comment ? { description: comment } : {}),
        }),
      },
      alongside: async () => {
        // A worker that holds the job is about to start: too late.
        const job = await jobs.cancel(transaction, { requestId: row.id });
        if (job === 'running') {
          throw new SalesdeskError(
            'ConflictError',
            'It is being started; what has started is finished',
            { code: 'wrong_state' },
          );
        }
        await replaceOpenReviewers({ transaction, request: row, open: null });
      },
    });
    return { ...row, ...patch, ...changed };
  }
}
