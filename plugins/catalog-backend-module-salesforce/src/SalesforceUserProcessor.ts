import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import type { PersonUsers } from './PersonUsers';

/** Followed by a dot and the id of the org. People are not matched by it. */
export const ANNOTATION_USER = 'salesdesk.io/salesforce-user';

/**
 * Writes onto people who they are in each org: an annotation with the username,
 * and a link. People are matched by the Salesforce plugin; nothing is guessed
 * here. The catalog processes each entity again within minutes, so that what
 * changed shows by itself.
 */
export class SalesforceUserProcessor implements CatalogProcessor {
  readonly #users: PersonUsers;

  constructor(options: { users: PersonUsers }) {
    this.#users = options.users;
  }

  getProcessorName(): string {
    return 'SalesforceUserProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    if (entity.kind !== 'User') return entity;
    const users = this.#users.of(
      stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
    );
    if (users.length === 0) return entity;
    const { metadata } = entity;
    return {
      ...entity,
      metadata: {
        ...metadata,
        annotations: {
          ...metadata.annotations,
          ...Object.fromEntries(
            users.map(({ org, username }) => [
              `${ANNOTATION_USER}.${org.id}`,
              username,
            ]),
          ),
        },
        links: [
          ...(metadata.links ?? []),
          ...users.flatMap(({ org, url }) =>
            url ? [{ url, title: `Salesforce user in ${org.title}` }] : [],
          ),
        ],
      },
    };
  }
}
