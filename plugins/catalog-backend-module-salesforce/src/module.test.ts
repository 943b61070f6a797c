import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  type CatalogProcessor,
  type CatalogProcessingExtensionPoint,
  type DeferredEntity,
  type EntityProvider,
} from '@backstage/plugin-catalog-node';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import catalogModuleSalesforce from './index';

/** Answers as the Salesforce plugin does; who asked is noted. */
async function startPlugin() {
  const asked: string[] = [];
  let isAway = false;
  const server: Server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`);
    const url = new URL(request.url ?? '', 'http://localhost');
    response.setHeader('content-type', 'application/json');
    if (isAway) {
      response.statusCode = 503;
      response.end(JSON.stringify({ error: { message: 'Away' } }));
      return;
    }
    response.end(JSON.stringify(answerTo(url)));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    baseUrl: `http://127.0.0.1:${port}`,
    goAway: () => {
      isAway = true;
    },
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}

function answerTo(url: URL) {
  if (url.pathname.endsWith('/orgs')) {
    return {
      items: [
        {
          id: 'acme',
          title: 'Acme',
          owners: ['group:default/salesforce-admins'],
        },
      ],
    };
  }
  const cursor = url.searchParams.get('cursor');
  return url.searchParams.get('kind') === 'people'
    ? {
        items: [
          {
            recordId: '005A',
            name: 'erin.walsh@acme.com',
            person: 'user:default/erin.walsh',
          },
        ],
      }
    : {
        items: [{ recordId: `0PS${cursor}`, name: `Set_${cursor ?? '1'}` }],
        ...(cursor ? {} : { nextCursor: '2' }),
      };
}

describe('the catalog module', () => {
  it('brings all pages in as the catalog, links people, and keeps what there is while nobody answers', async () => {
    const plugin = await startPlugin();
    let provider: EntityProvider | undefined;
    let processor: CatalogProcessor | undefined;
    const scheduler = mockServices.scheduler();
    const backend = await startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'catalog',
          register(env) {
            env.registerExtensionPoint(catalogProcessingExtensionPoint, {
              addEntityProvider: (given: EntityProvider) => {
                provider = given;
              },
              addProcessor: (given: CatalogProcessor) => {
                processor = given;
              },
            } as unknown as CatalogProcessingExtensionPoint);
            env.registerInit({
              deps: { logger: coreServices.logger },
              init: async () => {},
            });
          },
        }),
        catalogModuleSalesforce,
        mockServices.discovery.mock({
          getBaseUrl: async () => plugin.baseUrl,
        }).factory,
        mockServices.scheduler.mock({
          createScheduledTaskRunner: schedule => ({
            run: task => scheduler.scheduleTask({ ...schedule, ...task }),
          }),
        }).factory,
      ],
    });
    const applied: DeferredEntity[][] = [];
    await provider?.connect({
      applyMutation: async mutation => {
        if (mutation.type === 'full') applied.push(mutation.entities);
      },
      refresh: async () => {},
    });
    await scheduler.triggerTask('salesforce-catalog-entities');
    expect(
      applied.map(entities =>
        entities.map(({ entity }) => entity.metadata.name),
      ),
    ).toEqual([['salesforce-org-acme', 'acme-set-1', 'acme-set-2']]);
    expect(plugin.asked).toHaveLength(4);
    for (const call of plugin.asked) {
      expect(call).toContain('plugin:catalog');
      expect(call).toContain('"target":"salesforce"');
    }

    const erin: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'erin.walsh' },
    };
    const linked = await processor?.preProcessEntity?.(
      erin,
      { type: 'url', target: 'x' },
      () => {},
      { type: 'url', target: 'x' },
      { get: async () => undefined, set: async () => {} },
    );
    expect(linked?.metadata.annotations).toEqual({
      'salesdesk.io/salesforce-user.acme': 'erin.walsh@acme.com',
    });

    plugin.goAway();
    await scheduler.triggerTask('salesforce-catalog-entities');
    expect(applied).toHaveLength(1);
    await backend.stop();
    await plugin.stop();
  });
});
