import { createHmac } from 'node:crypto';
import type { Row } from '../core/types';
import type { ConnectedApp } from './ConnectedApp';
import { identityUrl } from './identityUrls';
import { loginFacts, type OauthRequest } from './OauthRequest';
import type { Session } from './Session';

/** Opens a session for a user who has passed every check. */
export function openOauthSession(
  request: OauthRequest,
  options: {
    user: Row;
    app: ConnectedApp;
    scopes: readonly string[];
    refreshToken?: string | null;
  },
): Session {
  const { wire } = request;
  const { user, app } = options;
  const login = loginFacts(request, {
    loginType: 'Remote Access 2.0',
    application: app.name,
  });
  return wire.sessions.open({
    userId: user.Id,
    clientId: app.clientId,
    clientName: app.name,
    scopes: options.scopes,
    refreshToken: options.refreshToken,
    login,
    loginHistoryId: wire.loginBook.recordSuccess(user, login),
  });
}

/** Fields that every flow answers with. */
export function baseFields(
  request: OauthRequest,
  session: Session,
): Record<string, string> {
  return {
    access_token: session.token,
    instance_url: request.instanceUrl,
    id: identityUrl(request, session.userId),
    token_type: 'Bearer',
  };
}

/** `issued_at` is a text of milliseconds, signed with the secret. */
export function signedFields(
  request: OauthRequest,
  app: ConnectedApp,
  session: Session,
): Record<string, string> {
  const issuedAt = String(session.issuedAt);
  return {
    issued_at: issuedAt,
    signature: createHmac('sha256', app.clientSecret ?? '')
      .update(identityUrl(request, session.userId) + issuedAt)
      .digest('base64'),
  };
}
