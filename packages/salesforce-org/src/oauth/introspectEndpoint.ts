import { clientCredentialsOf, requireApp } from './authenticateApp';
import { identityUrl } from './identityUrls';
import { missingParameter, OauthError } from './OauthError';
import type { OauthRequest } from './OauthRequest';

/**
 * `POST /services/oauth2/introspect`. A token that is dead, or belongs to
 * another app, is `{"active": false}` with status 200.
 *
 * @throws OauthError for unknown apps and wrong secrets
 */
export function introspectEndpoint(
  request: OauthRequest,
): Record<string, unknown> {
  const token = request.form.get('token');
  if (!token) {
    throw missingParameter('token');
  }
  const { clientId, clientSecret } = clientCredentialsOf(request);
  if (!clientId) {
    throw missingParameter('client_id');
  }
  const app = requireApp(request, clientId);
  if (app.clientSecret !== null && app.clientSecret !== clientSecret) {
    throw new OauthError({
      error: 'invalid_client',
      description: 'invalid client credentials',
    });
  }
  return (
    describeSession(request, token, clientId) ??
    describeRefreshToken(request, token, clientId) ?? { active: false }
  );
}

function describeSession(
  request: OauthRequest,
  token: string,
  clientId: string,
): Record<string, unknown> | undefined {
  const { wire } = request;
  const session = wire.sessions.peek(token);
  if (!session || session.clientId !== clientId) {
    return undefined;
  }
  const issuedAt = Math.floor(session.issuedAt / 1000);
  return {
    active: true,
    scope: session.scopes.join(' '),
    client_id: clientId,
    username: wire.org.store.get('User', session.userId)?.Username,
    sub: identityUrl(request, session.userId),
    token_type: 'access_token',
    exp: Math.floor(wire.sessions.expiresAt(session) / 1000),
    iat: issuedAt,
    nbf: issuedAt,
  };
}

function describeRefreshToken(
  request: OauthRequest,
  token: string,
  clientId: string,
): Record<string, unknown> | undefined {
  const { wire } = request;
  const refreshToken = wire.refreshTokens.find(token);
  if (!refreshToken || refreshToken.clientId !== clientId) {
    return undefined;
  }
  return {
    active: true,
    scope: refreshToken.scopes.join(' '),
    client_id: clientId,
    username: wire.org.store.get('User', refreshToken.userId)?.Username,
    sub: identityUrl(request, refreshToken.userId),
    token_type: 'refresh_token',
  };
}
