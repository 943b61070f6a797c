import type {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { BoardService } from './boards';
import {
  DefaultInventorySearch,
  DefaultInventorySync,
  EffectiveAccessService,
  InventoryReader,
  PeopleSync,
  readInventorySettings,
} from './inventory';
import type { DefaultGatewayProvider, OrgService } from './orgs';
import type { PersonService } from './people';
import { AuthorizedCatalogFacts } from './permissions/AuthorizedCatalogFacts';
import { CatalogFactReader } from './inventory/CatalogFactReader';
import { AuthorizedBoards } from './permissions/AuthorizedBoards';
import type { Callers } from './permissions/Callers';

/** The longest a call takes, with the waits between its repetitions. */
const leaseMilliseconds = 5 * 60_000;

/** The inventory of every org: its syncs, and what is looked up in it. */
export function createInventory(options: {
  config: RootConfigService;
  knex: Knex;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  /** Orgs of the configuration, whose login is there from the start. */
  configuredIds: ReadonlySet<string>;
  gateways: DefaultGatewayProvider;
  orgs: Pick<OrgService, 'list' | 'defaultOrgId'>;
  persons: PersonService;
  callers: Callers;
  now: () => Date;
  newId: () => string;
  owner: string;
}) {
  const { knex, gateways, orgs, now } = options;
  const settings = readInventorySettings(options.config);
  const inventorySync = DefaultInventorySync.create({
    ...options,
    settings,
    leaseMilliseconds,
    limitOf: orgId => gateways.limitStateOf(orgId),
    connectedOrgs: async () =>
      (await orgs.list())
        .filter(
          ({ id, status, statusReason }) =>
            ['connected', 'syncing', 'degraded'].includes(status) ||
            // nobody has called it yet: the first sync finds out
            (status === 'not_connected' &&
              !statusReason &&
              options.configuredIds.has(id)),
        )
        .map(({ id }) => id),
    people: PeopleSync.create(options),
  });
  const reader = InventoryReader.create({
    knex,
    settings,
    now,
    instanceUrlOf: async orgId =>
      (await orgs.list()).find(({ id }) => id === orgId)?.instanceUrl,
  });
  const boards = BoardService.create({
    ...options,
    inventory: reader,
    describePeople: refs => options.persons.describe(refs),
  });
  return {
    inventorySync,
    inventoryReader: reader,
    catalogFacts: new AuthorizedCatalogFacts({
      inner: new CatalogFactReader({ inventory: reader, orgs }),
      auth: options.auth,
    }),
    boards,
    inventoryApi: AuthorizedBoards.create({
      reader,
      access: EffectiveAccessService.create({ knex, now }),
      boards,
      sync: inventorySync,
      orgs,
      callers: options.callers,
    }),
    inventorySearch: DefaultInventorySearch.create({ knex, now }),
  };
}
