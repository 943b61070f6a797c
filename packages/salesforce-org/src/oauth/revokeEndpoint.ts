import { OauthError } from './OauthError';
import type { OauthRequest } from './OauthRequest';

/**
 * `/services/oauth2/revoke`. A refresh token takes its sessions along; an
 * access token ends only itself. A DeleteToken of an OauthToken row counts as
 * the refresh token.
 *
 * @throws OauthError invalid_token
 */
export function revokeEndpoint(request: OauthRequest): void {
  const { wire, form } = request;
  const token = form.get('token') ?? '';
  if (wire.sessions.end(token)) {
    return;
  }
  const revoked = token ? wire.refreshTokens.revoke(token) : undefined;
  if (!revoked) {
    throw new OauthError({
      error: 'invalid_token',
      description: 'invalid token',
    });
  }
  if (revoked !== 'rowOnly') {
    wire.sessions.endAllOf(revoked.token);
  }
}
