import type { Router } from 'express';
import type { AuthorizedPersonLinks } from '../permissions/AuthorizedPersonLinks';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

/** Who is who in an org, and what somebody has to settle. */
export function addLinkRoutes(options: {
  router: Router;
  context: RouteContext;
  links: AuthorizedPersonLinks;
}): void {
  const { router, context, links } = options;

  router.get('/orgs/:org/people', async (req, res) => {
    const { path, query } = operationInput('ListOrgPeople', req);
    const caller = await context.caller(req);
    const page = await links.list(
      {
        orgId: path.org,
        search: query.q || undefined,
        offset: Number(query.cursor ?? 0),
      },
      { caller },
    );
    res.json(page);
  });

  router.post('/orgs/:org/people/links', async (req, res) => {
    const { path, body } = operationInput('LinkPerson', req);
    const caller = await context.caller(req);
    const person = await context.audited(
      {
        eventId: 'person-link',
        severityLevel: 'high',
        request: req,
        meta: { org: path.org, person: body.person },
      },
      () => {
        const { person: personRef, userId, username } = body;
        return links.link(
          { orgId: path.org, personRef, userId, username },
          { caller },
        );
      },
    );
    res.json(person);
  });

  router.delete('/orgs/:org/people/links', async (req, res) => {
    const { path, query } = operationInput('UnlinkPerson', req);
    const caller = await context.caller(req);
    const person = await context.audited(
      {
        eventId: 'person-unlink',
        severityLevel: 'high',
        request: req,
        meta: { org: path.org, person: query.person },
      },
      () =>
        links.unlink({ orgId: path.org, personRef: query.person }, { caller }),
    );
    res.json(person);
  });

  router.post('/orgs/:org/people/refusals', async (req, res) => {
    const { path, body } = operationInput('RefusePersonLink', req);
    const caller = await context.caller(req);
    const person = await context.audited(
      {
        eventId: 'person-link-refuse',
        severityLevel: 'medium',
        request: req,
        meta: { org: path.org, person: body.person, user: body.userId },
      },
      () =>
        links.refuse(
          { orgId: path.org, personRef: body.person, userId: body.userId },
          { caller },
        ),
    );
    res.json(person);
  });
}
