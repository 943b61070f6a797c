import { isError } from '@backstage/errors';
import type { PlanProposal } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type { AuditLog, NewAuditEntry } from '../audit/AuditLog';
import { readRequest } from '../database/operations/requests/readRequest';
import type { RequestPatch } from '../database/operations/requests/updateRequest';
import type { RequestRow } from '../database/tables';
import type { Outbox } from '../outbox/Outbox';
import { salesdeskActor } from '../people/salesdeskActor';
import {
  transitionRequest,
  type TransitionRecord,
} from '../requests/transitionRequest';
import type { PlanStore } from './ExecutorSeams';
import type { JobLease } from './JobLease';

/** What is written together with a new state. */
export interface JobTransition {
  entries: Array<Pick<NewAuditEntry, 'type' | 'summary' | 'data' | 'subjects'>>;
  messages?: TransitionRecord['messages'];
  patch?: RequestPatch;
  storePlan?: { proposal: PlanProposal; digest: string; version: number };
  /** The plan is reviewed anew, and the job ends. */
  reopen?: boolean;
  alongside?(transaction: Knex.Transaction): Promise<TransitionRecord | void>;
}

/**
 * Moves the request of a job to another state, in Salesdesk's name. The worker
 * alone decides what becomes of a request whose job it holds. What somebody
 * else notes on it meanwhile (what they think of an emergency, a place in a
 * queue that they give up) is no reason to leave unrecorded what a call has
 * done.
 */
export class JobTransitions {
  readonly #options: JobTransitionsOptions;

  constructor(options: JobTransitionsOptions) {
    this.#options = options;
  }

  /** Answers the request as it is then. Throws LeaseLostError, ConflictError. */
  async make(
    request: RequestRow,
    to: RequestRow['state'],
    change: JobTransition,
  ): Promise<RequestRow> {
    let current = request;
    for (;;) {
      try {
        return await this.#makeOnce(current, to, change);
      } catch (error) {
        const noted = await this.#notedMeanwhile(current, error);
        if (!noted) throw error;
        current = noted;
      }
    }
  }

  /** The request with what was noted on it since, if that alone was in the way. */
  async #notedMeanwhile(
    request: RequestRow,
    error: unknown,
  ): Promise<RequestRow | undefined> {
    if (!isError(error) || error.name !== 'ConflictError') return undefined;
    const row = await readRequest({ knex: this.#options.knex, id: request.id });
    return row?.state === request.state && row.revision !== request.revision
      ? { ...request, revision: row.revision }
      : undefined;
  }

  async #makeOnce(
    request: RequestRow,
    to: RequestRow['state'],
    change: JobTransition,
  ): Promise<RequestRow> {
    const { knex, auditLog, outbox, planStore, lease, now } = this.#options;
    return knex.transaction(async transaction => {
      const at = now();
      const stored = change.storePlan
        ? await planStore.storePlan({
            transaction,
            request,
            ...change.storePlan,
            at,
          })
        : {};
      const reopened = change.reopen
        ? await planStore.reopenReview({
            transaction,
            request: { ...request, ...change.patch, ...stored },
            at,
          })
        : undefined;
      const patch = { ...change.patch, ...stored, ...reopened?.patch };
      const [first, ...rest] = change.entries.map(entry => ({
        actor: salesdeskActor,
        org: request.org_id,
        action: request.action_id,
        requestId: request.id,
        subjects: [request.requester_ref],
        ...entry,
      }));
      const changed = await transitionRequest({
        transaction,
        auditLog,
        outbox,
        request,
        to,
        patch,
        at,
        record: {
          entries: [first, ...rest],
          messages: [
            ...(change.messages ?? []),
            ...(reopened?.record.messages ?? []),
          ],
        },
        alongside: async () => {
          if (change.reopen) {
            await lease.end(transaction);
          } else if (change.storePlan) {
            await lease.hold(transaction);
          }
          const more = await change.alongside?.(transaction);
          return {
            entries: [
              ...(reopened?.record.entries ?? []),
              ...(more?.entries ?? []),
            ],
            messages: more?.messages,
          };
        },
      });
      return { ...request, ...patch, ...changed };
    });
  }
}

/** What {@link JobTransitions} needs. */
export interface JobTransitionsOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  planStore: PlanStore;
  lease: JobLease;
  now: () => Date;
}
