import type { Router } from 'express';
import type { LoginService } from '../personal/LoginService';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

/**
 * "Connect my Salesforce". Every route is about whoever is signed in; no
 * parameter names a person.
 */
export function addPersonalRoutes(options: {
  router: Router;
  context: RouteContext;
  personal: LoginService;
}): void {
  const { router, context, personal } = options;

  router.get('/personal/connections', async (req, res) => {
    const caller = await context.caller(req);
    res.json({ items: await personal.list({ caller }) });
  });

  router.post('/personal/connections/:org/start', async (req, res) => {
    const { path } = operationInput('StartPersonalLogin', req);
    const caller = await context.caller(req);
    const started = await context.audited(
      {
        eventId: 'personal-login-start',
        severityLevel: 'low',
        request: req,
        meta: { org: path.org },
      },
      () => personal.start({ orgId: path.org }, { caller }),
    );
    res.json(started);
  });

  router.post('/personal/complete', async (req, res) => {
    const { body } = operationInput('CompletePersonalLogin', req);
    const caller = await context.caller(req);
    const completed = await context.audited(
      { eventId: 'login-complete', severityLevel: 'high', request: req },
      () => personal.complete(body, { caller }),
    );
    res.json(completed);
  });

  router.delete('/personal/connections/:org', async (req, res) => {
    const { path } = operationInput('DisconnectPersonal', req);
    const caller = await context.caller(req);
    const connection = await context.audited(
      {
        eventId: 'personal-disconnect',
        severityLevel: 'medium',
        request: req,
        meta: { org: path.org },
      },
      () => personal.disconnect({ orgId: path.org }, { caller }),
    );
    res.json(connection);
  });
}
