import type { Router } from 'express';
import type { DelegationService } from '../approvals/DelegationService';
import type { RequestService } from '../requests/RequestService';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

/** Delegations, and what can be done with approvals besides giving them. */
export function addApprovalRoutes(options: {
  router: Router;
  context: RouteContext;
  delegations: DelegationService;
  requests: RequestService;
}): void {
  const { router, context, delegations, requests } = options;

  router.get('/delegations', async (req, res) => {
    const caller = await context.caller(req);
    res.json(await delegations.list({ caller }));
  });

  router.post('/delegations', async (req, res) => {
    const { body } = operationInput('CreateDelegation', req);
    const caller = await context.caller(req);
    const delegation = await context.audited(
      {
        eventId: 'delegation-create',
        severityLevel: 'medium',
        request: req,
        meta: { delegate: body.delegate },
      },
      () => delegations.create(body, { caller }),
    );
    res.status(201).json(delegation);
  });

  router.delete('/delegations/:delegationId', async (req, res) => {
    const { path } = operationInput('EndDelegation', req);
    const caller = await context.caller(req);
    await context.audited(
      {
        eventId: 'delegation-end',
        severityLevel: 'medium',
        request: req,
        meta: { delegationId: path.delegationId },
      },
      () => delegations.end(path, { caller }),
    );
    res.status(204).end();
  });

  router.post('/requests/:requestId/amend', async (req, res) => {
    const { path, body } = operationInput('AmendRequest', req);
    const caller = await context.caller(req);
    const request = await context.audited(
      {
        eventId: 'request-amend',
        severityLevel: 'medium',
        request: req,
        meta: { requestId: path.requestId },
      },
      () => requests.amend({ ...body, ...path }, { caller }),
    );
    res.json(request);
  });

  router.post('/requests/:requestId/narrow', async (req, res) => {
    const { path, body } = operationInput('NarrowRequest', req);
    const caller = await context.caller(req);
    const request = await context.audited(
      {
        eventId: 'request-narrow',
        severityLevel: 'medium',
        request: req,
        meta: { requestId: path.requestId, removed: body.remove.length },
      },
      () => requests.narrow({ ...body, ...path }, { caller }),
    );
    res.json(request);
  });

  router.post('/requests/:requestId/withdraw-approval', async (req, res) => {
    const { path, body } = operationInput('WithdrawApproval', req);
    const caller = await context.caller(req);
    const request = await context.audited(
      {
        eventId: 'request-withdraw-approval',
        severityLevel: 'medium',
        request: req,
        meta: { requestId: path.requestId },
      },
      () => requests.withdrawApproval({ ...body, ...path }, { caller }),
    );
    res.json(request);
  });

  router.post('/requests/:requestId/after-review', async (req, res) => {
    const { path, body } = operationInput('ReviewAfterwards', req);
    const caller = await context.caller(req);
    const request = await context.audited(
      {
        eventId: 'request-review-afterwards',
        severityLevel: 'medium',
        request: req,
        meta: { requestId: path.requestId, verdict: body.verdict },
      },
      () => requests.reviewAfterwards({ ...body, ...path }, { caller }),
    );
    res.json(request);
  });
}
