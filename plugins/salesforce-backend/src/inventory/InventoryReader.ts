import {
  SalesdeskError,
  type InventoryChangePage,
  type InventoryExportBody,
  type InventoryGroupBody,
  type InventoryGroupList,
  type InventoryObjectList,
  type InventoryPage,
  type InventoryQueryBody,
  type InventoryRecord,
  type InventoryStatus,
  type InventorySync as SyncView,
  type InventorySyncPage,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { listChanges } from '../database/operations/inventory/changes';
import { readState } from '../database/operations/inventory/state';
import {
  findOpenSync,
  findSync,
  listSyncs,
  readSteps,
} from '../database/operations/inventory/syncs';
import { toLongId } from '../gateway';
import { recordUrls } from '../orgs/recordUrl';
import { ChangeNames } from './ChangeNames';
import { csvOf } from './csvOf';
import { defaultColumns } from './defaultColumns';
import { toChangeView, toFieldView, toSyncView } from './inventoryViews';
import { findInventoryObject, inventoryObjects } from './model';
import { allFields, InventoryQuery, ownFields, toFilters } from './query';
import type { InventorySettings } from './sync/inventorySettings';

const rowsOfOnePage = 50;
const rowsPerRead = 500;

/** Reads the inventory, as old as its last sync. Makes no call to Salesforce. */
export class InventoryReader {
  readonly #knex: Knex;
  readonly #settings: InventorySettings;
  readonly #now: () => Date;
  readonly #instanceUrlOf: (orgId: string) => Promise<string | undefined>;

  static create(options: {
    knex: Knex;
    settings: InventorySettings;
    now: () => Date;
    instanceUrlOf(orgId: string): Promise<string | undefined>;
  }): InventoryReader {
    return new InventoryReader(options);
  }

  private constructor(options: {
    knex: Knex;
    settings: InventorySettings;
    now: () => Date;
    instanceUrlOf(orgId: string): Promise<string | undefined>;
  }) {
    this.#instanceUrlOf = options.instanceUrlOf;
    this.#knex = options.knex;
    this.#settings = options.settings;
    this.#now = options.now;
  }

  listObjects(): InventoryObjectList {
    return {
      items: inventoryObjects.map(object => ({
        object: object.name,
        label: object.label,
        plural: object.plural,
        searchable: object.names.length > 0,
        columns: defaultColumns[object.name] ?? [],
        fields: allFields(object).map(toFieldView),
      })),
    };
  }

  async status(orgId: string): Promise<InventoryStatus> {
    const knex = this.#knex;
    const state = await readState({ knex, orgId });
    const open = await findOpenSync({ knex, orgId });
    const [last] = await listSyncs({
      knex,
      orgId,
      state: 'succeeded',
      limit: 1,
    });
    const users = state.find(({ object }) => object === 'User');
    return {
      org: orgId,
      ready: Boolean(users?.read_from) && last !== undefined,
      ...(Object.keys(this.#settings.licenseCosts).length > 0
        ? { currency: this.#settings.currency }
        : {}),
      ...(last?.finished_at ? { syncedAt: last.finished_at } : {}),
      ...(open ? { openSync: await this.#view(open) } : {}),
      ...(last ? { lastSync: await this.#view(last) } : {}),
      objects: state.map(row => ({
        object: row.object,
        label: findInventoryObject(row.object)?.plural ?? row.object,
        rows: row.rows,
        available: Boolean(row.available),
        syncedAt: row.synced_at,
        ...(row.problem ? { problem: row.problem } : {}),
      })),
    };
  }

  async listSyncs(options: {
    orgId: string;
    cursor?: string;
    limit: number;
  }): Promise<InventorySyncPage> {
    const { orgId, cursor, limit } = options;
    const knex = this.#knex;
    const syncs = await listSyncs({
      knex,
      orgId,
      before: numberOf(cursor),
      limit: limit + 1,
    });
    const shown = syncs.slice(0, limit);
    const steps = await readSteps({ knex, syncIds: shown.map(({ id }) => id) });
    return {
      items: shown.map(sync =>
        toSyncView(
          sync,
          steps.filter(step => step.sync_id === sync.id),
        ),
      ),
      ...(syncs.length > limit
        ? { nextCursor: String(shown[shown.length - 1].number) }
        : {}),
    };
  }

  /** Throws NotFoundError. */
  async getSync(options: { orgId: string; syncId: string }): Promise<SyncView> {
    const sync = await findSync({ knex: this.#knex, ...options });
    if (!sync) throw notFound(`There is no sync '${options.syncId}'`);
    return this.#view(sync);
  }

  async listChanges(options: {
    orgId: string;
    syncId?: string;
    object?: string;
    recordId?: string;
    cursor?: string;
    limit: number;
  }): Promise<InventoryChangePage> {
    const { cursor, limit, recordId, ...filter } = options;
    const rows = await listChanges({
      knex: this.#knex,
      ...filter,
      recordId: recordId && toLongId(recordId),
      before: numberOf(cursor),
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const names = await ChangeNames.of({
      knex: this.#knex,
      orgId: options.orgId,
      changes: shown,
    });
    return {
      items: shown.map(row => toChangeView(row, names)),
      ...(rows.length > limit
        ? { nextCursor: String(shown[shown.length - 1].number) }
        : {}),
    };
  }

  /** Throws InputError for what the inventory does not keep. */
  async query(options: {
    orgId: string;
    body: InventoryQueryBody & { ids?: string[] };
  }): Promise<InventoryPage> {
    const { orgId, body } = options;
    const query = this.#query(orgId, body);
    const fields = body.fields ?? defaultColumns[body.object] ?? ['id'];
    const page = await query.page({
      fields,
      sort: body.sort
        ? {
            field: body.sort.field,
            descending: body.sort.descending ?? false,
          }
        : undefined,
      cursor: body.cursor,
      limit: body.limit ?? rowsOfOnePage,
    });
    return {
      columns: fields.map(id => toFieldView(query.field(id))),
      ...page,
      ...(body.withTotal ? { total: await query.count() } : {}),
    };
  }

  async groups(options: {
    orgId: string;
    body: InventoryGroupBody;
  }): Promise<InventoryGroupList> {
    const { orgId, body } = options;
    return {
      field: body.field,
      items: await this.#query(orgId, body).groups({
        field: body.field,
        sum: body.sum,
        limit: body.limit ?? 50,
      }),
    };
  }

  /** How many records a question finds. Throws InputError. */
  async count(options: {
    orgId: string;
    body: Pick<InventoryQueryBody, 'object' | 'filters' | 'search'>;
  }): Promise<number> {
    return this.#query(options.orgId, options.body).count();
  }

  /** Lines of CSV, page after page. Throws InputError. */
  async csv(options: {
    orgId: string;
    body: InventoryExportBody;
  }): Promise<AsyncIterable<string>> {
    const { orgId, body } = options;
    const read = (cursor?: string) =>
      this.query({ orgId, body: { ...body, cursor, limit: rowsPerRead } });
    return csvOf(await read(), read);
  }

  /** Throws NotFoundError. */
  async record(options: {
    orgId: string;
    object: string;
    recordId: string;
  }): Promise<InventoryRecord> {
    const { orgId } = options;
    const recordId = toLongId(options.recordId);
    const object = findInventoryObject(options.object);
    if (!object) throw notFound(`The inventory keeps no '${options.object}'`);
    const ids = [
      ...new Set([
        ...ownFields(object).map(({ id }) => id),
        ...(defaultColumns[object.name] ?? []),
      ]),
    ];
    const page = await this.query({
      orgId,
      body: { object: object.name, fields: ids, ids: [recordId], limit: 1 },
    });
    const [item] = page.items;
    if (!item) {
      throw notFound(`The inventory knows no ${object.label} '${recordId}'`);
    }
    const fields = page.columns.map(({ id, label, type }, index) => ({
      id,
      label,
      type,
      value: item.values[index],
    }));
    const name = fields.find(({ id }) =>
      object.names.length > 0
        ? id === (defaultColumns[object.name] ?? [])[0]
        : id === 'id',
    );
    const changes = await this.listChanges({ orgId, recordId, limit: 20 });
    return {
      object: object.name,
      id: item.id,
      label: String(name?.value ?? item.id),
      ...(await this.#urlOf(orgId, object.name, item.id)),
      fields,
      changes: changes.items,
    };
  }

  #query(
    orgId: string,
    body: Pick<InventoryQueryBody, 'object' | 'filters' | 'search'> & {
      ids?: string[];
    },
  ): InventoryQuery {
    return new InventoryQuery({
      knex: this.#knex,
      question: {
        orgId,
        object: body.object,
        filters: toFilters(body.filters ?? []),
        search: body.search,
        ids: body.ids,
      },
      context: {
        now: this.#now(),
        isPostgres: isPostgres(this.#knex),
        licenseCosts: this.#settings.licenseCosts,
      },
    });
  }

  async #urlOf(orgId: string, object: string, id: string) {
    const instanceUrl = await this.#instanceUrlOf(orgId);
    return instanceUrl ? { url: recordUrls(instanceUrl)(object, id) } : {};
  }

  async #view(sync: Parameters<typeof toSyncView>[0]): Promise<SyncView> {
    const steps = await readSteps({ knex: this.#knex, syncIds: [sync.id] });
    return toSyncView(sync, steps);
  }
}

function notFound(message: string): SalesdeskError {
  return new SalesdeskError('NotFoundError', message, { code: 'not_found' });
}

/** Lists by number go on from a number. */
function numberOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const number = Number(cursor);
  if (!Number.isSafeInteger(number) || number < 0) {
    throw new SalesdeskError(
      'InputError',
      'The cursor is not one that this list gave out; start from the first page',
      { code: 'invalid_input' },
    );
  }
  return number;
}
