import type { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AuthorizedBoards } from '../permissions/AuthorizedBoards';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

const pageSize = 50;

/** The inventory: its syncs, its records, and who may do what. */
export function addInventoryRoutes(options: {
  router: Router;
  context: RouteContext;
  inventoryApi: AuthorizedBoards;
}): void {
  const { router, context, inventoryApi } = options;

  router.get('/inventory/objects', async (req, res) => {
    const caller = await context.caller(req);
    const { reader } = await inventoryApi.reading(caller);
    res.json(reader.listObjects());
  });

  router.get('/inventory/:org', async (req, res) => {
    const { path } = operationInput('GetInventoryStatus', req);
    const caller = await context.caller(req);
    const { reader } = await inventoryApi.reading(caller, path.org);
    res.json(await reader.status(path.org));
  });

  router.get('/inventory/:org/syncs', async (req, res) => {
    const { path, query } = operationInput('ListInventorySyncs', req);
    const caller = await context.caller(req);
    const { reader } = await inventoryApi.reading(caller, path.org);
    res.json(
      await reader.listSyncs({
        orgId: path.org,
        cursor: query.cursor,
        limit: query.limit ?? 20,
      }),
    );
  });

  router.post('/inventory/:org/syncs', async (req, res) => {
    const { path, body } = operationInput('StartInventorySync', req);
    const caller = await context.caller(req);
    const sync = await context.audited(
      {
        eventId: 'inventory-sync',
        severityLevel: 'low',
        request: req,
        meta: { org: path.org },
      },
      () =>
        inventoryApi.startSync(
          { orgId: path.org, mode: body.mode ?? 'incremental' },
          { caller },
        ),
    );
    res.status(202).json(sync);
  });

  router.get('/inventory/:org/syncs/:syncId', async (req, res) => {
    const { path } = operationInput('GetInventorySync', req);
    const caller = await context.caller(req);
    const { reader } = await inventoryApi.reading(caller, path.org);
    res.json(await reader.getSync({ orgId: path.org, syncId: path.syncId }));
  });

  router.get('/inventory/:org/changes', async (req, res) => {
    const { path, query } = operationInput('ListInventoryChanges', req);
    const caller = await context.caller(req);
    const { reader } = await inventoryApi.reading(caller, path.org);
    res.json(
      await reader.listChanges({
        orgId: path.org,
        syncId: query.sync,
        object: query.object,
        recordId: query.record,
        cursor: query.cursor,
        limit: query.limit ?? pageSize,
      }),
    );
  });

  router.post('/inventory/:org/query', async (req, res) => {
    const { path, body } = operationInput('QueryInventory', req);
    const caller = await context.caller(req);
    const { reader } = await inventoryApi.reading(caller, path.org);
    res.json(await reader.query({ orgId: path.org, body }));
  });

  router.post('/inventory/:org/csv', async (req, res) => {
    const { path, body } = operationInput('ExportInventory', req);
    const caller = await context.caller(req);
    const { reader } = await inventoryApi.reading(caller, path.org);
    const lines = await context.audited(
      { eventId: 'inventory-export', severityLevel: 'medium', request: req },
      () => reader.csv({ orgId: path.org, body }),
    );
    res.attachment('salesforce-inventory.csv');
    res.type('text/csv');
    await pipeline(Readable.from(lines), res);
  });

  router.get('/inventory/:org/board-counts', async (req, res) => {
    const { path } = operationInput('CountBoards', req);
    const caller = await context.caller(req);
    const { boards } = await inventoryApi.reading(caller, path.org);
    res.json(await boards.counts({ orgId: path.org, reader: caller }));
  });

  router.post('/inventory/:org/groups', async (req, res) => {
    const { path, body } = operationInput('GroupInventory', req);
    const caller = await context.caller(req);
    const { reader } = await inventoryApi.reading(caller, path.org);
    res.json(await reader.groups({ orgId: path.org, body }));
  });

  router.get('/inventory/:org/records/:object/:recordId', async (req, res) => {
    const { path } = operationInput('GetInventoryRecord', req);
    const caller = await context.caller(req);
    const { reader } = await inventoryApi.reading(caller, path.org);
    res.json(await reader.record({ orgId: path.org, ...path }));
  });

  router.get('/inventory/:org/users/:userId/access', async (req, res) => {
    const { path, query } = operationInput('GetEffectiveAccess', req);
    const caller = await context.caller(req);
    const { access } = await inventoryApi.reading(caller, path.org);
    res.json(
      await access.ofUser({
        orgId: path.org,
        userId: path.userId,
        object: query.object,
      }),
    );
  });

  router.get(
    '/inventory/:org/users/:userId/compare/:otherId',
    async (req, res) => {
      const { path } = operationInput('CompareUsers', req);
      const caller = await context.caller(req);
      const { access } = await inventoryApi.reading(caller, path.org);
      res.json(await access.compare({ orgId: path.org, ...path }));
    },
  );

  router.get('/inventory/:org/access', async (req, res) => {
    const { path, query } = operationInput('ListWhoCan', req);
    const caller = await context.caller(req);
    const { access } = await inventoryApi.reading(caller, path.org);
    res.json(
      await access.whoCan({
        orgId: path.org,
        question: query,
        cursor: query.cursor,
        limit: query.limit ?? pageSize,
      }),
    );
  });
}
