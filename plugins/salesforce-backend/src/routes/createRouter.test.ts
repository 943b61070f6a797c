import { mockServices } from '@backstage/backend-test-utils';
import type { Router } from 'express';
import type { Callers } from '../permissions/Callers';
import { spec } from '../schema/openapi.generated';
import { createRouter, type RouterServices } from './createRouter';

describe('createRouter', () => {
  it('has a route for every operation of the document, and no other', () => {
    const router = createRouter({
      services: {} as RouterServices,
      callers: {} as Callers,
      httpAuth: mockServices.httpAuth.mock(),
      auditor: mockServices.auditor.mock(),
      logger: mockServices.logger.mock(),
    });
    const routes = routesOf(router);
    const documented = Object.entries(spec.paths).flatMap(([path, item]) =>
      Object.keys(item).map(
        method => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    expect(routes.sort()).toEqual(['get /openapi.json', ...documented].sort());
  });
});

function routesOf({ stack }: Router): string[] {
  return stack.flatMap(({ route, handle }) => [
    ...(route?.stack ?? []).map(({ method }) => `${method} ${route?.path}`),
    ...('stack' in handle ? routesOf(handle as unknown as Router) : []),
  ]);
}
