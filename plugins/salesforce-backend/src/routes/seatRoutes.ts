import type { Router } from 'express';
import type { AuthorizedSeats } from '../seats';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

/** Seats that requests lack, and the queue for them. */
export function addSeatRoutes(options: {
  router: Router;
  context: RouteContext;
  seats: AuthorizedSeats;
}): void {
  const { router, context, seats } = options;

  router.get('/requests/:requestId/seats', async (req, res) => {
    const { path } = operationInput('GetRequestSeats', req);
    const caller = await context.caller(req);
    res.json(await seats.get(path, { caller }));
  });

  router.post('/requests/:requestId/seats/queue', async (req, res) => {
    const { path } = operationInput('WaitForSeat', req);
    const caller = await context.caller(req);
    const answer = await context.audited(
      { eventId: 'request-seat-wait', severityLevel: 'low', request: req },
      () => seats.join(path, { caller }),
    );
    res.json(answer);
  });

  router.delete('/requests/:requestId/seats/queue', async (req, res) => {
    const { path } = operationInput('StopWaitingForSeat', req);
    const caller = await context.caller(req);
    const answer = await context.audited(
      { eventId: 'request-seat-leave', severityLevel: 'low', request: req },
      () => seats.leave(path, { caller }),
    );
    res.json(answer);
  });
}
