import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import { faultAfter, faultBefore } from '../http/applyFault';
import { sendAnswer } from '../http/sendAnswer';
import type { WireServices } from '../http/WireServices';
import { wireRequest } from '../http/wireRequest';
import { authorizeEndpoint } from './authorizeEndpoint';
import { identity, openidConfiguration, userInfo } from './identity';
import { introspectEndpoint } from './introspectEndpoint';
import { OauthError } from './OauthError';
import { bearerToken, type OauthRequest } from './OauthRequest';
import { revokeEndpoint } from './revokeEndpoint';
import { tokenEndpoint } from './tokenEndpoint';

const PLAIN = { pretty: false, xml: false, gzip: false };

type Handler = (request: OauthRequest, response: Response) => unknown;

/** Everything below `/services/oauth2`, and who a token belongs to. */
export function oauthRouter(options: {
  wire: WireServices;
  publicUrl?: string;
}): Router {
  const { wire } = options;
  const router = express.Router();
  const serve = (handler: Handler) => (request: Request, response: Response) =>
    answerOauth({
      wire,
      publicUrl: options.publicUrl,
      request,
      response,
      handler,
    });

  router.post(
    '/services/oauth2/token',
    serve(async (request, response) =>
      sendJson(response, await tokenEndpoint(request)),
    ),
  );
  router.get(
    '/services/oauth2/token',
    serve(() => {
      throw new OauthError({
        error: 'invalid_request',
        description: 'must use HTTP POST',
      });
    }),
  );
  router.post(
    '/services/oauth2/introspect',
    serve((request, response) =>
      sendJson(response, introspectEndpoint(request)),
    ),
  );
  router.all(
    '/services/oauth2/revoke',
    serve((request, response) => {
      revokeEndpoint(request);
      response.status(200).end();
    }),
  );
  router.all(
    '/services/oauth2/authorize',
    serve((request, response) => {
      const answer = authorizeEndpoint(request);
      if (answer.kind === 'redirect') {
        response.status(302).set('Location', answer.location).end();
      } else {
        response.status(answer.status).type('html').send(answer.html);
      }
    }),
  );
  router.all(
    '/services/oauth2/userinfo',
    serve((request, response) => {
      const user = tokenOwner(request, response);
      return user && sendJson(response, userInfo(request, user));
    }),
  );
  router.all(
    '/services/oauth2/singleaccess',
    serve((request, response) => {
      const user = tokenOwner(request, response);
      return user && sendJson(response, singleAccess(request));
    }),
  );
  router.get('/id/keys', (_request, response, next) => {
    wire.idTokens
      .publicKeys()
      .then(keys => sendJson(response, keys))
      .catch(next);
  });
  router.all('/id/:organization/:user', (request, response) => {
    const oauthRequest = toOauthRequest(wire, request, options.publicUrl);
    serveIdentity(oauthRequest, response, request.params.organization);
  });
  router.get('/.well-known/openid-configuration', (request, response) => {
    const { instanceUrl } = wireRequest(request, options);
    sendJson(response, openidConfiguration(instanceUrl));
  });
  return router;
}

/** A link that opens the org in a browser, once. */
function singleAccess({ form, instanceUrl }: OauthRequest): {
  frontdoor_uri: string;
} {
  const url = new URL('/secur/frontdoor.jsp', instanceUrl);
  url.searchParams.set('otp', randomUUID());
  const target = form.get('redirect_uri');
  if (target) {
    url.searchParams.set('startURL', target);
  }
  return { frontdoor_uri: url.href };
}

async function answerOauth(options: {
  wire: WireServices;
  publicUrl?: string;
  request: Request;
  response: Response;
  handler: Handler;
}): Promise<void> {
  const { wire, request, response, handler } = options;
  const started = performance.now();
  const oauthRequest = toOauthRequest(wire, request, options.publicUrl);
  const rule = wire.faults.meet({
    method: request.method,
    url: request.url,
    userId: null,
    body: () => oauthRequest.form.toString(),
  });
  try {
    wire.org.clock.settle();
    if (rule) {
      const outcome = await faultBefore({
        wire,
        rule,
        response,
        token: undefined,
      });
      if (outcome.kind === 'answer') {
        sendAnswer(response, outcome.answer, PLAIN);
      }
      if (outcome.kind !== 'proceed') {
        return;
      }
    }
    await handler(oauthRequest, response);
    if (rule) {
      await faultAfter({ wire, rule, response });
    }
  } catch (error) {
    sendError(response, error);
  } finally {
    wire.requestLog.add({
      time: new Date(wire.org.clock.now()).toISOString(),
      method: request.method,
      url: request.url,
      object: null,
      userId: null,
      username: oauthRequest.form.get('username'),
      clientName: null,
      sourceIp: oauthRequest.sourceIp,
      status: response.statusCode,
      milliseconds: performance.now() - started,
      counted: false,
      fault: rule?.id ?? null,
    });
  }
}

function sendError(response: Response, error: unknown): void {
  if (error instanceof OauthError) {
    sendJson(response, error.toJson(), error.status);
  } else {
    sendJson(
      response,
      {
        error: 'unknown_error',
        error_description:
          error instanceof Error ? error.stack ?? error.message : String(error),
      },
      500,
    );
  }
}

/** `?version=latest` fills in the URLs. Anything wrong is 403 and a text. */
function serveIdentity(
  request: OauthRequest,
  response: Response,
  organization: string,
): void {
  const { organizationId } = request.wire.org;
  const user = tokenOwner(request, response);
  if (!user) {
    return;
  }
  if (organization.slice(0, 15) !== organizationId.slice(0, 15)) {
    response.status(403).type('text/plain').send('Wrong_Org');
    return;
  }
  const asked = request.form.get('version');
  sendJson(
    response,
    identity(request, user, asked === 'latest' ? '68.0' : asked),
  );
}

/** The user of the bearer token; or 403 has been sent. */
function tokenOwner(request: OauthRequest, response: Response) {
  const { wire, form, headers } = request;
  const token =
    bearerToken(headers.authorization) ??
    form.get('oauth_token') ??
    form.get('access_token');
  if (!token) {
    response.status(403).type('text/plain').send('Missing_OAuth_Token');
    return undefined;
  }
  const session = wire.sessions.use(token);
  const user = session && wire.org.store.get('User', session.userId);
  if (!user) {
    response.status(403).type('text/plain').send('Bad_OAuth_Token');
  }
  return user;
}

function toOauthRequest(
  wire: WireServices,
  request: Request,
  publicUrl: string | undefined,
): OauthRequest {
  const { headers, query, body, instanceUrl, sourceIp } = wireRequest(request, {
    publicUrl,
  });
  const form = new URLSearchParams(query);
  for (const [name, value] of body.form()) {
    form.set(name, value);
  }
  return { wire, headers, form, instanceUrl, sourceIp };
}

function sendJson(response: Response, json: unknown, status = 200): void {
  sendAnswer(response, { status, json }, PLAIN);
}
