import type { Router } from 'express';
import type { RequestService } from '../requests/RequestService';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

/** Pages have this many rows unless the caller says otherwise. */
const pageSize = 50;

/** Drafts, requests and what can be done with them. */
export function addRequestRoutes(options: {
  router: Router;
  context: RouteContext;
  requests: RequestService;
}): void {
  const { router, context, requests } = options;

  router.post('/drafts', async (req, res) => {
    const { body } = operationInput('PreviewDraft', req);
    const caller = await context.caller(req);
    res.json(await requests.previewDraft(body, { caller }));
  });

  router.get('/requests', async (req, res) => {
    const { query } = operationInput('ListRequests', req);
    const caller = await context.caller(req);
    const page = await requests.list(
      {
        view: query.view ?? 'all',
        order: query.order ?? 'newest',
        limit: query.limit ?? pageSize,
        states: query.state,
        actions: query.action,
        org: query.org,
        requesterRef: query.requester?.toLocaleLowerCase('en-US'),
        target: query.target?.includes(':')
          ? query.target.toLocaleLowerCase('en-US')
          : query.target,
        search: query.q,
        cursor: query.cursor,
      },
      { caller },
    );
    res.json(page);
  });

  router.post('/requests', async (req, res) => {
    const { body } = operationInput('SubmitRequest', req);
    const caller = await context.caller(req);
    const idempotencyKey = req.header('idempotency-key');
    const { request, created } = await context.audited(
      {
        eventId: 'request-submit',
        severityLevel: 'medium',
        request: req,
        meta: { action: body.action, org: body.org ?? null },
      },
      () => requests.submit({ ...body, idempotencyKey }, { caller }),
    );
    res.status(created ? 201 : 200).json(request);
  });

  router.get('/requests/:requestId', async (req, res) => {
    const { path } = operationInput('GetRequest', req);
    const caller = await context.caller(req);
    res.json(await requests.get(path, { caller }));
  });

  router.get('/requests/:requestId/changes', async (req, res) => {
    const { path, query } = operationInput('ListChanges', req);
    const caller = await context.caller(req);
    const page = await requests.listChanges(
      {
        requestId: path.requestId,
        planVersion: query.planVersion,
        outcome: query.outcome,
        search: query.q,
        cursor: query.cursor,
        limit: query.limit ?? pageSize,
      },
      { caller },
    );
    res.json(page);
  });

  router.get('/requests/:requestId/timeline', async (req, res) => {
    const { path, query } = operationInput('GetTimeline', req);
    const caller = await context.caller(req);
    const page = await requests.getTimeline(
      {
        requestId: path.requestId,
        cursor: query.cursor,
        limit: query.limit ?? pageSize,
      },
      { caller },
    );
    res.json(page);
  });

  router.post('/requests/:requestId/reviews', async (req, res) => {
    const { path, body } = operationInput('ReviewRequest', req);
    const caller = await context.caller(req);
    const request = await context.audited(
      {
        eventId: 'request-review',
        severityLevel: 'medium',
        request: req,
        meta: { requestId: path.requestId, decision: body.decision },
      },
      () => requests.review({ ...body, requestId: path.requestId }, { caller }),
    );
    res.json(request);
  });

  router.post('/reviews', async (req, res) => {
    const { body } = operationInput('ReviewRequests', req);
    const caller = await context.caller(req);
    const answer = await context.audited(
      {
        eventId: 'request-review-many',
        severityLevel: 'medium',
        request: req,
        meta: { count: body.reviews.length },
      },
      () => requests.reviewMany(body, { caller }),
    );
    res.json(answer);
  });

  router.post('/requests/:requestId/cancel', async (req, res) => {
    const { path, body } = operationInput('CancelRequest', req);
    const caller = await context.caller(req);
    const request = await context.audited(
      {
        eventId: 'request-cancel',
        severityLevel: 'medium',
        request: req,
        meta: { requestId: path.requestId },
      },
      () => requests.cancel({ ...path, comment: body.comment }, { caller }),
    );
    res.json(request);
  });

  router.post('/requests/:requestId/stop', async (req, res) => {
    const { path, body } = operationInput('StopRequest', req);
    const caller = await context.caller(req);
    const request = await context.audited(
      {
        eventId: 'request-stop',
        severityLevel: 'medium',
        request: req,
        meta: { requestId: path.requestId },
      },
      () => requests.stop({ ...path, comment: body.comment }, { caller }),
    );
    res.json(request);
  });

  router.post('/requests/:requestId/retry', async (req, res) => {
    const { path, body } = operationInput('RetryRequest', req);
    const caller = await context.caller(req);
    const repeatUnknown = body.repeatUnknown ?? false;
    const request = await context.audited(
      {
        eventId: 'request-retry',
        severityLevel: 'medium',
        request: req,
        meta: { requestId: path.requestId, repeatUnknown },
      },
      () =>
        requests.retry(
          { ...path, comment: body.comment, repeatUnknown },
          { caller },
        ),
    );
    res.json(request);
  });

  router.get('/requests/:requestId/undo', async (req, res) => {
    const { path } = operationInput('PreviewUndo', req);
    const caller = await context.caller(req);
    res.json(await requests.previewUndo(path, { caller }));
  });

  router.post('/requests/:requestId/undo', async (req, res) => {
    const { path, body } = operationInput('SubmitUndo', req);
    const caller = await context.caller(req);
    const idempotencyKey = req.header('idempotency-key');
    const { request, created } = await context.audited(
      {
        eventId: 'request-undo',
        severityLevel: 'medium',
        request: req,
        meta: { requestId: path.requestId },
      },
      () =>
        requests.submitUndo(
          { ...path, comment: body.comment, idempotencyKey },
          { caller },
        ),
    );
    res.status(created ? 201 : 200).json(request);
  });
}
