import type { LoggerService } from '@backstage/backend-plugin-api';
import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { hasEndedSince } from '../database/operations/requests/hasEndedSince';
import { lockRequest } from '../database/operations/requests/lockRequest';
import {
  deleteSeatEntry,
  findSeatEntry,
  insertSeatEntry,
  listQueuedOrgs,
  listSeatQueue,
  moveSeatEntry,
  noteSeatCheck,
  type QueuedRequest,
} from '../database/operations/seatQueue/seatQueue';
import type { RequestRow } from '../database/tables';
import { salesdeskActor } from '../people/salesdeskActor';
import type { GatewayProvider } from '../orgs';
import type { Outbox } from '../outbox/Outbox';
import { aboutRequest } from '../requests/requestEntries';
import { requestNotFound } from '../requests/requestNotFound';
import type { RequestRetry } from '../requests/RequestRetry';
import { transitionRequest } from '../requests/transitionRequest';
import { chooseStarts, type SeatWish } from './chooseStarts';
import { poolsOf, type SeatPool } from './pools';
import { countSeats } from './SeatReader';

/** Seats are counted as often while nothing here gave one back. */
const countEvery = 5 * 60_000;
/** These run, or are about to, and have not taken their seats for certain. */
const underWay = new Set(['approved', 'running']);

/** What {@link SeatQueue} needs. */
export interface SeatQueueOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  retries: RequestRetry;
  gateways: Pick<GatewayProvider, 'forOrg'>;
  logger: LoggerService;
  now: () => Date;
}

/*
 * What is promised
 *
 * 1. First come, first served, in each pool of seats: see `chooseStarts`.
 * 2. The queue is a table: it outlives every process. Starting a request is one
 *    transaction, on condition that it waits: of any number of replicas one
 *    starts it, once.
 * 3. A request that has its turn runs as any other that is run again: the plan
 *    is computed anew, and if it is not the approved one, or the approval holds
 *    no longer, nothing runs and it is reviewed again. It keeps its place.
 * 4. Whoever was started and met a full pool again (somebody was faster in
 *    Salesforce) goes back to the place they had.
 */
export class SeatQueue {
  readonly #options: SeatQueueOptions;

  constructor(options: SeatQueueOptions) {
    this.#options = options;
  }

