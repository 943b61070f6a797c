import type {
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelSlot } from './assistant';
import type { Checkpoint } from './executor';
import type { AbsentPeopleSlot } from './permissions/AbsentCallers';
import type { ActionCatalog } from './requests/ActionCatalog';

/** What the host gives. */
export interface HostServices {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  events: EventsService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  signals: SignalsService;
  userInfo: UserInfoService;
  knex: Knex;
  actions: ActionCatalog;
  model: ModelSlot;
  absentPeople: AbsentPeopleSlot;
}

/** No call to Salesforce takes longer. Milliseconds. */
const callTimeout = 60_000;
/** Longer than the longest call, so that no job is taken while one is on its way. */
export const leaseMilliseconds = 2 * callTimeout;

/**
 * What a process does otherwise under test. The plugin hands nothing in, and no
 * configuration reaches it.
 */
export interface ProcessSeams {
  now: () => Date;
  checkpoint: Checkpoint;
  wait: (milliseconds: number) => Promise<void>;
  callTimeout: number;
  concurrency: { total: number; perOrg: number };
}

/** A process as it runs in production. */
export const plainProcess: ProcessSeams = {
  now: () => new Date(),
  checkpoint: () => {},
  wait: milliseconds => sleep(milliseconds),
  callTimeout,
  concurrency: { total: 8, perOrg: 4 },
};
