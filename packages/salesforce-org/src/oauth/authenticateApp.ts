import type { ConnectedApp, OauthFlow } from './ConnectedApp';
import { missingParameter, OauthError } from './OauthError';
import type { OauthRequest } from './OauthRequest';

/** Client id and secret, from the form or from HTTP Basic. */
export function clientCredentialsOf(request: OauthRequest): {
  clientId: string | null;
  clientSecret: string | null;
} {
  const basic = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '');
  if (basic) {
    const [id, ...secret] = Buffer.from(basic[1], 'base64')
      .toString('utf8')
      .split(':');
    return {
      clientId: decodeURIComponent(id),
      clientSecret: decodeURIComponent(secret.join(':')),
    };
  }
  return {
    clientId: request.form.get('client_id'),
    clientSecret: request.form.get('client_secret'),
  };
}

/**
 * The app behind a token call.
 * @throws OauthError when it is unknown, its secret is wrong or it may not
 *   use the flow
 */
export function authenticateApp(
  request: OauthRequest,
  options: { flow: OauthFlow; secret: 'required' | 'ifGiven' },
): ConnectedApp {
  const { clientId, clientSecret } = clientCredentialsOf(request);
  if (!clientId) {
    throw missingParameter('client_id');
  }
  const app = requireApp(request, clientId);
  const secretNeeded =
    options.secret === 'required' ||
    (app.requireSecret && app.clientSecret !== null);
  if (secretNeeded && !clientSecret) {
    throw missingParameter('client_secret');
  }
  if (clientSecret && clientSecret !== app.clientSecret) {
    throw new OauthError({
      error: 'invalid_client',
      description: 'invalid client credentials',
    });
  }
  requireFlow(app, options.flow);
  return app;
}

/** @throws OauthError invalid_client_id */
export function requireApp(
  request: OauthRequest,
  clientId: string,
): ConnectedApp {
  const app = request.wire.connectedApps.get(clientId);
  if (!app) {
    throw new OauthError({
      error: 'invalid_client_id',
      description: 'client identifier invalid',
    });
  }
  return app;
}

/** @throws OauthError when the app has not ticked the flow */
export function requireFlow(app: ConnectedApp, flow: OauthFlow): void {
  const possible =
    app.flows.includes(flow) &&
    !(app.kind === 'externalClientApp' && flow === 'password');
  if (!possible) {
    throw unsupportedGrantType();
  }
}

/** Also the answer when an app has not ticked client credentials. */
export function unsupportedGrantType(): OauthError {
  return new OauthError({
    error: 'unsupported_grant_type',
    description: 'grant type not supported',
  });
}