  /** Throws `wrong_state` for what does not need a seat, and nothing else. */
  async join(options: { requestId: string; actorRef: string }): Promise<void> {
    const { requestId, actorRef } = options;
    const { now } = this.#options;
    await this.#changeRequest(requestId, async (transaction, row) => {
      const pools = poolsOf(JSON.parse(row.blockers));
      if (row.state !== 'needs_admin' || pools.length === 0) {
        throw conflict('It does not wait for a seat alone');
      }
      if (await findSeatEntry({ knex: transaction, requestId })) {
        throw conflict('It is in the queue already');
      }
      await insertSeatEntry({
        transaction,
        row: {
          request_id: requestId,
          org_id: row.org_id,
          pools: JSON.stringify(pools),
          state: 'waiting',
          queued_by: actorRef,
          queued_at: now().toISOString(),
          checked_at: null,
        },
      });
      return {
        type: 'request.seat_awaited',
        actor: actorRef,
        summary: `Waits for ${namesOf(pools)}: ${row.title}`,
        waitingFor: `a free seat of ${namesOf(pools)}`,
      };
    });
  }

  /** Throws `wrong_state` when it is not in the queue. */
  async leave(options: { requestId: string; actorRef: string }): Promise<void> {
    const { requestId, actorRef } = options;
    await this.#changeRequest(requestId, async (transaction, row) => {
      if (!(await deleteSeatEntry({ transaction, requestId }))) {
        throw conflict('It is not in the queue');
      }
      return {
        type: 'request.seat_given_up',
        actor: actorRef,
        summary: `Waits for no seat any more: ${row.title}`,
        waitingFor: "the org's admins",
      };
    });
  }

  /** Starts whose turn it is. Safe on any number of replicas at once. */
  async sweep(): Promise<{ started: number }> {
    const { knex, logger, now } = this.#options;
    let started = 0;
    for (const { org_id: orgId, checked_at } of await listQueuedOrgs({
      knex,
    })) {
      await this.#settle(orgId);
      const isDue =
        checked_at === null ||
        now().getTime() - Date.parse(checked_at) >= countEvery ||
        (await hasEndedSince({ knex, orgId, since: checked_at }));
      if (!isDue) continue;
      try {
        started += await this.#startDue(orgId);
      } catch (error) {
        // An org that is away or paused keeps its queue.
        logger.warn(`Seats of org '${orgId}' could not be counted: ${error}`);
      }
    }
    return { started };
  }

  /** Lets go of what has ended, and takes back what met a full pool again. */
  async #settle(orgId: string): Promise<void> {
    const { knex } = this.#options;
    for (const entry of await listSeatQueue({ knex, orgId })) {
      const { request_id: requestId, request_state: state } = entry;
      const pools = poolsOf(JSON.parse(entry.request_blockers));
      if (state === 'needs_admin') {
        if (pools.length === 0) {
          // An admin has something else to clear first.
          await deleteSeatEntry({ transaction: knex, requestId });
        } else if (entry.state === 'started') {
          await moveSeatEntry({
            transaction: knex,
            requestId,
            from: 'started',
            to: 'waiting',
            pools: JSON.stringify(pools),
          });
        }
      } else if (!isStillQueued(entry)) {
        await deleteSeatEntry({ transaction: knex, requestId });
      } else if (entry.state === 'waiting') {
        // Somebody ran it by hand.
        await moveSeatEntry({
          transaction: knex,
          requestId,
          from: 'waiting',
          to: 'started',
        });
      }
    }
  }

  async #startDue(orgId: string): Promise<number> {
    const { knex, gateways, now } = this.#options;
    const at = now();
    const queue = await listSeatQueue({ knex, orgId });
    if (queue.length === 0) return 0;
    // First, so that an org that is away is not asked every few seconds.
    await noteSeatCheck({ knex, orgId, now: at.toISOString() });
    const counts = await countSeats({
      reader: await gateways.forOrg(orgId),
      pools: queue.flatMap(poolsOfEntry),
    });
    const turns = chooseStarts(
      toWishes(queue),
      new Map([...counts].map(([key, { free }]) => [key, free])),
    );
    let started = 0;
    for (const requestId of turns) {
      if (await this.#start(requestId)) started += 1;
    }
    return started;
  }

  /** False when another replica, or a person, was faster. */
  async #start(requestId: string): Promise<boolean> {
    try {
      await this.#options.retries.retry({
        requestId,
        actorRef: salesdeskActor,
        comment: 'A seat is free',
        repeatUnknown: false,
        alongside: async transaction => {
          const moved = await moveSeatEntry({
            transaction,
            requestId,
            from: 'waiting',
            to: 'started',
          });
          if (!moved) throw conflict('It does not wait any more');
        },
      });
      return true;
    } catch (error) {
      if ((error as Error).name !== 'ConflictError') throw error;
      return false;
    }
  }

  async #changeRequest(
    requestId: string,
    change: (
      transaction: Knex.Transaction,
      row: RequestRow,
    ) => Promise<{
      type: string;
      actor: string;
      summary: string;
      waitingFor: string;
    }>,
  ): Promise<void> {
    const { knex, auditLog, outbox, now } = this.#options;
    await knex.transaction(async transaction => {
      const row = await lockRequest({ transaction, id: requestId });
      if (!row) throw requestNotFound(requestId);
      const { type, actor, summary, waitingFor } = await change(
        transaction,
        row,
      );
      await transitionRequest({
        transaction,
        auditLog,
        outbox,
        request: row,
        to: row.state,
        patch: row.state === 'needs_admin' ? { waiting_for: waitingFor } : {},
        at: now(),
        record: {
          entries: [
            {
              ...aboutRequest(row),
              type,
              actor,
              summary,
              subjects: [row.requester_ref],
            },
          ],
        },
      });
    });
  }
}

/** Whether a request waits, and has not ended since the queue was looked through. */
export function isStillQueued({
  request_state: state,
}: Pick<QueuedRequest, 'request_state'>): boolean {
  return state === 'needs_admin' || state === 'stale' || underWay.has(state);
}

/** What entries say about whose turn it is; those reviewed again hold no seats. */
export function toWishes(queue: readonly QueuedRequest[]): SeatWish[] {
  return queue
    .filter(entry => isStillQueued(entry) && entry.request_state !== 'stale')
    .map(entry => ({
      requestId: entry.request_id,
      pools: poolsOfEntry(entry),
      isStarted: entry.state === 'started',
    }));
}

function poolsOfEntry({ pools }: Pick<QueuedRequest, 'pools'>): SeatPool[] {
  return JSON.parse(pools);
}

function namesOf(pools: readonly SeatPool[]): string {
  return pools.map(({ name }) => name).join(' and ');
}

function conflict(message: string): SalesdeskError {
  return new SalesdeskError('ConflictError', message, { code: 'wrong_state' });
}
