import type { Row } from '../core/types';
import { checkUserMayLogIn, contextOf } from '../oauth/loginChecks';
import type { LoginFacts } from '../oauth/Session';
import { verifyPassword } from '../oauth/verifyPassword';
import { requiredText, type SoapCall } from './SoapCall';
import { SoapFault, type SoapValue } from './SoapFault';
import { userInfo } from './soapUserInfo';

/** login() exists from API 31.0 to 64.0. */
const LAST_LOGIN_VERSION = 64;

const INVALID_LOGIN =
  'Invalid username, password, security token; or user locked out.';

/** Answers a session whose password may have expired. */
export function soapLogin(call: SoapCall): SoapValue {
  const { wire } = call;
  checkLoginIsPossible(call);
  const username = requiredText(call.parameters, 'username');
  const password = requiredText(call.parameters, 'password');
  const login: LoginFacts = {
    loginType: 'Partner Product',
    sourceIp: call.sourceIp,
    application: call.clientName ?? 'N/A',
    loginUrl: new URL(call.instanceUrl).host,
    apiVersion: call.apiVersion,
  };
  const verdict = verifyPassword(
    wire,
    { username, password },
    { tokenRequired: wire.org.switches.securityTokenRequired },
  );
  if (!verdict.ok) {
    if (verdict.user) {
      wire.loginBook.recordFailure(verdict.user, login, verdict.reason);
    }
    throw verdict.reason === 'Failed: API security token required'
      ? new SoapFault(
          'LOGIN_MUST_USE_SECURITY_TOKEN',
          'Invalid username, password, security token; or user locked out. Are you at a new location? When accessing Salesforce--either via a desktop client or the API--from outside of your company’s trusted networks, you must add a security token to your password to log in.',
        )
      : new SoapFault('INVALID_LOGIN', INVALID_LOGIN);
  }
  const { user } = verdict;
  checkUserMayLogIn(wire, { user, app: null, sourceIp: call.sourceIp });
  checkApiEnabled(call, user);
  const session = wire.sessions.open({
    userId: user.Id,
    clientId: null,
    clientName: call.clientName,
    scopes: ['full'],
    login,
    loginHistoryId: wire.loginBook.recordSuccess(user, login),
  });
  const organization = wire.org.organizationId.slice(0, 15);
  const url = (kind: string) =>
    `${call.instanceUrl}/services/Soap/${kind}/${call.apiVersion}/${organization}`;
  return {
    metadataServerUrl: url('m'),
    passwordExpired: wire.passwords.isExpired(user.Id),
    sandbox: false,
    serverUrl: url('u'),
    sessionId: session.token,
    userId: user.Id,
    userInfo: userInfo(wire, user),
  };
}

function checkLoginIsPossible({ wire, apiVersion }: SoapCall): void {
  const { switches } = wire.org;
  if (Number(apiVersion) > LAST_LOGIN_VERSION) {
    throw new SoapFault(
      'UNSUPPORTED_API_VERSION',
      `The SOAP login() call is not available in API version ${apiVersion}`,
    );
  }
  if (!switches.soapLogin) {
    throw new SoapFault(
      'INVALID_OPERATION',
      'SOAP API login() is disabled by default in this org.',
    );
  }
  if (switches.orgStatus === 'closed') {
    throw new SoapFault('ORG_LOCKED', 'This organization is locked');
  }
}

function checkApiEnabled({ wire }: SoapCall, user: Row): void {
  const { access, switches } = wire.org;
  if (
    !switches.apiEnabled ||
    !access.hasSystemPermission(contextOf(user.Id), 'ApiEnabled')
  ) {
    throw new SoapFault(
      'API_DISABLED_FOR_ORG',
      'API is not enabled for this Organization or Partner',
    );
  }
}
