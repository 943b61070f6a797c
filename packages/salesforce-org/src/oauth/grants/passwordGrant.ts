import { authenticateApp } from '../authenticateApp';
import type { ConnectedApp } from '../ConnectedApp';
import { findUserByUsername } from '../findUser';
import { baseFields, openOauthSession, signedFields } from '../issueTokens';
import type { WireServices } from '../../http/WireServices';
import {
  checkAdminApproval,
  checkAppIsInstalled,
  checkUserMayLogIn,
  withLoginHistory,
} from '../loginChecks';
import { invalidGrant, missingParameter, type OauthError } from '../OauthError';
import { loginFacts, type OauthRequest } from '../OauthRequest';
import { verifyPassword, type PasswordVerdict } from '../verifyPassword';

/**
 * Username and password. A flow that is switched off, a wrong password, a
 * missing security token and a locked user all get the same answer; only
 * LoginHistory tells them apart.
 */
export function passwordGrant(request: OauthRequest): Record<string, unknown> {
  const { wire, form } = request;
  const app = authenticateApp(request, {
    flow: 'password',
    secret: 'required',
  });
  const username = form.get('username');
  const password = form.get('password');
  if (!username) {
    throw missingParameter('username');
  }
  if (!password) {
    throw missingParameter('password');
  }
  const verdict = passwordVerdict(wire, { username, password });
  if (!verdict.ok) {
    throw refuse(request, app, verdict);
  }
  const { user } = verdict;
  withLoginHistory(request, { user, app }, () => {
    checkAppIsInstalled(wire, app, user.Id);
    checkAdminApproval(wire, app, user.Id);
    checkUserMayLogIn(wire, { user, app, sourceIp: request.sourceIp });
  });
  const session = openOauthSession(request, { user, app, scopes: app.scopes });
  return {
    ...baseFields(request, session),
    ...signedFields(request, app, session),
  };
}

function passwordVerdict(
  wire: WireServices,
  credentials: { username: string; password: string },
): PasswordVerdict {
  const { org } = wire;
  return org.switches.passwordFlow
    ? verifyPassword(wire, credentials, {
        tokenRequired: org.switches.securityTokenRequired,
      })
    : {
        ok: false,
        reason: 'Failed: Username-Password Flow Disabled',
        user: findUserByUsername(org, credentials.username),
      };
}

function refuse(
  request: OauthRequest,
  app: ConnectedApp,
  verdict: PasswordVerdict & { ok: false },
): OauthError {
  const { org, loginBook } = request.wire;
  if (verdict.user) {
    loginBook.recordFailure(
      verdict.user,
      loginFacts(request, {
        loginType: 'Remote Access 2.0',
        application: app.name,
      }),
      verdict.reason,
    );
  }
  if (verdict.reason === 'User is Frozen') {
    return invalidGrant(org.switches.frozenUserOauthDescription);
  }
  return invalidGrant(
    org.switches.passwordFlowError === 'uniform'
      ? 'authentication failure'
      : `authentication failure - ${verdict.reason}`,
  );
}
