import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { mayHaveEffects } from '../database/operations/changes/mayHaveEffects';
import { findFollowUps } from '../database/operations/requests/findFollowUps';
import { lockRequest } from '../database/operations/requests/lockRequest';
import type { RequestRow } from '../database/tables';
import { isFinished, isRetryable } from '../domain/requestState';
import type { JobQueue } from '../executor/Executor';
import type { Outbox } from '../outbox/Outbox';
import { isConfirmable } from './requestActions';
import { isOver } from '../domain/isOver';
import { aboutRequest } from './requestEntries';
import { requestNotFound } from './requestNotFound';
import { transitionRequest } from './transitionRequest';

/**
 * Has a request run again after an admin cleared the way, or after its requester
 * confirmed a new plan. Where something may have been done it goes on as
 * `running`: it is no approval any more that somebody could take back, and no
 * request that ends as if nothing had happened.
 */
export class RequestRetry {
  readonly #options: {
    knex: Knex;
    auditLog: AuditLog;
    outbox: Outbox;
    jobs: JobQueue;
    now: () => Date;
  };

  constructor(options: {
    knex: Knex;
    auditLog: AuditLog;
    outbox: Outbox;
    jobs: JobQueue;
    now: () => Date;
  }) {
    this.#options = options;
  }

  /** Throws `wrong_state` when there is nothing to run again. */
  async retry(options: {
    requestId: string;
    actorRef: string;
    comment?: string;
    /** Repeat calls whose effect could not be observed. */
    repeatUnknown: boolean;
    /** Further writes of the same transaction; throwing takes all of it back. */
    alongside?(transaction: Knex.Transaction): Promise<void>;
  }): Promise<RequestRow> {
    const { requestId, actorRef, repeatUnknown } = options;
    const { knex, auditLog, outbox, jobs, now } = this.#options;
    return knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: requestId });
      if (!row) throw requestNotFound(requestId);
      const confirms = isConfirmable(row);
      if (!confirms && !isRetryable(row.state)) {
        throw wrongState('There is nothing to run again');
      }
      const at = now();
      if (confirms && isOver(row, at)) {
        throw wrongState('The time for a decision is over');
      }
      await this.#demandNotUndone(transaction, row);
      const goesOn =
        !confirms &&
        (await mayHaveEffects({
          knex: transaction,
          requestId: row.id,
          planVersion: row.plan_version,
        }));
      const comment = options.comment?.trim() || undefined;
      const patch = {
        blockers: '[]',
        waiting_for: null,
        finished_at: null,
        stop_requested_at: null,
        stop_requested_by: null,
      };
      const changed = await transitionRequest({
        transaction,
        auditLog,
        outbox,
        request: row,
        to: goesOn ? 'running' : 'approved',
        patch,
        at,
        record: {
          entries: [
            {
              ...aboutRequest(row),
              type: confirms ? 'request.confirmed' : 'request.retried',
              actor: actorRef,
              summary: `${
                confirms ? 'New plan confirmed' : 'To be run again'
              }: ${row.title}`,
              subjects: [row.requester_ref],
              data: {
                from: row.state,
                planVersion: row.plan_version,
                planDigest: row.plan_digest,
                repeatUnknown,
                blockers: JSON.parse(row.blockers),
                ...(comment ? { comment } : {}),
              },
            },
          ],
        },
        alongside: async () => {
          await jobs.requeue(transaction, {
            requestId: row.id,
            orgId: row.org_id,
            runAt: at.toISOString(),
            repeatUnknown,
          });
          await options.alongside?.(transaction);
        },
      });
      return { ...row, ...patch, ...changed };
    });
  }

  /** What was taken back is not done after all by running the rest of it. */
  async #demandNotUndone(
    transaction: Knex.Transaction,
    row: RequestRow,
  ): Promise<void> {
    if (row.undone_by) throw wrongState('It was undone: ask for it anew');
    const undos = await findFollowUps({
      knex: transaction,
      requestId: row.id,
      relation: 'undo_of',
    });
    const underWay = undos.find(({ state }) => !isFinished(state));
    if (underWay) {
      throw wrongState(`Request ${underWay.number} to undo it is under way`);
    }
  }
}

function wrongState(message: string): SalesdeskError {
  return new SalesdeskError('ConflictError', message, { code: 'wrong_state' });
}
