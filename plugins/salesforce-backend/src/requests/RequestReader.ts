import type {
  AuditPage,
  ChangePage,
  RequestDetail,
  RequestPage,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { FindUserId } from '../approvals/ReviewerAliases';
import type { AuditLog } from '../audit/AuditLog';
import { listChanges } from '../database/operations/changes/listChanges';
import {
  listRequests,
  type RequestFilter,
} from '../database/operations/requests/listRequests';
import { readRequest } from '../database/operations/requests/readRequest';
import { PERMISSION_KEY } from '../domain/approval';
import type { Caller } from '../permissions/Caller';
import { changeView } from './changeViews';
import { decodeCursor, encodeCursor } from './cursor';
import type { OrgDirectory } from './OrgDirectory';
import type { PeopleDirectory } from './PeopleDirectory';
import { requestNotFound } from './requestNotFound';
import type {
  CallOptions,
  RequestQuery,
  RequestService,
} from './RequestService';
import type { RequestViews } from './RequestViews';
import { wordsToFind } from './searchWords';
import { withPeople } from './withPeople';

const requestPlace = z.object({
  order: z.enum(['newest', 'oldest', 'updated', 'expiring']),
  number: z.number().int(),
  at: z.string().nullable(),
});

const changePlace = z.object({ position: z.number().int() });

/** Answers what is asked about stored requests. */
export class RequestReader
  implements
    Pick<RequestService, 'list' | 'get' | 'listChanges' | 'getTimeline'>
{
  readonly #options: {
    knex: Knex;
    auditLog: AuditLog;
    orgs: OrgDirectory;
    findUserId: FindUserId;
    people: PeopleDirectory;
    views: RequestViews;
  };

  constructor(options: {
    knex: Knex;
    auditLog: AuditLog;
    orgs: OrgDirectory;
    findUserId: FindUserId;
    people: PeopleDirectory;
    views: RequestViews;
  }) {
    this.#options = options;
  }

  async list(
    query: RequestQuery,
    { caller }: CallOptions,
  ): Promise<RequestPage> {
    const { order, limit } = query;
    const behind = query.cursor
      ? decodeCursor(
          query.cursor,
          requestPlace.refine(p => p.order === order),
        )
      : undefined;
    const words = query.search ? wordsToFind(query.search) : [];
    // Signs alone are no words: nothing is found by them.
    if (query.search && words.length === 0) return { items: [] };
    const rows = await listRequests({
      knex: this.#options.knex,
      filter: {
        scopes: query.scopes ?? [],
        states: query.states,
        actions: query.actions,
        org: query.org,
        requesterRef: query.requesterRef,
        target: query.target,
        words,
        ...(await this.#viewFilter(query.view, caller)),
      },
      order,
      behind,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = page[page.length - 1];
    return {
      items: await this.#options.views.summaries({ rows: page, caller }),
      ...(rows.length > limit
        ? {
            nextCursor: encodeCursor({
              order,
              number: last.number,
              at: order === 'expiring' ? last.expires_at : last.updated_at,
            }),
          }
        : {}),
    };
  }

  async get(
    input: { requestId: string },
    { caller }: CallOptions,
  ): Promise<RequestDetail> {
    const { views } = this.#options;
    return views.detail({ row: await this.#row(input.requestId), caller });
  }

  async listChanges(
    input: Parameters<RequestService['listChanges']>[0],
  ): Promise<ChangePage> {
    const { limit } = input;
    const row = await this.#row(input.requestId);
    const rows = await listChanges({
      knex: this.#options.knex,
      requestId: row.id,
      planVersion: input.planVersion ?? row.plan_version,
      outcome: input.outcome,
      search: input.search,
      behind: input.cursor
        ? decodeCursor(input.cursor, changePlace).position
        : undefined,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    return {
      items: page.map(changeView),
      ...(rows.length > limit
        ? {
            nextCursor: encodeCursor({
              position: page[page.length - 1].position,
            }),
          }
        : {}),
    };
  }

  async getTimeline(input: {
    requestId: string;
    cursor?: string;
    limit: number;
  }): Promise<AuditPage> {
    const row = await this.#row(input.requestId);
    const page = await this.#options.auditLog.list({
      filter: { requestId: row.id },
      order: 'oldest',
      cursor: input.cursor,
      limit: input.limit,
    });
    return withPeople(page, this.#options.people);
  }

  async #viewFilter(
    view: RequestQuery['view'],
    caller: Caller,
  ): Promise<Pick<RequestFilter, 'requesterRef' | 'reviewer'>> {
    switch (view) {
      case 'mine':
        return { requesterRef: caller.ref };
      case 'to_review':
        return {
          reviewer: {
            ref: caller.ref,
            userIds: await this.#userIdsOf(caller.ref),
            capacities: [
              { keys: [PERMISSION_KEY, ...caller.ownershipRefs] },
              ...caller.principals.map(({ ref, ownershipRefs }) => ({
                onBehalfOf: ref,
                keys: ownershipRefs,
              })),
            ],
          },
        };
      default:
        return {};
    }
  }

  /** A person's Salesforce users, in all orgs that can be asked. */
  async #userIdsOf(personRef: string): Promise<string[]> {
    const { orgs, findUserId } = this.#options;
    const ids = await Promise.all(
      [...(await orgs.titles()).keys()].map(orgId =>
        findUserId({ personRef, orgId }).catch(() => undefined),
      ),
    );
    return ids.filter(id => id !== undefined);
  }

  async #row(requestId: string) {
    const row = await readRequest({ knex: this.#options.knex, id: requestId });
    if (!row) throw requestNotFound(requestId);
    return row;
  }
}
