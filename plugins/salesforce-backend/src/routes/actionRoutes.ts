import type { Router } from 'express';
import type { ActionDescriptions } from '../requests/ActionDescriptions';
import type { RequestService } from '../requests/RequestService';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

/** What can be done, and reads that answer at once. */
export function addActionRoutes(options: {
  router: Router;
  context: RouteContext;
  descriptions: ActionDescriptions;
  requests: RequestService;
}): void {
  const { router, context, descriptions, requests } = options;

  router.get('/actions', async (req, res) => {
    const caller = await context.caller(req);
    res.json({ items: await descriptions.list({ caller }) });
  });

  router.post('/actions/:action/run', async (req, res) => {
    const { path, body } = operationInput('RunReadAction', req);
    const answer = await context.audited(
      {
        eventId: 'action-read',
        severityLevel: 'low',
        request: req,
        meta: { action: path.action, org: body.org ?? null },
      },
      () =>
        context.read(req, caller =>
          requests.runRead({ action: path.action, ...body }, { caller }),
        ),
    );
    // The host may indent what res.json() writes, and res.send() would hash it
    // for an ETag that no POST has a use for: thousands of rows feel both.
    const text = Buffer.from(JSON.stringify(answer));
    res.type('json').setHeader('Content-Length', text.length);
    res.end(text);
  });
}
