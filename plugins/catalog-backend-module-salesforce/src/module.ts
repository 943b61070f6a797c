import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { CatalogFacts } from './CatalogFacts';
import { PersonUsers } from './PersonUsers';
import { SalesforceEntityProvider } from './SalesforceEntityProvider';
import { SalesforceUserProcessor } from './SalesforceUserProcessor';

/**
 * Brings Salesforce orgs and permission sets into the catalog as Resources, and
 * links on its people. It asks the Salesforce plugin, which may run elsewhere,
 * and needs no database of its own.
 *
 * @public
 */
export const catalogModuleSalesforce = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'salesforce',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, config, discovery, logger, scheduler }) {
        const users = new PersonUsers();
        const every =
          config.getOptionalString('salesforce.catalog.every') ?? 'PT30M';
        const schedule = readSchedulerServiceTaskScheduleDefinitionFromConfig(
          new ConfigReader({
            frequency: every,
            timeout: 'PT10M',
            initialDelay: 'PT15S',
            // Each replica links the people that it processes.
            scope: 'local',
          }),
        );
        catalog.addEntityProvider(
          new SalesforceEntityProvider({
            facts: new CatalogFacts({ auth, discovery }),
            users,
            permissionSets:
              config.getOptionalBoolean('salesforce.catalog.permissionSets') ??
              true,
            taskRunner: scheduler.createScheduledTaskRunner(schedule),
            logger,
          }),
        );
        catalog.addProcessor(new SalesforceUserProcessor({ users }));
      },
    });
  },
});
