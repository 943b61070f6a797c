import type { Router } from 'express';
import type { AuthorizedCatalogFacts } from '../permissions/AuthorizedCatalogFacts';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

const pageSize = 200;

/** What the host's catalog shows of Salesforce. */
export function addCatalogRoutes(options: {
  router: Router;
  context: RouteContext;
  catalogFacts: AuthorizedCatalogFacts;
}): void {
  const { router, context, catalogFacts } = options;

  router.get('/catalog-facts/orgs', async (req, res) => {
    const facts = catalogFacts.reading(await context.credentials(req));
    res.json({ items: await facts.orgs() });
  });

  router.get('/catalog-facts/orgs/:org', async (req, res) => {
    const { path, query } = operationInput('ListCatalogFacts', req);
    const facts = catalogFacts.reading(await context.credentials(req));
    res.json(
      await facts.facts({
        orgId: path.org,
        kind: query.kind,
        cursor: query.cursor,
        limit: query.limit ?? pageSize,
      }),
    );
  });
}
