import {
  SalesdeskError,
  salesforceInventoryReadPermission,
  type Blocker,
  type RequestDetail,
  type RequestSeats,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { listSeatQueue } from '../database/operations/seatQueue/seatQueue';
import type { GatewayProvider } from '../orgs';
import type { Caller } from '../permissions/Caller';
import type { Callers } from '../permissions/Callers';
import type { RequestService } from '../requests/RequestService';
import { countAhead } from './chooseStarts';
import { poolKey, poolsOf, type SeatPool } from './pools';
import { isStillQueued, toWishes, type SeatQueue } from './SeatQueue';
import { countSeats, readSeatHolders, type SeatCount } from './SeatReader';

/** What {@link AuthorizedSeats} needs. */
export interface AuthorizedSeatsOptions {
  knex: Knex;
  queue: SeatQueue;
  requests: Pick<RequestService, 'get'>;
  gateways: Pick<GatewayProvider, 'forOrg'>;
  callers: Callers;
  now: () => Date;
}

/**
 * Seats that a request lacks, for whoever sees the request. Its requester and
 * those who look after the org put it into the queue and take it out; who holds
 * seats is shown to those who may read the inventory.
 */
export class AuthorizedSeats {
  readonly #options: AuthorizedSeatsOptions;

  constructor(options: AuthorizedSeatsOptions) {
    this.#options = options;
  }

  async get(
    { requestId }: { requestId: string },
    { caller }: { caller: Caller },
  ): Promise<RequestSeats> {
    const request = await this.#options.requests.get({ requestId }, { caller });
    return this.#view(request, caller);
  }

  async join(
    { requestId }: { requestId: string },
    { caller }: { caller: Caller },
  ): Promise<RequestSeats> {
    await this.#demand(requestId, caller);
    await this.#options.queue.join({ requestId, actorRef: caller.ref });
    return this.get({ requestId }, { caller });
  }

  async leave(
    { requestId }: { requestId: string },
    { caller }: { caller: Caller },
  ): Promise<RequestSeats> {
    await this.#demand(requestId, caller);
    await this.#options.queue.leave({ requestId, actorRef: caller.ref });
    return this.get({ requestId }, { caller });
  }

  async #demand(requestId: string, caller: Caller): Promise<void> {
    const request = await this.#options.requests.get({ requestId }, { caller });
    if (!(await this.#decides(request, caller))) {
      throw new SalesdeskError(
        'NotAllowedError',
        'Who asked, and those who look after the org, say whether it waits',
        { code: 'not_permitted' },
      );
    }
  }

  async #decides(request: RequestDetail, caller: Caller): Promise<boolean> {
    return request.requester.ref === caller.ref || caller.managesOrgs();
  }

  async #view(request: RequestDetail, caller: Caller): Promise<RequestSeats> {
    const { knex, gateways, callers, now } = this.#options;
    const queue = await listSeatQueue({ knex, orgId: request.org });
    const entry = queue.find(
      found => found.request_id === request.id && isStillQueued(found),
    );
    const lacked = poolsOf(request.blockers as Blocker[]);
    const pools: SeatPool[] = entry ? JSON.parse(entry.pools) : lacked;
    const [decides, maySeeHolders] = await Promise.all([
      this.#decides(request, caller),
      callers.may(salesforceInventoryReadPermission, caller.credentials),
    ]);
    const reader =
      pools.length > 0 ? await gateways.forOrg(request.org) : undefined;
    const counts = reader
      ? await countSeats({ reader, pools })
      : new Map<string, SeatCount>();
    const shown: RequestSeats['pools'] = [];
    for (const pool of pools) {
      const count = counts.get(poolKey(pool)) ?? pool;
      shown.push({
        ...pool,
        total: count.total,
        used: count.used,
        holders:
          reader && maySeeHolders
            ? await readSeatHolders({ reader, pool, now: now() })
            : [],
      });
    }
    return {
      pools: shown,
      maySeeHolders,
      mayWait:
        decides &&
        !entry &&
        request.state === 'needs_admin' &&
        lacked.length > 0,
      mayLeave: decides && entry !== undefined,
      ...(entry
        ? {
            queue: {
              position: countAhead(toWishes(queue), request.id) + 1,
              started: entry.state === 'started',
              since: entry.queued_at,
            },
          }
        : {}),
    };
  }
}
