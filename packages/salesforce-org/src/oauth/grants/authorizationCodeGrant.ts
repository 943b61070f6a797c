import { createHash } from 'node:crypto';
import { authenticateApp } from '../authenticateApp';
import type { ConnectedApp } from '../ConnectedApp';
import { identityUrl } from '../identityUrls';
import { baseFields, openOauthSession, signedFields } from '../issueTokens';
import {
  checkUserIsActive,
  checkUserMayLogIn,
  withLoginHistory,
} from '../loginChecks';
import { invalidGrant, missingParameter, OauthError } from '../OauthError';
import type { OauthRequest } from '../OauthRequest';
import type { Session } from '../Session';

/** Redeems the code that the authorize page handed out. */
export async function authorizationCodeGrant(
  request: OauthRequest,
): Promise<Record<string, unknown>> {
  const { wire, form } = request;
  const app = authenticateApp(request, {
    flow: 'authorizationCode',
    secret: 'ifGiven',
  });
  const code = form.get('code');
  if (!code) {
    throw missingParameter('code');
  }
  const grant = wire.authorizationCodes.redeem(code);
  if (!grant || grant.clientId !== app.clientId) {
    throw invalidGrant('expired authorization code');
  }
  if (form.get('redirect_uri') !== grant.redirectUri) {
    throw new OauthError({
      error: 'redirect_uri_mismatch',
      description: 'redirect_uri must match configuration',
    });
  }
  checkProofKey(grant.codeChallenge, form.get('code_verifier'));
  const user = wire.org.store.get('User', grant.userId);
  if (!user) {
    throw invalidGrant('expired authorization code');
  }
  withLoginHistory(request, { user, app }, () => {
    checkUserIsActive(user);
    checkUserMayLogIn(wire, { user, app, sourceIp: request.sourceIp });
  });
  const refreshToken = offersRefresh(app, grant.scopes)
    ? wire.refreshTokens.issue({
        userId: user.Id,
        clientId: app.clientId,
        appName: app.name,
        scopes: grant.scopes,
      }).token
    : null;
  const session = openOauthSession(request, {
    user,
    app,
    scopes: grant.scopes,
    refreshToken,
  });
  return {
    ...baseFields(request, session),
    ...signedFields(request, app, session),
    scope: grant.scopes.join(' '),
    ...(refreshToken ? { refresh_token: refreshToken } : {}),
    ...(await idTokenField(request, app, session)),
  };
}

/** An id token for those who asked for the scope `openid`. */
export async function idTokenField(
  request: OauthRequest,
  app: ConnectedApp,
  session: Session,
): Promise<{ id_token?: string }> {
  if (!session.scopes.includes('openid')) {
    return {};
  }
  return {
    id_token: await request.wire.idTokens.issue({
      issuer: request.instanceUrl,
      subject: identityUrl(request, session.userId),
      audience: app.clientId,
      issuedAt: session.issuedAt,
      nonce: request.form.get('nonce'),
    }),
  };
}

function offersRefresh(app: ConnectedApp, scopes: readonly string[]): boolean {
  return (
    app.flows.includes('refreshToken') &&
    (scopes.includes('refresh_token') || scopes.includes('offline_access'))
  );
}

function checkProofKey(
  challenge: string | null,
  verifier: string | null,
): void {
  if (challenge === null) {
    return;
  }
  const expected = createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url');
  if (verifier === null || expected !== challenge.replace(/=+$/, '')) {
    throw invalidGrant('invalid code verifier');
  }
}
