import {
  coreServices,
  createBackendPlugin,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  salesforceAbsentPeopleExtensionPoint,
  salesforceActionsExtensionPoint,
  salesforceAssistantExtensionPoint,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { builtInActions } from './actions';
import { ModelSlot } from './assistant';
import { setTimeout as wait } from 'node:timers/promises';
import { applyMigrations } from './database/applyMigrations';
import { AbsentPeopleSlot } from './permissions/AbsentCallers';
import { registerPermissions } from './permissions/registerPermissions';
import { ActionRegistry } from './requests/ActionRegistry';
import { createRouter } from './routes/createRouter';
import { scheduleTasks } from './scheduleTasks';
import { registerTools } from './tools/registerTools';
import { wireServices } from './wireServices';

/**
 * The Salesforce plugin.
 *
 * At start: tables, the orgs of the configuration, keys; then the routes, then
 * the workers. At shutdown the workers finish the calls that are on their way.
 *
 * @public
 */
export const salesforcePlugin = createBackendPlugin({
  pluginId: 'salesforce',
  register(env) {
    const actions = new ActionRegistry();
    actions.addAction(...builtInActions);
    env.registerExtensionPoint(salesforceActionsExtensionPoint, {
      addAction: (...added) => actions.addAction(...added),
    });
    const model = new ModelSlot();
    env.registerExtensionPoint(salesforceAssistantExtensionPoint, model);
    const absentPeople = new AbsentPeopleSlot();
    env.registerExtensionPoint(
      salesforceAbsentPeopleExtensionPoint,
      absentPeople,
    );

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(host) {
        const knex = await host.database.getClient();
        if (!host.database.migrations?.skip) await applyMigrations(knex);
        registerPermissions({
          permissionsRegistry: host.permissionsRegistry,
          knex,
        });

        const wired = wireServices({
          ...host,
          knex,
          actions,
          model,
          absentPeople,
        });
        await wired.start();
        host.httpRouter.use(createRouter({ ...host, ...wired }));
        registerTools({
          registry: host.actionsRegistry,
          actions,
          requests: wired.services.requests,
          callers: wired.callers,
          auditor: host.auditor,
          portalUrl: portalUrlOf(host.config),
          wait: milliseconds => wait(milliseconds),
        });
        await scheduleTasks({ ...host, ...wired });
        host.lifecycle.addShutdownHook(() => wired.stop());
      },
    });
  },
});

/** Where people open the portal; without one, links begin at its root. */
function portalUrlOf(config: RootConfigService): string {
  return (config.getOptionalString('app.baseUrl') ?? '').replace(/\/$/, '');
}
