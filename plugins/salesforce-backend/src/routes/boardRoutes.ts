import type { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AuthorizedBoards } from '../permissions/AuthorizedBoards';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

const pageSize = 50;

/** Boards: kept questions to the inventory. */
export function addBoardRoutes(options: {
  router: Router;
  context: RouteContext;
  inventoryApi: AuthorizedBoards;
}): void {
  const { router, context, inventoryApi } = options;

  router.get('/boards', async (req, res) => {
    const caller = await context.caller(req);
    const { boards } = await inventoryApi.reading(caller);
    res.json(await boards.list(caller));
  });

  router.post('/boards', async (req, res) => {
    const { body } = operationInput('CreateBoard', req);
    const caller = await context.caller(req);
    const { boards } = await inventoryApi.reading(caller);
    const board = await context.audited(
      { eventId: 'board-create', severityLevel: 'low', request: req },
      () => boards.create(body, caller),
    );
    res.status(201).json(board);
  });

  router.get('/boards/:boardId', async (req, res) => {
    const { path } = operationInput('GetBoard', req);
    const caller = await context.caller(req);
    const { boards } = await inventoryApi.reading(caller);
    res.json(await boards.get(path.boardId, caller));
  });

  router.put('/boards/:boardId', async (req, res) => {
    const { path, body } = operationInput('UpdateBoard', req);
    const caller = await context.caller(req);
    const { boards } = await inventoryApi.reading(caller);
    const board = await context.audited(
      { eventId: 'board-update', severityLevel: 'low', request: req },
      () => boards.update(path.boardId, body, caller),
    );
    res.json(board);
  });

  router.delete('/boards/:boardId', async (req, res) => {
    const { path } = operationInput('DeleteBoard', req);
    const caller = await context.caller(req);
    const { boards } = await inventoryApi.reading(caller);
    await context.audited(
      { eventId: 'board-delete', severityLevel: 'low', request: req },
      () => boards.delete(path.boardId, caller),
    );
    res.status(204).end();
  });

  router.get('/boards/:boardId/rows', async (req, res) => {
    const { path, query } = operationInput('ListBoardRows', req);
    const caller = await context.caller(req);
    const orgId = await inventoryApi.orgId(query.org);
    const { boards } = await inventoryApi.reading(caller, orgId);
    res.json(
      await boards.rows({
        boardId: path.boardId,
        orgId,
        reader: caller,
        search: query.q,
        sort: query.sort,
        cursor: query.cursor,
        limit: query.limit ?? pageSize,
        withTotal: query.cursor === undefined,
      }),
    );
  });

  router.get('/boards/:boardId/charts', async (req, res) => {
    const { path, query } = operationInput('GetBoardCharts', req);
    const caller = await context.caller(req);
    const orgId = await inventoryApi.orgId(query.org);
    const { boards } = await inventoryApi.reading(caller, orgId);
    res.json(
      await boards.charts({ boardId: path.boardId, orgId, reader: caller }),
    );
  });

  router.get('/boards/:boardId/csv', async (req, res) => {
    const { path, query } = operationInput('ExportBoard', req);
    const caller = await context.caller(req);
    const orgId = await inventoryApi.orgId(query.org);
    const { boards } = await inventoryApi.reading(caller, orgId);
    const lines = await context.audited(
      { eventId: 'board-export', severityLevel: 'medium', request: req },
      () => boards.csv({ boardId: path.boardId, orgId, reader: caller }),
    );
    res.attachment('salesforce-board.csv');
    res.type('text/csv');
    await pipeline(Readable.from(lines), res);
  });

  router.post('/boards/:boardId/targets', async (req, res) => {
    const { path, body } = operationInput('ListBoardTargets', req);
    const caller = await context.caller(req);
    const orgId = await inventoryApi.orgId(body.org);
    const { boards } = await inventoryApi.reading(caller, orgId);
    res.json(
      await boards.targets({
        boardId: path.boardId,
        orgId,
        reader: caller,
        ids: body.ids,
        search: body.search,
      }),
    );
  });
}
