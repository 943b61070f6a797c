import { authenticateApp } from '../authenticateApp';
import { baseFields, openOauthSession, signedFields } from '../issueTokens';
import { checkUserMayLogIn, withLoginHistory } from '../loginChecks';
import { invalidGrant, missingParameter } from '../OauthError';
import type { OauthRequest } from '../OauthRequest';
import { idTokenField } from './authorizationCodeGrant';

/**
 * A new access token for a refresh token. A revoked or expired one must fail
 * here: if it failed as a 401 later, clients would ask again without end.
 */
export async function refreshTokenGrant(
  request: OauthRequest,
): Promise<Record<string, unknown>> {
  const { wire, form } = request;
  const app = authenticateApp(request, {
    flow: 'refreshToken',
    secret: 'ifGiven',
  });
  const text = form.get('refresh_token');
  if (!text) {
    throw missingParameter('refresh_token');
  }
  const refreshToken = wire.refreshTokens.find(text);
  const user = refreshToken && wire.org.store.get('User', refreshToken.userId);
  if (
    !refreshToken ||
    refreshToken.clientId !== app.clientId ||
    user?.IsActive !== true
  ) {
    throw invalidGrant('expired access/refresh token');
  }
  withLoginHistory(request, { user, app }, () =>
    checkUserMayLogIn(wire, { user, app, sourceIp: request.sourceIp }),
  );
  const rotated = app.refreshTokenRotation
    ? wire.refreshTokens.rotate(refreshToken, app.name)
    : undefined;
  if (!rotated) {
    wire.refreshTokens.recordUse(refreshToken);
  }
  const session = openOauthSession(request, {
    user,
    app,
    scopes: refreshToken.scopes,
    refreshToken: (rotated ?? refreshToken).token,
  });
  return {
    ...baseFields(request, session),
    ...signedFields(request, app, session),
    scope: refreshToken.scopes.join(' '),
    ...(rotated ? { refresh_token: rotated.token } : {}),
    ...(await idTokenField(request, app, session)),
  };
}
