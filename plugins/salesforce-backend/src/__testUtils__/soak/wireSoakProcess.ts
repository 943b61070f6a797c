import type {
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { ConfigReader } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { demoApps } from '@salesdesk/salesforce-org';
import createKnex, { type Knex } from 'knex';
import { builtInActions } from '../../actions';
import type { Checkpoint } from '../../executor';
import { ModelSlot } from '../../assistant/ModelSlot';
import { AbsentPeopleSlot } from '../../permissions/AbsentCallers';
import { ActionRegistry } from '../../requests/ActionRegistry';
import { wireServices } from '../../wireServices';
import { demoEntities } from './demoEntities';
import type { SoakSettings } from './SoakSettings';

const silent: LoggerService = {
  error: (message, meta) => console.error(message, meta ?? ''),
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

/**
 * The plugin's services as `plugin.ts` wires them, over a real database and
 * local orgs. Only what the host gives is made up here, and the clock.
 */
export function wireSoakProcess(options: {
  settings: Pick<SoakSettings, 'orgs' | 'callTimeout' | 'concurrency'>;
  knex: Knex;
  clock: { now: () => Date };
  checkpoint: Checkpoint;
  /** Default: errors are printed, and nothing else. */
  logger?: LoggerService;
  /** Default: reads that are tried again need not wait for real. */
  wait?: (milliseconds: number) => Promise<void>;
}) {
  const { settings, knex, clock, checkpoint, wait = async () => {} } = options;
  const actions = new ActionRegistry();
  actions.addAction(...builtInActions);
  const wired = wireServices(
    {
      auth: {
        getOwnServiceCredentials: async () => ({}),
      } as Partial<AuthService> as AuthService,
      catalog: new InMemoryCatalogClient({
        entities: demoEntities(),
      }) as unknown as CatalogService,
      config: new ConfigReader(configOf(settings)) as never,
      events: {
        publish: async () => {},
      } as Partial<EventsService> as EventsService,
      logger: options.logger ?? silent,
      notifications: {
        send: async () => {},
      } as Partial<NotificationService> as NotificationService,
      permissions: {} as Partial<PermissionsService> as PermissionsService,
      permissionsRegistry:
        {} as Partial<PermissionsRegistryService> as PermissionsRegistryService,
      signals: {
        publish: async () => {},
      } as Partial<SignalsService> as SignalsService,
      userInfo: {} as Partial<UserInfoService> as UserInfoService,
      knex,
      actions,
      model: new ModelSlot(),
      absentPeople: new AbsentPeopleSlot(),
    },
    {
      now: clock.now,
      checkpoint,
      wait,
      callTimeout: settings.callTimeout,
      concurrency: {
        total: settings.concurrency,
        perOrg: settings.concurrency,
      },
    },
  );
  return { ...wired, knex, actions };
}

/** The database that the processes of a soak share. */
export function openSoakDatabase(database: SoakSettings['database']): Knex {
  if (database.client === 'pg') {
    return createKnex({
      client: 'pg',
      connection: database.url,
      pool: { min: 0, max: 8 },
    });
  }
  return createKnex({
    client: 'better-sqlite3',
    connection: { filename: database.file },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (
        connection: { pragma(statement: string): void },
        done: (error: Error | null, connection: unknown) => void,
      ) => {
        connection.pragma('foreign_keys = ON');
        connection.pragma('journal_mode = WAL');
        connection.pragma('synchronous = NORMAL');
        done(null, connection);
      },
    },
  });
}

function configOf(settings: Pick<SoakSettings, 'orgs'>) {
  return {
    salesforce: {
      matching: { byEmail: true },
      encryption: { keys: [{ id: 'soak', secret: 'x'.repeat(32) }] },
      orgs: Object.fromEntries(
        Object.entries(settings.orgs).map(([id, url]) => [
          id,
          {
            title: id,
            owners: ['user:default/sam.okafor'],
            credentials: {
              kind: 'client_credentials',
              loginUrl: url,
              clientId: demoApps.clientCredentials.consumerKey,
              clientSecret: demoApps.clientCredentials.consumerSecret,
            },
          },
        ]),
      ),
    },
  };
}
