import { SalesforceError } from '../core/SalesforceError';
import type { CallContext } from '../core/types';
import { bearerToken } from '../oauth/OauthRequest';
import type { Session } from '../oauth/Session';
import { invalidSessionError } from './errorAnswers';
import type { WireServices } from './WireServices';

type Headers = Readonly<Record<string, string | undefined>>;

const NOT_FOR_REST = 'This session is not valid for use with the REST API';

/**
 * The session of a call. What is refused for good must not look like a
 * session that ran out: clients would log in and try again without end.
 *
 * @throws 401 and 403
 */
export function authenticate(wire: WireServices, headers: Headers): Session {
  const { authorization } = headers;
  if (authorization === undefined) {
    throw invalidSessionError();
  }
  const token = bearerToken(authorization);
  if (token === undefined) {
    throw new SalesforceError({
      httpStatus: 401,
      errorCode: 'INVALID_AUTH_HEADER',
      message: 'INVALID_HEADER_TYPE',
    });
  }
  const session = wire.sessions.use(token);
  if (!session || wire.org.switches.orgStatus === 'closed') {
    throw invalidSessionError();
  }
  checkScopes(wire, session);
  return session;
}

function checkScopes(wire: WireServices, session: Session): void {
  const hasScope = ['api', 'full'].some(scope =>
    session.scopes.includes(scope),
  );
  const app =
    session.clientId === null
      ? undefined
      : wire.connectedApps.get(session.clientId);
  const blocked =
    wire.org.switches.apiAccessControl && app !== undefined && !app.allowListed;
  if (!hasScope || blocked) {
    throw invalidSessionError(NOT_FOR_REST);
  }
}

/**
 * The org may have no API, or the user; both usually get the same body.
 * @throws 403 API_DISABLED_FOR_ORG or API_CURRENTLY_DISABLED
 */
export function checkApiEnabled(wire: WireServices, ctx: CallContext): void {
  const { access, switches } = wire.org;
  const userMay = access.hasSystemPermission(ctx, 'ApiEnabled');
  if (switches.apiEnabled && userMay) {
    return;
  }
  const errorCode = switches.apiEnabled
    ? switches.userWithoutApiErrorCode
    : 'API_DISABLED_FOR_ORG';
  throw new SalesforceError({
    httpStatus: 403,
    errorCode,
    message:
      errorCode === 'API_DISABLED_FOR_ORG'
        ? 'The REST API is not enabled for this Organization.'
        : 'API is disabled for this User',
  });
}

/** Who calls and how, from the session and the Sforce headers. */
export function callContext(options: {
  session: Session;
  headers: Headers;
  apiVersion: string;
  tooling: boolean;
}): CallContext {
  const { session, headers, apiVersion, tooling } = options;
  const client = /client\s*=\s*([^,]*)/i.exec(
    headers['sforce-call-options'] ?? '',
  )?.[1];
  return {
    userId: session.userId,
    apiVersion,
    clientName: client?.trim() || (session.clientName ?? undefined),
    tooling,
    sessionId: session.authSessionId,
    autoAssign: !/^false$/i.test(headers['sforce-auto-assign'] ?? ''),
    allowDuplicates: /allowSave\s*=\s*true/i.test(
      headers['sforce-duplicate-rule-header'] ?? '',
    ),
  };
}
