import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';

import type { AuditLog } from '../audit/AuditLog';
import { lockRequest } from '../database/operations/requests/lockRequest';
import { replaceOpenReviewers } from '../database/operations/requests/reviewers';
import type { RequestRow } from '../database/tables';
import { isReviewable, isWithdrawable } from '../domain/requestState';
import { salesdeskActor } from '../executor/callEntries';
import type { JobQueue } from '../executor/Executor';
import { requesterMessages } from '../inbox/messages';
import type { Outbox } from '../outbox/Outbox';
import { aboutRequest } from './requestEntries';
import { requestNotFound } from './requestNotFound';
import { transitionRequest } from './transitionRequest';

/** What {@link RequestWithdrawal} needs. */
export interface RequestWithdrawalOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  jobs: JobQueue;
  now: () => Date;
}

/** Ends requests that have not started: by a person, or because their time is over. */
export class RequestWithdrawal {
  readonly #options: RequestWithdrawalOptions;

  constructor(options: RequestWithdrawalOptions) {
    this.#options = options;
  }

  /** Throws `wrong_state` when it has started; then it is finished. */
  async cancel(options: {
    requestId: string;
    actorRef: string;
    comment?: string;
  }): Promise<RequestRow> {
    const { requestId, actorRef } = options;
    const { knex } = this.#options;
    return knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: requestId });
      if (!row) throw requestNotFound(requestId);
      if (!isWithdrawable(row.state)) {
        throw new SalesdeskError(
          'ConflictError',
          row.state === 'running'
            ? 'It runs already; what has started is finished'
            : 'It is finished; there is nothing to withdraw',
          { code: 'wrong_state' },
        );
      }
      const comment = options.comment?.trim() || undefined;
      return this.end({
        transaction,
        row,
        to: 'cancelled',
        actor: actorRef,
        summary: `Withdrawn: ${row.title}`,
        ...(comment ? { comment } : {}),
      });
    });
  }

  /** Ends one request whose time is over, if it still waits. */
  async expire(requestId: string): Promise<'expired' | 'not_any_more'> {
    const { knex, now } = this.#options;
    return knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: requestId });
      const isOver =
        row !== undefined &&
        isReviewable(row.state) &&
        row.expires_at !== null &&
        row.expires_at <= now().toISOString();
      if (!isOver) return 'not_any_more';
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
  }): Promise<RequestRow> {
    const { transaction, row, to, actor, comment } = options;
    const { auditLog, outbox, jobs, now } = this.#options;
    const at = now();
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
        entries: [
          {
            ...aboutRequest(row),
            type: `request.${to}`,
            actor,
            summary: options.summary,
            subjects: [row.requester_ref],
            data: { from: row.state, ...(comment ? { comment } : {}) },
          },
        ],
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
