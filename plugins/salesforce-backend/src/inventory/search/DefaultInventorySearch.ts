import type { Knex } from 'knex';
import { readNames } from '../../database/operations/inventory/readNames';
import { readState } from '../../database/operations/inventory/state';
import { listSyncs } from '../../database/operations/inventory/syncs';
import type {
  InventoryHit,
  InventoryKind,
  InventoryName,
  InventorySearch,
} from './InventorySearch';
import { NameIndex } from './NameIndex';

interface Source {
  kind: InventoryKind;
  table: string;
  columns: { label: string; value: string; detail?: string; status?: string };
  where?: Record<string, string | boolean>;
}

const sources: Source[] = [
  {
    kind: 'user',
    table: 'salesforce_inventory_users',
    columns: {
      label: 'name',
      value: 'username',
      detail: 'title',
      status: 'state',
    },
  },
  {
    kind: 'permission-set',
    table: 'salesforce_inventory_permission_sets',
    columns: { label: 'label', value: 'name', detail: 'description' },
    where: { type: 'Regular' },
  },
  {
    kind: 'permission-set',
    table: 'salesforce_inventory_permission_sets',
    columns: { label: 'label', value: 'name', detail: 'description' },
    where: { type: 'Standard' },
  },
  {
    kind: 'permission-set',
    table: 'salesforce_inventory_permission_sets',
    columns: { label: 'label', value: 'name', detail: 'description' },
    where: { type: 'Session' },
  },
  {
    kind: 'permission-set-group',
    table: 'salesforce_inventory_permission_set_groups',
    columns: { label: 'label', value: 'developer_name', detail: 'description' },
  },
  {
    kind: 'profile',
    table: 'salesforce_inventory_profiles',
    columns: { label: 'name', value: 'name', detail: 'description' },
  },
  {
    kind: 'role',
    table: 'salesforce_inventory_roles',
    columns: { label: 'name', value: 'developer_name' },
  },
  {
    kind: 'group',
    table: 'salesforce_inventory_groups',
    columns: { label: 'name', value: 'developer_name' },
    where: { type: 'Regular' },
  },
  {
    kind: 'queue',
    table: 'salesforce_inventory_groups',
    columns: { label: 'name', value: 'developer_name' },
    where: { type: 'Queue' },
  },
  {
    kind: 'license',
    table: 'salesforce_inventory_user_licenses',
    columns: { label: 'name', value: 'definition_key' },
  },
  {
    kind: 'permission-set-license',
    table: 'salesforce_inventory_permission_set_licenses',
    columns: { label: 'label', value: 'developer_name' },
  },
  {
    kind: 'connected-app',
    table: 'salesforce_inventory_connected_apps',
    columns: { label: 'name', value: 'name' },
  },
];

/** How long the number of the last sync is not looked at again. */
const lookAgain = 2_000;

interface Kept {
  sync: number;
  lookedAt: number;
  index: Promise<NameIndex>;
}

/**
 * Keeps the names of each org in memory, as they were at the end of its last
 * sync. A finished sync of any replica is noticed by its number.
 */
export class DefaultInventorySearch implements InventorySearch {
  readonly #knex: Knex;
  readonly #now: () => Date;
  readonly #kept = new Map<string, Kept>();

  static create(options: {
    knex: Knex;
    now: () => Date;
  }): DefaultInventorySearch {
    return new DefaultInventorySearch(options);
  }

  private constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async search(options: {
    orgId: string;
    text: string;
    kinds?: InventoryKind[];
    limit?: number;
    strict?: boolean;
  }): Promise<InventoryHit[]> {
    const { orgId, text, kinds, limit = 20, strict = false } = options;
    const index = await this.#indexOf(orgId);
    return index.search({ text, kinds, limit, strict });
  }

  async names(options: {
    orgId: string;
    kind: InventoryKind;
  }): Promise<InventoryName[]> {
    return (await this.#indexOf(options.orgId)).all(options.kind);
  }

  async isReady(orgId: string): Promise<boolean> {
    const state = await readState({ knex: this.#knex, orgId });
    return state.some(row => row.object === 'User' && row.read_from !== null);
  }

  async #indexOf(orgId: string): Promise<NameIndex> {
    const now = this.#now().getTime();
    const kept = this.#kept.get(orgId);
    if (kept && now - kept.lookedAt < lookAgain) return kept.index;
    const [last] = await listSyncs({
      knex: this.#knex,
      orgId,
      state: 'succeeded',
      limit: 1,
    });
    const sync = last?.number ?? 0;
    if (kept?.sync === sync) {
      kept.lookedAt = now;
      return kept.index;
    }
    const index = this.#read(orgId);
    index.catch(() => this.#kept.delete(orgId));
    this.#kept.set(orgId, { sync, lookedAt: now, index });
    return index;
  }

  async #read(orgId: string): Promise<NameIndex> {
    const names: InventoryName[] = [];
    for (const { kind, table, columns, where } of sources) {
      const rows = await readNames({
        knex: this.#knex,
        orgId,
        table,
        columns,
        where,
      });
      for (const { id, label, value, detail, status } of rows) {
        names.push({
          kind,
          id,
          label: label ?? value ?? id,
          value: value ?? label ?? id,
          ...(detail ? { detail } : {}),
          ...(status ? { status } : {}),
        });
      }
    }
    return new NameIndex(names);
  }
}
