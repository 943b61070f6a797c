import express, {
  type NextFunction,
  type Request,
  type Response,
  type Router,
} from 'express';
import { z } from 'zod';
import { isSalesforceError } from '../core/SalesforceError';
import { switchesSchema } from '../core/switches';
import { connectedAppSchema } from '../oauth/ConnectedApp';
import { findUserByUsername } from '../oauth/findUser';
import { wireRequest } from '../http/wireRequest';
import type { ControlServices } from './ControlServices';
import { faultRuleSchema } from './FaultRule';
import { deleteRow, listRows, seedRows, updateRow } from './seedRows';

const clockSchema = z.union([
  z.object({ set: z.string() }).strict(),
  z.object({ advance: z.number().int() }).strict(),
  z.object({ freeze: z.literal(true) }).strict(),
  z.object({ resume: z.literal(true) }).strict(),
]);

const tokenSchema = z
  .object({
    username: z.string(),
    clientId: z.string().nullable().default(null),
    scopes: z.array(z.string()).optional(),
  })
  .strict();

const limitsSchema = z
  .object({
    daily: z.number().int().min(0).optional(),
    used: z.number().int().min(0).optional(),
  })
  .strict();

const passwordSchema = z
  .object({
    username: z.string(),
    password: z.string().optional(),
    expired: z.boolean().optional(),
  })
  .strict();

const resetSchema = z.object({ data: z.unknown().optional() }).strict();

