import type { Router } from 'express';
import type { PolicyService } from '../policies/PolicyService';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

const pageSize = 20;

/** Policies, their versions, and what they would decide. */
export function addPolicyRoutes(options: {
  router: Router;
  context: RouteContext;
  policies: PolicyService;
}): void {
  const { router, context, policies } = options;

  router.get('/policies', async (req, res) => {
    const caller = await context.caller(req);
    res.json({ items: await policies.list({ caller }) });
  });

  router.post('/policies/evaluate', async (req, res) => {
    const { body } = operationInput('EvaluatePolicy', req);
    const caller = await context.caller(req);
    const decision = await policies.evaluate(
      { ...body, targetPersons: body.targetPersons ?? [] },
      { caller },
    );
    res.json(decision);
  });

  router.get('/policies/:action', async (req, res) => {
    const { path } = operationInput('GetPolicy', req);
    const caller = await context.caller(req);
    res.json(await policies.get(path, { caller }));
  });

  router.put('/policies/:action', async (req, res) => {
    const { path, body } = operationInput('SetPolicy', req);
    const caller = await context.caller(req);
    const record = await context.audited(
      {
        eventId: 'policy-set',
        severityLevel: 'high',
        request: req,
        meta: { action: path.action },
      },
      () => policies.set({ action: path.action, ...body }, { caller }),
    );
    res.json(record);
  });

  router.delete('/policies/:action', async (req, res) => {
    const { path, query } = operationInput('ResetPolicy', req);
    const caller = await context.caller(req);
    const record = await context.audited(
      {
        eventId: 'policy-reset',
        severityLevel: 'high',
        request: req,
        meta: { action: path.action },
      },
      () => policies.reset({ action: path.action, ...query }, { caller }),
    );
    res.json(record);
  });

  router.post('/policies/:action/replay', async (req, res) => {
    const { path, body } = operationInput('ReplayPolicy', req);
    const caller = await context.caller(req);
    res.json(await policies.replay({ ...path, ...body }, { caller }));
  });

  router.get('/policies/:action/versions', async (req, res) => {
    const { path, query } = operationInput('ListPolicyVersions', req);
    const caller = await context.caller(req);
    const page = await policies.listVersions(
      {
        action: path.action,
        cursor: query.cursor,
        limit: query.limit ?? pageSize,
      },
      { caller },
    );
    res.json(page);
  });
}
