import type { Router } from 'express';
import type { AuthorizedInventory } from '../permissions/AuthorizedInventory';
import type { AuthorizedOrgService } from '../permissions/AuthorizedOrgService';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

/** Orgs, their connections, and what forms choose from. */
export function addOrgRoutes(options: {
  router: Router;
  context: RouteContext;
  orgs: AuthorizedOrgService;
  inventory: AuthorizedInventory;
}): void {
  const { router, context, orgs, inventory } = options;

  router.get('/orgs', async (req, res) => {
    const caller = await context.caller(req);
    res.json({ items: await orgs.list({ caller }) });
  });

  router.post('/orgs', async (req, res) => {
    const { body } = operationInput('CreateOrg', req);
    const caller = await context.caller(req);
    const org = await context.audited(
      {
        eventId: 'org-connect',
        severityLevel: 'high',
        request: req,
        meta: { org: body.id },
      },
      () => orgs.create({ body }, { caller }),
    );
    res.status(201).json(org);
  });

  router.post('/orgs/validate', async (req, res) => {
    const { body } = operationInput('ValidateCredentials', req);
    const caller = await context.caller(req);
    const found = await context.audited(
      { eventId: 'org-try', severityLevel: 'medium', request: req },
      () => orgs.validateCredentials(body, { caller }),
    );
    res.json(found);
  });

  router.get('/orgs/permission-set', async (req, res) => {
    const caller = await context.caller(req);
    res.json(await orgs.describePermissionSet({ caller }));
  });

  router.post('/orgs/:org/login/start', async (req, res) => {
    const { path, body } = operationInput('StartOrgLogin', req);
    const caller = await context.caller(req);
    const started = await context.audited(
      {
        eventId: 'org-login-start',
        severityLevel: 'medium',
        request: req,
        meta: { org: path.org },
      },
      () => orgs.startLogin({ orgId: path.org, body }, { caller }),
    );
    res.json(started);
  });

  router.post('/orgs/:org/key-pair', async (req, res) => {
    const { path } = operationInput('CreateOrgKeyPair', req);
    const caller = await context.caller(req);
    const certificate = await context.audited(
      {
        eventId: 'org-key-pair',
        severityLevel: 'medium',
        request: req,
        meta: { org: path.org },
      },
      () => orgs.createKeyPair({ orgId: path.org }, { caller }),
    );
    res.json(certificate);
  });

  router.get('/orgs/:org', async (req, res) => {
    const { path } = operationInput('GetOrg', req);
    const caller = await context.caller(req);
    res.json(await orgs.get({ orgId: path.org }, { caller }));
  });

  router.patch('/orgs/:org', async (req, res) => {
    const { path, body } = operationInput('UpdateOrg', req);
    const caller = await context.caller(req);
    const org = await context.audited(
      {
        eventId: 'org-update',
        severityLevel: 'high',
        request: req,
        meta: { org: path.org, fields: Object.keys(body).join(' ') },
      },
      () => orgs.update({ orgId: path.org, body }, { caller }),
    );
    res.json(org);
  });

  router.delete('/orgs/:org', async (req, res) => {
    const { path } = operationInput('DisconnectOrg', req);
    const caller = await context.caller(req);
    const org = await context.audited(
      {
        eventId: 'org-disconnect',
        severityLevel: 'high',
        request: req,
        meta: { org: path.org },
      },
      () => orgs.disconnect({ orgId: path.org }, { caller }),
    );
    res.json(org);
  });

  router.post('/orgs/:org/validate', async (req, res) => {
    const { path } = operationInput('ValidateOrg', req);
    const caller = await context.caller(req);
    const found = await context.audited(
      {
        eventId: 'org-validate',
        severityLevel: 'low',
        request: req,
        meta: { org: path.org },
      },
      () => orgs.validate({ orgId: path.org }, { caller }),
    );
    res.json(found);
  });

  router.get('/orgs/:org/log', async (req, res) => {
    const { path, query } = operationInput('ListOrgLog', req);
    const caller = await context.caller(req);
    res.json(await orgs.listLog({ orgId: path.org, ...query }, { caller }));
  });

  router.get('/orgs/:org/options/:picker', async (req, res) => {
    const { path, query } = operationInput('ListOptions', req);
    const caller = await context.caller(req);
    const choices = await inventory.listOptions(
      { orgId: path.org, picker: path.picker, ...query },
      { caller },
    );
    res.json(choices);
  });
}
