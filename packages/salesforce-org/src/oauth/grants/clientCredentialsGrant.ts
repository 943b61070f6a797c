import { authenticateApp } from '../authenticateApp';
import { findUserByUsername } from '../findUser';
import { baseFields, openOauthSession, signedFields } from '../issueTokens';
import {
  checkAppIsInstalled,
  checkUserIsActive,
  checkUserMayLogIn,
  withLoginHistory,
} from '../loginChecks';
import { invalidGrant } from '../OauthError';
import { isLoginHost, type OauthRequest } from '../OauthRequest';

/** Scopes that a session without a person cannot have. */
const UNUSABLE_SCOPES = ['full', 'refresh_token', 'offline_access'];

/** The app itself logs in, as its Run As user, at the My Domain only. */
export function clientCredentialsGrant(
  request: OauthRequest,
): Record<string, unknown> {
  const { wire } = request;
  if (isLoginHost(request)) {
    throw invalidGrant('request not supported on this domain');
  }
  const app = authenticateApp(request, {
    flow: 'clientCredentials',
    secret: 'required',
  });
  const user = app.runAs ? findUserByUsername(wire.org, app.runAs) : undefined;
  if (!user) {
    throw invalidGrant('no client credentials user enabled');
  }
  const scopes = app.scopes.filter(scope => !UNUSABLE_SCOPES.includes(scope));
  if (scopes.length === 0) {
    throw invalidGrant('no valid scopes defined');
  }
  withLoginHistory(request, { user, app }, () => {
    checkAppIsInstalled(wire, app, user.Id);
    checkUserIsActive(user);
    checkUserMayLogIn(wire, { user, app, sourceIp: request.sourceIp });
  });
  const session = openOauthSession(request, { user, app, scopes });
  return {
    ...baseFields(request, session),
    ...signedFields(request, app, session),
    scope: scopes.join(' '),
    api_instance_url: request.instanceUrl,
  };
}
