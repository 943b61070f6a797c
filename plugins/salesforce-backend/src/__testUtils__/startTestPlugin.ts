import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { salesforceAbsentPeopleExtensionPoint } from '@salesdesk/backstage-plugin-salesforce-node';
import {
  demoApps,
  startSalesforceOrg,
  type SalesforceOrgServer,
} from '@salesdesk/salesforce-org';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import { salesforcePlugin } from '../plugin';

/** A person of the catalog, with the groups they are in. */
export function personEntity(name: string, groups: string[] = []): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      namespace: 'default',
      annotations:
        name === 'erin.walsh'
          ? { 'salesdesk.io/manager': 'user:default/priya.raman' }
          : {},
    },
    spec: { profile: { email: `${name}@acme.com` }, memberOf: groups },
    relations: groups.map(group => ({
      type: 'memberOf',
      targetRef: `group:default/${group}`,
    })),
  };
}

function groupEntity(name: string, members: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [], profile: { displayName: name } },
    relations: members.map(member => ({
      type: 'hasMember',
      targetRef: `user:default/${member}`,
    })),
  };
}

function absentPeopleModule(policy: PermissionPolicy) {
  return createBackendModule({
    pluginId: 'salesforce',
    moduleId: 'absent-people',
    register(env) {
      env.registerInit({
        deps: { absentPeople: salesforceAbsentPeopleExtensionPoint },
        async init({ absentPeople }) {
          absentPeople.setPermissionPolicy(policy);
        },
      });
    },
  });
}

const approverNames = ['priya.raman', 'tom.becker'];

/** The whole plugin, with everything real but the host around it, and a local org. */
export class TestPlugin {
  static async start(
    options: {
      knex?: Knex;
      permissions?: Partial<PermissionsService>;
      /** What the host says of people who are not there; default: nothing. */
      absentPeople?: PermissionPolicy;
      config?: JsonObject;
    } = {},
  ): Promise<TestPlugin> {
    const org = await startSalesforceOrg({ data: 'demo' });
    const sent: string[] = [];
    const events: string[] = [];
    const scheduler = mockServices.scheduler();
    const auditor = mockServices.auditor.mock({
      createEvent: async ({ eventId }) => ({
        success: async () => {
          events.push(`${eventId} succeeded`);
        },
        fail: async () => {
          events.push(`${eventId} failed`);
        },
      }),
    });
    const backend = await startTestBackend({
      features: [
        salesforcePlugin,
        auditor.factory,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        catalogServiceMock.factory({
          entities: [
            personEntity('erin.walsh', ['sales-na']),
            personEntity('sam.okafor', ['salesforce-admins']),
            personEntity('ines.duarte', ['auditors']),
            ...approverNames.map(name =>
              personEntity(name, ['revops-approvers']),
            ),
            groupEntity('revops-approvers', approverNames),
          ],
        }),
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({
            send: async ({ payload }) => {
              sent.push(payload.title);
            },
          }),
        }),
        ...(options.absentPeople
          ? [absentPeopleModule(options.absentPeople)]
          : []),
        ...(options.knex
          ? [mockServices.database.factory({ knex: options.knex })]
          : []),
        ...(options.permissions
          ? [mockServices.permissions.mock(options.permissions).factory]
          : []),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost' },
            salesforce: {
              orgs: {
                acme: {
                  title: 'Acme',
                  isDefault: true,
                  owners: ['user:default/sam.okafor'],
                  credentials: {
                    kind: 'client_credentials',
                    loginUrl: org.url,
                    clientId: demoApps.clientCredentials.consumerKey,
                    clientSecret: demoApps.clientCredentials.consumerSecret,
                  },
                  personalLogin: {
                    clientId: demoApps.webServer.consumerKey,
                    clientSecret: demoApps.webServer.consumerSecret,
                  },
                },
              },
              matching: { byEmail: true },
              encryption: {
                keys: [{ id: 'test', secret: 'x'.repeat(32) }],
              },
              policies: {
                default: {
                  stages: [
                    {
                      name: 'RevOps',
                      requirements: [
                        {
                          count: 1,
                          from: [
                            {
                              kind: 'group',
                              ref: 'group:default/revops-approvers',
                            },
                          ],
                        },
                      ],
                    },
                  ],
                },
              },
              ...options.config,
            },
          },
        }),
      ],
    });
    return new TestPlugin(org, backend, sent, events, task =>
      scheduler.triggerTask(task),
    );
  }

  private constructor(
    readonly org: SalesforceOrgServer,
    readonly backend: TestBackend,
    /** Titles of the notifications that left. */
    readonly notifications: string[],
    /** What the host's auditor was told. */
    readonly auditorEvents: string[],
    /** Runs one of the scheduled tasks now, by its id. */
    readonly runTask: (id: string) => Promise<void>,
  ) {}

  /** Calls a route as a person, or with the given authorization. */
  call(
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    options: { as?: string; authorization?: string } = {},
  ): request.Test {
    const call = request(this.backend.server)[method](`/api/salesforce${path}`);
    const authorization =
      options.authorization ??
      mockCredentials.user.header(`user:default/${options.as ?? 'erin.walsh'}`);
    return authorization ? call.set('authorization', authorization) : call;
  }

  /** Waits until a request is in a state; fails after 20 seconds. */
  async until(requestId: string, state: string): Promise<request.Response> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const answer = await this.call('get', `/requests/${requestId}`);
      if (answer.body.state === state) return answer;
      if (Date.now() > deadline) {
        throw new Error(
          `Request '${requestId}' is ${answer.body.state}, not ${state}`,
        );
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  /** Waits until a notification of this title has left; at most 20 seconds. */
  async untilNotified(title: string): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!this.notifications.includes(title)) {
      if (Date.now() > deadline) {
        throw new Error(`Nobody was told "${title}"`);
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.org.stop();
  }
}
