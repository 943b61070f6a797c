import type {
  CatalogFactPage,
  CatalogOrg,
  InventoryQueryBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { OrgService } from '../orgs';
import { recordUrls } from '../orgs/recordUrl';
import type { InventoryReader } from './InventoryReader';

type Kind = 'permission_sets' | 'people';

/** What is asked of the inventory, and in which order it is answered. */
const questions: Record<Kind, InventoryQueryBody> = {
  permission_sets: {
    object: 'PermissionSet',
    fields: ['name', 'label', 'description'],
    filters: [
      { field: 'isOwnedByProfile', operator: 'isFalse' },
      { field: 'groupId', operator: 'isEmpty' },
    ],
    sort: { field: 'name' },
  },
  people: {
    object: 'User',
    fields: ['username', 'personRef'],
    filters: [
      { field: 'isActive', operator: 'isTrue' },
      { field: 'personRef', operator: 'isNotEmpty' },
    ],
    sort: { field: 'username' },
  },
};

/** What the host's catalog is told, as of the last sync. */
export class CatalogFactReader {
  readonly #inventory: Pick<InventoryReader, 'query'>;
  readonly #orgs: Pick<OrgService, 'list'>;

  constructor(options: {
    inventory: Pick<InventoryReader, 'query'>;
    orgs: Pick<OrgService, 'list'>;
  }) {
    this.#inventory = options.inventory;
    this.#orgs = options.orgs;
  }

  async orgs(): Promise<CatalogOrg[]> {
    return (await this.#orgs.list()).map(org => ({
      id: org.id,
      title: org.title,
      owners: org.owners.map(({ ref }) => ref),
      ...(org.entityRef ? { entityRef: org.entityRef } : {}),
      ...(org.isSandbox === undefined ? {} : { isSandbox: org.isSandbox }),
      ...(org.instanceUrl ? { instanceUrl: org.instanceUrl } : {}),
    }));
  }

  async facts(options: {
    orgId: string;
    kind: Kind;
    cursor?: string;
    limit: number;
  }): Promise<CatalogFactPage> {
    const { orgId, kind, cursor, limit } = options;
    const org = (await this.orgs()).find(({ id }) => id === orgId);
    const question = questions[kind];
    const page = await this.#inventory.query({
      orgId,
      body: { ...question, cursor, limit },
    });
    const urlOf = org?.instanceUrl ? recordUrls(org.instanceUrl) : undefined;
    const text = (value: unknown) =>
      typeof value === 'string' && value !== '' ? value : undefined;
    return {
      items: page.items.map(({ id, values }) => ({
        recordId: id,
        name: text(values[0]),
        ...(kind === 'people'
          ? { person: text(values[1]) }
          : { title: text(values[1]), description: text(values[2]) }),
        ...(urlOf ? { url: urlOf(question.object, id) } : {}),
      })),
      ...(page.nextCursor ? { nextCursor: page.nextCursor } : {}),
    };
  }
}