/** `/__org`: what a test or a demo does to the org from outside. */
export function controlRouter(services: ControlServices): Router {
  const { wire } = services;
  const { org } = wire;
  const router = express.Router();
  router.use(refuseStrangers);

  const clockState = () => ({
    time: new Date(org.clock.now()).toISOString(),
  });

  router.get('/health', (_request, response) => {
    response.json({
      status: 'ok',
      organizationId: org.organizationId,
      data: services.dataName(),
      ...clockState(),
    });
  });
  router.post('/reset', (request, response) => {
    const { data } = resetSchema.parse(bodyOf(request) ?? {});
    services.reset(data);
    response.json({ data: services.dataName() });
  });

  router.get('/clock', (_request, response) => {
    response.json(clockState());
  });
  router.post('/clock', (request, response) => {
    const command = clockSchema.parse(bodyOf(request));
    if ('set' in command) {
      org.clock.set(command.set);
    } else if ('advance' in command) {
      org.clock.advance(command.advance);
    } else if ('freeze' in command) {
      org.clock.set(org.clock.now());
    } else {
      org.clock.resume();
    }
    response.json(clockState());
  });

  router.get('/faults', (_request, response) => {
    response.json(
      wire.faults
        .all()
        .map(rule => ({ ...rule, held: wire.faults.held(rule.id) })),
    );
  });
  router.post('/faults', (request, response) => {
    const rule = wire.faults.add(faultRuleSchema.parse(bodyOf(request)));
    response.status(201).json(rule);
  });
  router.delete('/faults', (_request, response) => {
    wire.faults.clear();
    response.status(204).end();
  });
  router.delete('/faults/:id', (request, response) => {
    response.status(wire.faults.remove(request.params.id) ? 204 : 404).end();
  });

  router.get('/journal', (request, response) => {
    const { query } = wireRequest(request, {});
    response.json(
      org.journal
        .entries({ after: Number(query.get('after') ?? 0) })
        .filter(effect =>
          (['kind', 'object', 'id', 'userId'] as const).every(
            name => !query.has(name) || effect[name] === query.get(name),
          ),
        )
        .filter(({ time }) => time >= (query.get('since') ?? '')),
    );
  });
  router.delete('/journal', (_request, response) => {
    org.journal.clear();
    response.status(204).end();
  });
  router.get('/emails', (_request, response) => {
    response.json(
      org.journal.entries().filter(effect => effect.kind === 'email'),
    );
  });

  router.get('/requests', (request, response) => {
    const { query } = wireRequest(request, {});
    const path = query.get('path');
    response.json({
      counts: wire.requestLog.counts(),
      requests: wire.requestLog
        .entries({ after: Number(query.get('after') ?? 0) })
        .filter(
          entry =>
            (!query.has('method') || entry.method === query.get('method')) &&
            (!query.has('user') || entry.username === query.get('user')) &&
            (path === null || new RegExp(path).test(entry.url)),
        ),
    });
  });
  router.delete('/requests', (_request, response) => {
    wire.requestLog.clear();
    response.status(204).end();
  });

  router.get('/switches', (_request, response) => {
    response.json(org.switches);
  });
  router.patch('/switches', (request, response) => {
    const changes = z.record(z.string(), z.unknown()).parse(bodyOf(request));
    Object.assign(
      org.switches,
      switchesSchema.parse({ ...org.switches, ...changes }),
    );
    response.json(org.switches);
  });

  router.get('/limits', (_request, response) => {
    response.json({ daily: wire.apiUsage.daily, used: wire.apiUsage.used });
  });
  router.patch('/limits', (request, response) => {
    wire.apiUsage.set(limitsSchema.parse(bodyOf(request)));
    response.json({ daily: wire.apiUsage.daily, used: wire.apiUsage.used });
  });

  router.post('/schema', (request, response) => {
    org.addSchema(bodyOf(request));
    response.status(204).end();
  });

  router.get('/rows/:object', (request, response) => {
    const { query } = wireRequest(request, {});
    response.json(listRows(org, request.params.object, query));
  });
  router.post('/rows', (request, response) => {
    response.status(201).json({ ids: seedRows(org, bodyOf(request)) });
  });
  router.patch('/rows/:object/:id', (request, response) => {
    updateRow(org, request.params, bodyOf(request));
    response.status(204).end();
  });
  router.delete('/rows/:object/:id', (request, response) => {
    deleteRow(org, request.params);
    response.status(204).end();
  });

  router.post('/tokens', (request, response) => {
    const { username, ...options } = tokenSchema.parse(bodyOf(request));
    const session = services.mintSession(username, options);
    const { instanceUrl } = wireRequest(request, services);
    response.status(201).json({
      access_token: session.token,
      instance_url: instanceUrl,
      id: `${instanceUrl}/id/${org.organizationId}/${session.userId}`,
      user_id: session.userId,
    });
  });

  router.get('/connected-apps', (_request, response) => {
    response.json(wire.connectedApps.all());
  });
  router.post('/connected-apps', (request, response) => {
    const app = connectedAppSchema.parse(bodyOf(request));
    response.status(201).json(wire.connectedApps.register(app));
  });

  router.post('/passwords', (request, response) => {
    const command = passwordSchema.parse(bodyOf(request));
    const user = findUserByUsername(org, command.username);
    if (!user) {
      response.status(404).json({ error: 'There is no such user' });
      return;
    }
    if (command.password !== undefined) {
      wire.passwords.set(user.Id, command.password);
    }
    if (command.expired) {
      wire.passwords.expire(user.Id);
    }
    response.status(204).end();
  });

  router.use((_request, response) => {
    response.status(404).json({ error: 'There is no such control resource' });
  });
  router.use(answerError);
  return router;
}

/**
 * Only programs of this machine, and no web pages: a page from elsewhere
 * always says its origin.
 */
function refuseStrangers(
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  const address = request.socket.remoteAddress ?? '';
  const isLocal = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
  const { origin, host } = request.headers;
  const isForeignPage = origin !== undefined && origin !== `http://${host}`;
  if (!isLocal || isForeignPage) {
    response
      .status(403)
      .json({ error: 'The control API serves this machine only' });
    return;
  }
  next();
}

function bodyOf(request: Request): unknown {
  const text = wireRequest(request, {}).body.text();
  return text.trim() === '' ? undefined : JSON.parse(text);
}

function answerError(
  error: unknown,
  _request: Request,
  response: Response,
  _next: NextFunction,
): void {
  response.status(400).json({ error: messageOf(error) });
}

function messageOf(error: unknown): string {
  if (isSalesforceError(error)) {
    return `${error.errorCode}: ${error.message}`;
  }
  if (error instanceof z.ZodError) {
    return z.prettifyError(error);
  }
  return error instanceof Error ? error.message : String(error);
}
