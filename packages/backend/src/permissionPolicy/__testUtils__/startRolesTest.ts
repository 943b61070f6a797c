import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import salesforcePlugin from '@salesdesk/backstage-plugin-salesforce-backend';
import { demoApps, startSalesforceOrg } from '@salesdesk/salesforce-org';
import request from 'supertest';
import { DemoPermissionPolicy } from '../DemoPermissionPolicy';

/** One person for each role of the demo host, and one who only works there. */
export const people = {
  // The one who asked for the request that the others look at.
  requester: { name: 'erin.walsh', groups: ['sales-na'] },
  employee: { name: 'dan.reyes', groups: ['sales-emea'] },
  manager: { name: 'priya.raman', groups: ['sales-na', 'managers'] },
  approver: { name: 'tom.becker', groups: ['revops-approvers'] },
  admin: { name: 'sam.okafor', groups: ['salesforce-admins'] },
  auditor: { name: 'ines.duarte', groups: ['auditors'] },
};

export type Person = keyof typeof people;

const refOf = (person: Person) => `user:default/${people[person].name}`;

const groupsOf = new Map(
  Object.entries(people).map(([person, { groups }]) => [
    refOf(person as Person),
    groups.map(group => `group:default/${group}`),
  ]),
);

const managers: Record<string, Record<string, string>> = {
  'erin.walsh': { 'salesdesk.io/manager': 'user:default/priya.raman' },
};

const entities: Entity[] = [
  ...Object.values(people).map(({ name, groups }) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      namespace: 'default',
      annotations: managers[name] ?? {},
    },
    spec: { profile: { email: `${name}@acme.com` }, memberOf: groups },
    relations: groups.map(group => ({
      type: 'memberOf',
      targetRef: `group:default/${group}`,
    })),
  })),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'revops-approvers', namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: [{ type: 'hasMember', targetRef: 'user:default/tom.becker' }],
  },
];

const policy = new DemoPermissionPolicy();

/** The permission service, deciding by the policy of the demo host. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: { auth: coreServices.auth },
  factory: ({ auth }) => {
    const decide: typeof policy.handle = (query, user) =>
      policy.handle(query, user);
    const userOf = (
      credentials: Parameters<typeof auth.isPrincipal>[0],
    ): Parameters<typeof policy.handle>[1] => {
      if (!auth.isPrincipal(credentials, 'user')) return undefined;
      const { userEntityRef } = credentials.principal;
      return {
        credentials,
        info: {
          userEntityRef,
          ownershipEntityRefs: [
            userEntityRef,
            ...(groupsOf.get(userEntityRef) ?? []),
          ],
        },
      };
    };
    // As the framework does it: services may do everything.
    const isService = (credentials: Parameters<typeof auth.isPrincipal>[0]) =>
      auth.isPrincipal(credentials, 'service');
    return {
      async authorizeConditional(queries, { credentials }) {
        return Promise.all(
          queries.map(({ permission }) =>
            isService(credentials)
              ? { result: 'ALLOW' as never }
              : decide({ permission }, userOf(credentials)),
          ),
        );
      },
      async authorize(queries, { credentials }) {
        return Promise.all(
          queries.map(async ({ permission }) => {
            if (isService(credentials)) return { result: 'ALLOW' as never };
            const decision = await decide({ permission }, userOf(credentials));
            if (
              decision.result === 'CONDITIONAL' ||
              isResourcePermission(permission)
            ) {
              throw new Error(
                `'${permission.name}' is about requests: ask for its conditions`,
              );
            }
            return decision;
          }),
        );
      },
    };
  },
});

/** Starts the plugin with the roles of the demo host, over a local org. */
export async function startRolesTest(
  host: {
    /** Further plugins of the host. */
    features?: Parameters<typeof startTestBackend>[0]['features'];
  } = {},
) {
  const org = await startSalesforceOrg({ data: 'demo' });
  const backend = await startTestBackend({
    features: [
      salesforcePlugin,
      ...(host.features ?? []),
      permissions,
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: async () => {} }),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.acme.com' },
          backend: {
            baseUrl: 'http://localhost',
            actions: { pluginSources: ['salesforce'] },
          },
          salesforce: {
            orgs: {
              acme: {
                isDefault: true,
                owners: ['user:default/sam.okafor'],
                credentials: {
                  kind: 'client_credentials',
                  loginUrl: org.url,
                  clientId: demoApps.clientCredentials.consumerKey,
                  clientSecret: demoApps.clientCredentials.consumerSecret,
                },
              },
            },
            matching: { byEmail: true },
            encryption: { keys: [{ id: 'test', secret: 'x'.repeat(32) }] },
            audit: {
              signingKey: Buffer.alloc(32, 7).toString('base64'),
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
          },
        },
      }),
    ],
  });
  return {
    org,
    /** Where the backend listens. */
    url: `http://localhost:${backend.server.port()}`,
    /** Calls a route of the plugin with an authorization header. */
    async call(options: {
      method: 'get' | 'post' | 'put' | 'patch' | 'delete';
      path: string;
      body?: object;
      authorization?: string;
    }) {
      const { method, path, body, authorization } = options;
      const test = request(backend.server)[method](`/api/salesforce${path}`);
      if (authorization) test.set('authorization', authorization);
      return body ? test.send(body) : test;
    },
    headerOf: (person: Person) => mockCredentials.user.header(refOf(person)),
    async stop() {
      await backend.stop();
      await org.stop();
    },
  };
}
