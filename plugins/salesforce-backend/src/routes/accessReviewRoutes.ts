import type { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AuthorizedAccessReviews } from '../permissions/AuthorizedAccessReviews';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

const pageSize = 100;

/** Access reviews: started, decided row by row, closed. */
export function addAccessReviewRoutes(options: {
  router: Router;
  context: RouteContext;
  accessReviews: AuthorizedAccessReviews;
}): void {
  const { router, context, accessReviews } = options;

  router.get('/access-reviews', async (req, res) => {
    const caller = await context.caller(req);
    res.json(await accessReviews.list({ caller }));
  });

  router.post('/access-reviews', async (req, res) => {
    const { body } = operationInput('StartAccessReview', req);
    const caller = await context.caller(req);
    const review = await context.audited(
      { eventId: 'access-review-start', severityLevel: 'medium', request: req },
      () => accessReviews.start({ body }, { caller }),
    );
    res.status(201).json(review);
  });

  router.get('/access-reviews/:reviewId', async (req, res) => {
    const { path } = operationInput('GetAccessReview', req);
    const caller = await context.caller(req);
    res.json(await accessReviews.get(path, { caller }));
  });

  router.get('/access-reviews/:reviewId/items', async (req, res) => {
    const { path, query } = operationInput('ListAccessReviewItems', req);
    const caller = await context.caller(req);
    res.json(
      await accessReviews.items(
        { ...path, ...query, limit: query.limit ?? pageSize },
        { caller },
      ),
    );
  });

  router.post('/access-reviews/:reviewId/decisions', async (req, res) => {
    const { path, body } = operationInput('DecideAccessReview', req);
    const caller = await context.caller(req);
    const review = await context.audited(
      {
        eventId: 'access-review-decide',
        severityLevel: 'medium',
        request: req,
      },
      () => accessReviews.decide({ ...path, body }, { caller }),
    );
    res.json(review);
  });

  router.post('/access-reviews/:reviewId/reassign', async (req, res) => {
    const { path, body } = operationInput('ReassignAccessReview', req);
    const caller = await context.caller(req);
    const review = await context.audited(
      {
        eventId: 'access-review-reassign',
        severityLevel: 'medium',
        request: req,
      },
      () => accessReviews.reassign({ ...path, body }, { caller }),
    );
    res.json(review);
  });

  router.post('/access-reviews/:reviewId/close', async (req, res) => {
    const { path, body } = operationInput('CloseAccessReview', req);
    const caller = await context.caller(req);
    const review = await context.audited(
      { eventId: 'access-review-close', severityLevel: 'medium', request: req },
      () => accessReviews.close({ ...path, ...body }, { caller }),
    );
    res.json(review);
  });

  router.get('/access-reviews/:reviewId/csv', async (req, res) => {
    const { path } = operationInput('ExportAccessReview', req);
    const caller = await context.caller(req);
    const lines = await context.audited(
      {
        eventId: 'access-review-export',
        severityLevel: 'medium',
        request: req,
      },
      () => accessReviews.csv(path, { caller }),
    );
    res.attachment('salesforce-access-review.csv');
    res.type('text/csv');
    await pipeline(Readable.from(lines), res);
  });
}
