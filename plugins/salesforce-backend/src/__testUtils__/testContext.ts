import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ActionContext } from '@salesdesk/backstage-plugin-salesforce-node';
import type { SalesforceOrgServer } from '@salesdesk/salesforce-org';
import type { DefaultActionContexts } from '../actions/DefaultActionContexts';
import type { JsforceGateway } from '../gateway';
import { CatalogPersonService, LinkTable } from '../people';
import { contextsOn } from './contextsOn';
import { testGateway } from './testOrg';

/** Actions are previewed as of this moment. */
export const testNow = new Date('2026-11-23T09:00:00Z');

/** A User of the catalog as the demo host has them. */
export function person(
  name: string,
  options: {
    email?: string;
    groups?: string[];
    annotations?: Record<string, string>;
    displayName?: string;
  } = {},
): Entity {
  const { email = `${name}@acme.com`, groups = [], annotations } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default', annotations },
    spec: {
      profile: { email, displayName: options.displayName ?? name },
    },
    relations: groups.map(groupName => ({
      type: 'memberOf',
      targetRef: `group:default/${groupName}`,
    })),
  };
}

/** A Group of the catalog with its members. */
export function group(
  name: string,
  options: {
    members?: string[];
    parent?: string;
    children?: string[];
    annotations?: Record<string, string>;
  } = {},
): Entity {
  const { members = [], parent, children = [], annotations } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'team', children },
    relations: [
      ...members.map(member => ({
        type: 'hasMember',
        targetRef: `user:default/${member}`,
      })),
      ...children.map(child => ({
        type: 'parentOf',
        targetRef: `group:default/${child}`,
      })),
      ...(parent
        ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
        : []),
    ],
  };
}

/** People of the catalog with these entities. */
export function testPeople(entities: Entity[] = []): CatalogPersonService {
  return CatalogPersonService.create({
    links: async () => new LinkTable([]),
    catalog: catalogServiceMock({ entities }),
    auth: mockServices.auth(),
    byEmail: false,
    now: () => testNow,
  });
}

/** Contexts as the plugin makes them, on one org called `acme`. */
export function testContexts(
  server: SalesforceOrgServer,
  options: { entities?: Entity[]; gateway?: JsforceGateway; now?: Date } = {},
): DefaultActionContexts {
  const { entities, gateway = testGateway(server), now = testNow } = options;
  return contextsOn({
    gateway,
    people: testPeople(entities),
    byEmail: false,
    now: () => now,
  });
}

/** A context of a person, by default of the Salesforce admin. */
export async function testContext(
  server: SalesforceOrgServer,
  options: {
    entities?: Entity[];
    gateway?: JsforceGateway;
    now?: Date;
    requesterRef?: string;
  } = {},
): Promise<ActionContext> {
  const { requesterRef = 'user:default/sam.okafor' } = options;
  return testContexts(server, options).open({ orgId: 'acme', requesterRef });
}
