import { unsupportedGrantType } from './authenticateApp';
import { authorizationCodeGrant } from './grants/authorizationCodeGrant';
import { clientCredentialsGrant } from './grants/clientCredentialsGrant';
import { jwtBearerGrant } from './grants/jwtBearerGrant';
import { passwordGrant } from './grants/passwordGrant';
import { refreshTokenGrant } from './grants/refreshTokenGrant';
import { checkOrgIsOpen } from './loginChecks';
import type { OauthRequest } from './OauthRequest';

type Grant = (
  request: OauthRequest,
) => Record<string, unknown> | Promise<Record<string, unknown>>;

const grants = new Map<string, Grant>([
  ['password', passwordGrant],
  ['client_credentials', clientCredentialsGrant],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', jwtBearerGrant],
  ['authorization_code', authorizationCodeGrant],
  ['refresh_token', refreshTokenGrant],
]);

/**
 * `POST /services/oauth2/token`. There is no `expires_in` in any answer: how
 * long a session lives is the org's policy, and introspection tells.
 *
 * @throws OauthError
 */
export async function tokenEndpoint(
  request: OauthRequest,
): Promise<Record<string, unknown>> {
  const grant = grants.get(request.form.get('grant_type') ?? '');
  if (!grant) {
    throw unsupportedGrantType();
  }
  checkOrgIsOpen(request.wire);
  return grant(request);
}
