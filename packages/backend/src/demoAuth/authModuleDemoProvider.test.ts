import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import authPlugin from '@backstage/plugin-auth-backend';
import { authModuleDemoProvider } from './authModuleDemoProvider';

const erin = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'erin.walsh', namespace: 'default' },
  spec: { memberOf: ['sales-na'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/sales-na' }],
};

async function startHost(demo: object) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleDemoProvider,
      catalogServiceMock.factory({ entities: [erin] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
          auth: {
            providers: {
              demo: {
                people: [
                  { userEntityRef: 'user:default/erin.walsh', name: 'Erin' },
                ],
                ...demo,
              },
            },
          },
        },
      }),
    ],
  });
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    signInAs: (userEntityRef: string) =>
      fetch(`http://localhost:${port}/api/auth/demo/refresh`, {
        headers: { 'x-demo-user': userEntityRef },
      }),
  };
}

describe('authModuleDemoProvider', () => {
  it('signs in the people of the configuration, with their groups', async () => {
    const { signInAs } = await startHost({
      dangerouslyAllowOutsideDevelopment: true,
    });
    const answer = await signInAs('user:default/erin.walsh');
    expect(answer.status).toBe(200);
    expect((await answer.json()).backstageIdentity.identity).toEqual({
      type: 'user',
      userEntityRef: 'user:default/erin.walsh',
      ownershipEntityRefs: [
        'user:default/erin.walsh',
        'group:default/sales-na',
      ],
    });
  });

  it('signs in nobody else, whether the catalog knows them or not', async () => {
    const { signInAs } = await startHost({
      dangerouslyAllowOutsideDevelopment: true,
    });
    expect((await signInAs('user:default/mallory')).status).toBe(401);
    expect((await signInAs('')).status).toBe(401);
  });

  it('refuses to start outside development', async () => {
    await expect(startHost({})).rejects.toThrow(/works in development only/);
  });
});
