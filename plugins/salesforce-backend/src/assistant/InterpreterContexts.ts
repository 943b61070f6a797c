import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  salesforceAuditReadPermission,
  salesforceInventoryReadPermission,
  type PageContext,
  type SalesforceUser,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type InterpreterContext,
  type ListedObject,
  type PageEntity,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { GatewayProvider } from '../orgs';
import { recordUrls } from '../orgs/recordUrl';
import { TimedCache } from '../people/TimedCache';
import type { AuthorizedAuditLog } from '../permissions/AuthorizedAuditLog';
import type { AuthorizedInventory } from '../permissions/AuthorizedInventory';
import type { Caller } from '../permissions/Caller';
import type { Callers } from '../permissions/Callers';
import type { ActionCatalog } from '../requests/ActionCatalog';
import type { ActionDescriptions } from '../requests/ActionDescriptions';
import type { PeopleDirectory } from '../requests/PeopleDirectory';
import type { RequestService } from '../requests/RequestService';
import type { NameIndexes } from './names/NameIndexes';
import { PersonNames } from './names/PersonNames';

/** What a context is made of: services that guard themselves. */
export interface InterpreterContextParts {
  actions: ActionCatalog;
  auditLog: AuthorizedAuditLog;
  callers: Callers;
  catalog: CatalogService;
  descriptions: ActionDescriptions;
  gateways: GatewayProvider;
  inventory: AuthorizedInventory;
  logger: LoggerService;
  names: NameIndexes;
  now: () => Date;
  people: PeopleDirectory;
  requests: RequestService;
}

/**
 * Makes what an interpreter may know and do. Every part of it goes through the
 * same guarded services as the routes, as the person who asks.
 */
export class InterpreterContexts {
  readonly #parts: InterpreterContextParts;
  readonly #objects: TimedCache<ListedObject[]>;

  constructor(parts: InterpreterContextParts) {
    this.#parts = parts;
    this.#objects = new TimedCache({
      now: parts.now,
      lifetime: 10 * 60_000,
      maximum: 50,
    });
  }

  async open(options: {
    caller: Caller;
    orgId: string;
    page?: PageContext;
    /** IANA name. */
    timeZone: string;
  }): Promise<InterpreterContext> {
    const { caller, orgId, page, timeZone } = options;
    const parts = this.#parts;
    const { callers, requests, inventory, auditLog } = parts;
    const [connection, index, descriptions, persons, own, mayLook, mayAudit] =
      await Promise.all([
        parts.gateways.connect(orgId),
        parts.names.ofOrg(orgId),
        parts.descriptions.list({ caller }),
        parts.people.describe([caller.ref]),
        this.#ownUser(caller, orgId),
        callers.may(salesforceInventoryReadPermission, caller.credentials),
        callers.may(salesforceAuditReadPermission, caller.credentials),
      ]);
    const pageEntity = await this.#pageEntity(caller, page);
    const { org, gateway } = connection;
    const person = persons.get(caller.ref);
    return {
      now: parts.now(),
      timeZone,
      person: {
        ref: caller.ref,
        displayName: person?.displayName ?? caller.ref,
        ...(person?.email ? { email: person.email } : {}),
      },
      org: { id: org.id, title: org.title, instanceUrl: org.instanceUrl },
      ...(page ? { page } : {}),
      ...(pageEntity ? { pageEntity } : {}),
      actions: descriptions.map(description => {
        const phrases = parts.actions.find(description.id)?.phrases;
        return phrases ? { ...description, phrases } : description;
      }),
      names: new PersonNames({
        index,
        everybody: mayLook,
        own: { ref: caller.ref, userId: own?.id },
      }),
      may: {
        readEverything: caller.decisions.inGeneral('runReads') === 'yes',
        lookThrough: mayLook,
        readAudit: mayAudit,
      },
      ownUser: async () => own,
      usersOfPerson: async personRef =>
        (
          await inventory.salesforceUsersOf({ personRef }, { caller })
        ).items.filter(user => user.org === orgId),
      objects: () => this.#objects.get(orgId, () => listObjects(gateway)),
      describe: object => gateway.describe(object),
      recordUrl: recordUrls(org.instanceUrl),
      read: input => requests.runRead({ ...input, org: orgId }, { caller }),
      preview: input =>
        requests.previewDraft({ ...input, org: orgId }, { caller }),
      requests: input =>
        requests.list({ order: 'newest', org: orgId, ...input }, { caller }),
      request: requestId => requests.get({ requestId }, { caller }),
      timeline: requestId =>
        requests.getTimeline({ requestId, limit: 100 }, { caller }),
      audit: ({ limit, ...filter }) =>
        auditLog.list(
          { filter: { ...filter, org: orgId }, limit },
          { credentials: caller.credentials },
        ),
    };
  }

  async #ownUser(
    caller: Caller,
    orgId: string,
  ): Promise<SalesforceUser | undefined> {
    const { inventory, logger } = this.#parts;
    try {
      const { items } = await inventory.salesforceUsersOf(
        { personRef: caller.ref },
        { caller },
      );
      return items.find(user => user.org === orgId && user.id);
    } catch (error) {
      // somebody whom the catalog does not know has no Salesforce user
      logger.debug(`No Salesforce user of ${caller.ref}: ${error}`);
      return undefined;
    }
  }

  async #pageEntity(
    caller: Caller,
    page: PageContext | undefined,
  ): Promise<PageEntity | undefined> {
    if (page?.kind !== 'entity') return undefined;
    const entity = await this.#parts.catalog
      .getEntityByRef(page.entityRef, { credentials: caller.credentials })
      .catch(() => undefined);
    if (!entity) return undefined;
    const profile: unknown = entity.spec?.profile;
    const text = (of: unknown, key: string): string | undefined => {
      const value: unknown =
        typeof of === 'object' && of !== null
          ? Reflect.get(of, key)
          : undefined;
      return typeof value === 'string' ? value : undefined;
    };
    const email = text(profile, 'email');
    const type = text(entity.spec, 'type');
    return {
      ref: stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
      kind: entity.kind,
      name: entity.metadata.name,
      title:
        text(profile, 'displayName') ??
        entity.metadata.title ??
        entity.metadata.name,
      ...(type ? { type } : {}),
      ...(email ? { email } : {}),
    };
  }
}

async function listObjects(reader: {
  queryAll: Awaited<ReturnType<GatewayProvider['forOrg']>>['queryAll'];
}): Promise<ListedObject[]> {
  const rows = await reader.queryAll<Record<string, unknown>>(
    soql.select({
      from: 'EntityDefinition',
      fields: [
        'QualifiedApiName',
        'Label',
        'PluralLabel',
        'KeyPrefix',
        'IsQueryable',
      ],
      where: soql.eq('IsQueryable', true),
      limit: 2000,
    }),
  );
  return rows.map(row => {
    const name = String(row.QualifiedApiName);
    return {
      name,
      label: String(row.Label ?? name),
      labelPlural: String(row.PluralLabel ?? row.Label ?? name),
      custom: name.endsWith('__c'),
      queryable: row.IsQueryable === true,
      keyPrefix: typeof row.KeyPrefix === 'string' ? row.KeyPrefix : null,
    };
  });
}
