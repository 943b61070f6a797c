import type { CallContext, Row } from '../core/types';
import type { WireServices } from '../http/WireServices';
import type { ConnectedApp } from './ConnectedApp';
import { invalidGrant, OauthError } from './OauthError';
import { isFrozen } from './findUser';
import { loginFacts, type OauthRequest } from './OauthRequest';

/** The context in which a user's own permissions are asked about. */
export function contextOf(userId: string): CallContext {
  return { userId, apiVersion: '63.0' };
}

/** @throws OauthError inactive_org */
export function checkOrgIsOpen(wire: WireServices): void {
  if (wire.org.switches.orgStatus === 'closed') {
    throw new OauthError({
      error: 'inactive_org',
      description: 'org locked, closed or suspended',
    });
  }
}

/**
 * Apps that nobody installed cannot be used since September 2025, except by
 * those who may approve them and those who had approved them before.
 * @throws OauthError app_not_found or invalid_client
 */
export function checkAppIsInstalled(
  wire: WireServices,
  app: ConnectedApp,
  userId: string,
): void {
  if (app.installed) {
    return;
  }
  if (app.kind === 'externalClientApp') {
    throw new OauthError({
      error: 'app_not_found',
      description: 'External client app is not installed in this org',
    });
  }
  const { org, connectedApps } = wire;
  const mayUse =
    !org.switches.uninstalledAppsBlocked ||
    connectedApps.hasApproved(app, userId) ||
    ['ApproveUninstalledConnectedApps', 'UseAnyApiClient'].some(permission =>
      org.access.hasSystemPermission(contextOf(userId), permission),
    );
  if (!mayUse) {
    throw new OauthError({
      error: 'invalid_client',
      description: 'app must be installed into org',
    });
  }
}

/** @throws OauthError for frozen users and for addresses not allowed */
export function checkUserMayLogIn(
  wire: WireServices,
  options: { user: Row; app: ConnectedApp | null; sourceIp: string },
): void {
  const { user, app, sourceIp } = options;
  if (isFrozen(wire.org, user.Id)) {
    throw invalidGrant(
      wire.org.switches.frozenUserOauthDescription,
      'User is Frozen',
    );
  }
  if (
    app &&
    app.allowedAddresses !== null &&
    !app.allowedAddresses.includes(sourceIp)
  ) {
    throw invalidGrant('ip restricted', 'Restricted IP');
  }
  if (wire.loginBook.isTooFast(user.Id)) {
    throw new OauthError({
      error: 'rate_limit_exceeded',
      description: 'login rate exceeded',
      loginStatus: 'Login Rate Exceeded',
    });
  }
}

/** @throws OauthError invalid_app_access */
export function checkAdminApproval(
  wire: WireServices,
  app: ConnectedApp,
  userId: string,
): void {
  if (
    app.adminApprovedOnly &&
    !wire.connectedApps.isAdminApproved(app, userId)
  ) {
    throw new OauthError({
      error: 'invalid_app_access',
      description: 'user is not admin approved to access this app',
      loginStatus: 'Not admin approved',
    });
  }
}

/** @throws OauthError inactive_user */
export function checkUserIsActive(user: Row): void {
  if (user.IsActive !== true) {
    throw new OauthError({
      error: 'inactive_user',
      description: 'user is inactive',
      loginStatus: 'User is Inactive',
    });
  }
}

/**
 * Runs the checks of a login; a refusal that LoginHistory knows of is entered
 * there before it goes out.
 */
export function withLoginHistory(
  request: OauthRequest,
  login: { user: Row; app: ConnectedApp },
  checks: () => void,
): void {
  try {
    checks();
  } catch (error) {
    if (error instanceof OauthError && error.loginStatus) {
      request.wire.loginBook.recordFailure(
        login.user,
        loginFacts(request, {
          loginType: 'Remote Access 2.0',
          application: login.app.name,
        }),
        error.loginStatus,
      );
    }
    throw error;
  }
}
