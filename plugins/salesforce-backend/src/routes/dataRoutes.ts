import { isSalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataService, RunningQuery } from '../data/DataService';
import type { SavedQueries } from '../data/SavedQueries';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

const defaultMaximum = 50_000;

/** Data of an org, as the caller may see it. */
export function addDataRoutes(options: {
  router: Router;
  context: RouteContext;
  dataService: DataService;
  savedQueries: SavedQueries;
}): void {
  const { router, context, dataService, savedQueries } = options;

  router.get('/data/objects', async (req, res) => {
    const { query } = operationInput('ListDataObjects', req);
    const caller = await context.caller(req);
    res.json({
      items: await dataService.listObjects({ orgId: query.org, caller }),
    });
  });

  router.get('/data/objects/:object', async (req, res) => {
    const { path, query } = operationInput('GetDataObject', req);
    const caller = await context.caller(req);
    res.json(
      await dataService.object({
        orgId: query.org,
        object: path.object,
        caller,
      }),
    );
  });

  router.get('/data/objects/:object/records/:record', async (req, res) => {
    const { path, query } = operationInput('GetDataRecord', req);
    const caller = await context.caller(req);
    res.json(
      await dataService.record({
        orgId: query.org,
        object: path.object,
        recordId: path.record,
        caller,
      }),
    );
  });

  router.post('/data/query', async (req, res) => {
    const { body } = operationInput('StreamQuery', req);
    const caller = await context.caller(req);
    const running = await context.audited(
      {
        eventId: 'action-read',
        severityLevel: 'low',
        request: req,
        meta: { action: 'salesforce_run_soql', org: body.org ?? null },
      },
      () =>
        dataService.query({
          orgId: body.org,
          query: body.query,
          maximum: body.maximum ?? defaultMaximum,
          caller,
        }),
    );
    res.type('application/x-ndjson');
    await sendAll(linesOf(running), res);
  });

  router.post('/data/export', async (req, res) => {
    const { body } = operationInput('ExportQuery', req);
    const caller = await context.caller(req);
    const chunks = await context.audited(
      {
        eventId: 'data-export',
        severityLevel: 'medium',
        request: req,
        meta: { org: body.org ?? null },
      },
      () => dataService.export({ orgId: body.org, query: body.query, caller }),
    );
    // What fails before the first part is an answer with an error.
    const parts = chunks[Symbol.asyncIterator]();
    const first = await parts.next();
    res.attachment('salesforce-export.csv');
    res.type('text/csv');
    await sendAll(startingWith(first, parts), res);
  });

  router.get('/data/saved-queries', async (req, res) => {
    const { query } = operationInput('ListSavedQueries', req);
    const caller = await context.caller(req);
    res.json({ items: await savedQueries.list({ orgId: query.org, caller }) });
  });

  router.post('/data/saved-queries', async (req, res) => {
    const { body } = operationInput('CreateSavedQuery', req);
    const caller = await context.caller(req);
    const saved = await context.audited(
      {
        eventId: 'saved-query-create',
        severityLevel: 'low',
        request: req,
      },
      () => savedQueries.create({ body, caller }),
    );
    res.status(201).json(saved);
  });

  router.put('/data/saved-queries/:savedQuery', async (req, res) => {
    const { path, body } = operationInput('UpdateSavedQuery', req);
    const caller = await context.caller(req);
    res.json(
      await context.audited(
        {
          eventId: 'saved-query-update',
          severityLevel: 'low',
          request: req,
        },
        () => savedQueries.update({ id: path.savedQuery, body, caller }),
      ),
    );
  });

  router.delete('/data/saved-queries/:savedQuery', async (req, res) => {
    const { path } = operationInput('DeleteSavedQuery', req);
    const caller = await context.caller(req);
    await context.audited(
      {
        eventId: 'saved-query-delete',
        severityLevel: 'low',
        request: req,
      },
      () => savedQueries.delete({ id: path.savedQuery, caller }),
    );
    res.status(204).end();
  });
}

/**
 * Sends part after part at the pace at which the client reads. A client that
 * leaves ends what makes the parts; a failure breaks the connection off.
 */
async function sendAll(
  parts: AsyncIterable<string | Uint8Array>,
  response: NodeJS.WritableStream & { destroyed?: boolean },
): Promise<void> {
  try {
    await pipeline(
      Readable.from(parts, { objectMode: true, highWaterMark: 1 }),
      response,
    );
  } catch (error) {
    const hasLeft =
      error instanceof Error &&
      'code' in error &&
      error.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!hasLeft) throw error;
  }
}

async function* startingWith<T>(
  first: IteratorResult<T>,
  rest: AsyncIterator<T>,
): AsyncGenerator<T> {
  try {
    for (let part = first; !part.done; part = await rest.next()) {
      yield part.value;
    }
  } finally {
    await rest.return?.();
  }
}

async function* linesOf(running: RunningQuery): AsyncGenerator<string> {
  const { pages, notes, columns, total, query, object, recordUrl } = running;
  const { restrictedTo } = running;
  const line = (value: object) => `${JSON.stringify(value)}\n`;
  yield line({
    kind: 'start',
    columns,
    total,
    query,
    object,
    recordUrl,
    restrictedTo,
  });
  let count = 0;
  try {
    for await (const rows of pages) {
      count += rows.length;
      yield line({ kind: 'rows', rows });
    }
  } catch (error) {
    if (!isSalesdeskError(error)) throw error;
    yield line({ kind: 'error', message: error.message, code: error.code });
    return;
  }
  yield line({
    kind: 'end',
    count,
    complete: count < running.maximum || count >= total,
    notes: notes(),
  });
}
