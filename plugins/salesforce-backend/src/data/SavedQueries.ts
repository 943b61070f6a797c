import {
  SalesdeskError,
  type SavedQuery,
  type SavedQueryBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import {
  countSavedQueries,
  deleteSavedQuery,
  insertSavedQuery,
  listSavedQueries,
  updateSavedQuery,
} from '../database/operations/savedQueries/savedQueries';
import type { SavedQueryRow } from '../database/tables';
import type { Caller } from '../permissions/Caller';
import type { OrgDirectory } from '../requests/OrgDirectory';

const mostPerPerson = 500;
const mostListed = 1000;

/**
 * Queries that people keep. They are words, not results: whoever runs a shared
 * one sees what they may see.
 */
export class SavedQueries {
  readonly #knex: Knex;
  readonly #orgs: OrgDirectory;
  readonly #now: () => Date;
  readonly #newId: () => string;

  constructor(options: {
    knex: Knex;
    orgs: OrgDirectory;
    now: () => Date;
    newId: () => string;
  }) {
    this.#knex = options.knex;
    this.#orgs = options.orgs;
    this.#now = options.now;
    this.#newId = options.newId;
  }

  async list(options: {
    orgId?: string;
    caller: Caller;
  }): Promise<SavedQuery[]> {
    const { caller } = options;
    const rows = await listSavedQueries({
      knex: this.#knex,
      orgId: options.orgId ?? (await this.#orgs.defaultOrgId()),
      personRef: caller.ref,
      limit: mostListed,
    });
    return rows.map(row => toView(row, caller));
  }

  async create(options: {
    body: SavedQueryBody;
    caller: Caller;
  }): Promise<SavedQuery> {
    const { body, caller } = options;
    const knex = this.#knex;
    const kept = await countSavedQueries({ knex, personRef: caller.ref });
    if (kept >= mostPerPerson) {
      throw new SalesdeskError(
        'ConflictError',
        `You keep ${mostPerPerson} queries already; delete one first`,
        { code: 'limit_exceeded' },
      );
    }
    const row: SavedQueryRow = {
      id: this.#newId(),
      owner_ref: caller.ref,
      ...(await this.#valuesOf(body)),
    };
    await insertSavedQuery({ knex, row });
    return toView(row, caller);
  }

  async update(options: {
    id: string;
    body: SavedQueryBody;
    caller: Caller;
  }): Promise<SavedQuery> {
    const { id, body, caller } = options;
    const values = await this.#valuesOf(body);
    const isChanged = await updateSavedQuery({
      knex: this.#knex,
      id,
      personRef: caller.ref,
      values,
    });
    if (!isChanged) throw notFound(id);
    return toView({ id, owner_ref: caller.ref, ...values }, caller);
  }

  async delete(options: { id: string; caller: Caller }): Promise<void> {
    const { id, caller } = options;
    const isDeleted = await deleteSavedQuery({
      knex: this.#knex,
      id,
      personRef: caller.ref,
    });
    if (!isDeleted) throw notFound(id);
  }

  async #valuesOf(body: SavedQueryBody) {
    return {
      org_id: body.org ?? (await this.#orgs.defaultOrgId()),
      title: body.title.trim(),
      query: body.query,
      shared: body.shared ?? false,
      updated_at: this.#now().toISOString(),
    };
  }
}

function notFound(id: string): SalesdeskError {
  return new SalesdeskError(
    'NotFoundError',
    `You have no saved query '${id}'`,
    { code: 'not_found' },
  );
}

function toView(row: SavedQueryRow, caller: Caller): SavedQuery {
  return {
    id: row.id,
    org: row.org_id,
    title: row.title,
    query: row.query,
    shared: Boolean(row.shared),
    ownedByMe: row.owner_ref === caller.ref,
    ownerRef: row.owner_ref,
    updatedAt: row.updated_at,
  };
}
