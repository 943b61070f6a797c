import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { lockRequest } from '../database/operations/requests/lockRequest';
import { noteStop } from '../database/operations/requests/stopRequests';
import type { RequestRow } from '../database/tables';
import { stoppedBlocker, waitsForResume } from '../domain/stopped';
import type { JobQueue } from '../executor/Executor';
import type { Outbox } from '../outbox/Outbox';
import { aboutRequest } from './requestEntries';
import { requestNotFound } from './requestNotFound';
import { transitionRequest } from './transitionRequest';

/** What {@link RequestStop} needs. */
export interface RequestStopOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  jobs: JobQueue;
  now: () => Date;
}

/**
 * Stops a request that runs. A call that left is not taken back: its worker
 * records what came of it, and sends no other. Where no worker holds the job,
 * it stands still at once.
 */
export class RequestStop {
  readonly #options: RequestStopOptions;

  constructor(options: RequestStopOptions) {
    this.#options = options;
  }

  /** Throws `wrong_state` when it does not run. To stop twice is to stop. */
  async stop(options: {
    requestId: string;
    actorRef: string;
    comment?: string;
  }): Promise<RequestRow> {
    const { requestId, actorRef } = options;
    const { knex, auditLog, outbox, jobs, now } = this.#options;
    return knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: requestId });
      if (!row) throw requestNotFound(requestId);
      if (row.state !== 'running') {
        throw new SalesdeskError(
          'ConflictError',
          'It does not run: there is nothing to stop',
          { code: 'wrong_state' },
        );
      }
      if (row.stop_requested_at) return row;
      const at = now();
      const comment = options.comment?.trim() || undefined;
      const patch = {
        stop_requested_at: at.toISOString(),
        stop_requested_by: actorRef,
      };
      const entry = {
        ...aboutRequest(row),
        actor: actorRef,
        subjects: [row.requester_ref],
        data: { ...(comment ? { comment } : {}) },
      };
      const job = await jobs.cancel(transaction, { requestId: row.id });
      if (job === 'running') {
        await noteStop({
          transaction,
          requestId: row.id,
          personRef: actorRef,
          now: at.toISOString(),
        });
        await auditLog.append(transaction, [
          {
            ...entry,
            type: 'request.stop_asked',
            summary: `To be stopped before its next change: ${row.title}`,
          },
        ]);
        await outbox.enqueue(transaction, [
          { kind: 'request_changed', requestId: row.id, state: row.state },
        ]);
        return { ...row, ...patch };
      }
      const stopped = {
        ...patch,
        blockers: JSON.stringify([stoppedBlocker]),
        waiting_for: waitsForResume,
      };
      const changed = await transitionRequest({
        transaction,
        auditLog,
        outbox,
        request: row,
        to: 'needs_admin',
        patch: stopped,
        at,
        record: {
          entries: [
            {
              ...entry,
              type: 'request.stopped',
              summary: `Stopped: ${row.title}`,
            },
          ],
        },
      });
      return { ...row, ...stopped, ...changed };
    });
  }
}
