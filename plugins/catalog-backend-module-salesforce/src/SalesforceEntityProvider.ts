import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { CatalogFacts } from './CatalogFacts';
import type { PersonUsers } from './PersonUsers';
import { toOrgEntity, toPermissionSetEntity } from './toEntities';

/** Orgs and permission sets, as the inventory has them. */
export class SalesforceEntityProvider implements EntityProvider {
  readonly #options: {
    facts: CatalogFacts;
    users: PersonUsers;
    permissionSets: boolean;
    taskRunner: SchedulerServiceTaskRunner;
    logger: LoggerService;
  };

  constructor(options: {
    facts: CatalogFacts;
    users: PersonUsers;
    permissionSets: boolean;
    taskRunner: SchedulerServiceTaskRunner;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  getProviderName(): string {
    return 'salesforce';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#options.taskRunner.run({
      id: 'salesforce-catalog-entities',
      fn: () => this.refresh(connection),
    });
  }

  /**
   * Replaces all of them by what there is now. While the plugin cannot be asked,
   * they stay as they are.
   */
  async refresh(connection: EntityProviderConnection): Promise<void> {
    const { facts, users, permissionSets, logger } = this.#options;
    try {
      const entities: Entity[] = [];
      const orgs = await facts.orgs();
      for (const org of orgs) {
        const entity = toOrgEntity(org);
        if (entity) entities.push(entity);
        if (permissionSets) {
          const sets = await facts.facts(org.id, 'permission_sets');
          entities.push(...sets.map(set => toPermissionSetEntity(org, set)));
        }
        users.replace(org, await facts.facts(org.id, 'people'));
      }
      users.keepOnly(orgs);
      await connection.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({
          entity,
          locationKey: 'salesforce',
        })),
      });
      logger.info(`${entities.length} entities from Salesforce`);
    } catch (error) {
      logger.warn(`Entities from Salesforce stay as they are: ${error}`);
    }
  }
}
