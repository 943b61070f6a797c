import type { Row } from '../core/types';
import { requireApp } from './authenticateApp';
import type { ConnectedApp } from './ConnectedApp';
import {
  checkAdminApproval,
  checkAppIsInstalled,
  checkOrgIsOpen,
} from './loginChecks';
import { OauthError } from './OauthError';
import { loginFacts, type OauthRequest } from './OauthRequest';
import { consentPage, loginPage, refusalPage } from './authorizePages';
import { verifyPassword } from './verifyPassword';

/** On the way back through a browser some errors have names of their own. */
const browserErrors = new Map([
  ['invalid_app_access', 'OAUTH_APP_ACCESS_DENIED'],
  ['app_not_found', 'OAUTH_EC_APP_NOT_FOUND'],
]);

/** A page to show, or the way back to the app. */
export type AuthorizeAnswer =
  | { readonly kind: 'page'; readonly status: number; readonly html: string }
  | { readonly kind: 'redirect'; readonly location: string };

/**
 * `/services/oauth2/authorize`: log in, allow, and go back with a code. The
 * form fields of each step come along in the next, so nothing is kept between
 * them. Without a browser, one POST with `username`, `password` and
 * `decision=allow` next to the usual parameters does it all.
 */
export function authorizeEndpoint(request: OauthRequest): AuthorizeAnswer {
  let app: ConnectedApp;
  try {
    checkOrgIsOpen(request.wire);
    app = requireApp(request, request.form.get('client_id') ?? '');
    checkRedirectUri(request, app);
  } catch (error) {
    return refused(error);
  }
  try {
    checkRequest(request, app);
    return decide(request, app);
  } catch (error) {
    if (error instanceof OauthError) {
      return redirect(request, {
        error: browserErrors.get(error.error) ?? error.error,
        error_description: error.description,
      });
    }
    throw error;
  }
}

function decide(request: OauthRequest, app: ConnectedApp): AuthorizeAnswer {
  const { wire, form } = request;
  if (form.get('decision') === 'deny') {
    throw new OauthError({
      error: 'access_denied',
      description: 'end-user denied authorization',
    });
  }
  const login = logIn(request, app);
  if (login !== 'required' && login !== 'failed') {
    const user = login;
    checkAppIsInstalled(wire, app, user.Id);
    checkAdminApproval(wire, app, user.Id);
    return isAllowed(request, app, user.Id)
      ? goBackWithCode(request, app, user.Id)
      : shown(consentPage({ request, app, user }));
  }
  return shown(loginPage({ request, app, failed: login === 'failed' }));
}

/** By the ticket of the step before, or by username and password. */
function logIn(
  request: OauthRequest,
  app: ConnectedApp,
): Row | 'required' | 'failed' {
  const { wire, form } = request;
  const ticket = form.get('ticket');
  const userId =
    ticket === null ? undefined : wire.authorizationCodes.redeemTicket(ticket);
  if (userId) {
    return wire.org.store.get('User', userId) ?? 'required';
  }
  const username = form.get('username');
  const password = form.get('password');
  if (username === null || password === null) {
    return 'required';
  }
  const verdict = verifyPassword(
    wire,
    { username, password },
    { tokenRequired: false },
  );
  if (verdict.ok) {
    return verdict.user;
  }
  if (verdict.user) {
    wire.loginBook.recordFailure(
      verdict.user,
      loginFacts(request, {
        loginType: 'Remote Access 2.0',
        application: app.name,
      }),
      verdict.reason,
    );
  }
  return 'failed';
}

function isAllowed(
  request: OauthRequest,
  app: ConnectedApp,
  userId: string,
): boolean {
  const { wire, form } = request;
  return (
    form.get('decision') === 'allow' ||
    app.adminApprovedOnly ||
    (wire.connectedApps.hasApproved(app, userId) &&
      !(form.get('prompt') ?? '').includes('consent'))
  );
}

function goBackWithCode(
  request: OauthRequest,
  app: ConnectedApp,
  userId: string,
): AuthorizeAnswer {
  const { wire, form } = request;
  wire.connectedApps.approve(app, userId);
  return redirect(request, {
    code: wire.authorizationCodes.issue({
      userId,
      clientId: app.clientId,
      redirectUri: form.get('redirect_uri') ?? '',
      scopes: grantedScopes(app, form.get('scope')),
      codeChallenge: form.get('code_challenge'),
    }),
  });
}

/** Without a redirect URI that fits there is no way back: a page says so. */
function checkRedirectUri(request: OauthRequest, app: ConnectedApp): void {
  if (!app.redirectUris.includes(request.form.get('redirect_uri') ?? '')) {
    throw new OauthError({
      error: 'redirect_uri_mismatch',
      description: 'redirect_uri must match configuration',
    });
  }
}

function checkRequest(request: OauthRequest, app: ConnectedApp): void {
  const { form } = request;
  if (
    form.get('response_type') !== 'code' ||
    !app.flows.includes('authorizationCode')
  ) {
    throw new OauthError({
      error: 'unsupported_response_type',
      description: 'response type not supported',
    });
  }
  if (app.requireProofKey && !form.get('code_challenge')) {
    throw new OauthError({
      error: 'invalid_request',
      description: 'missing required code challenge',
    });
  }
}

/** What was asked for and the app may have; everything when nothing asked. */
function grantedScopes(app: ConnectedApp, scope: string | null): string[] {
  const asked = (scope ?? '').split(/\s+/).filter(Boolean);
  return asked.length === 0
    ? [...app.scopes]
    : asked.filter(
        name => app.scopes.includes(name) || app.scopes.includes('full'),
      );
}

function redirect(
  request: OauthRequest,
  parameters: Record<string, string>,
): AuthorizeAnswer {
  const location = new URL(request.form.get('redirect_uri') ?? '');
  const state = request.form.get('state');
  for (const [name, value] of Object.entries(parameters)) {
    location.searchParams.set(name, value);
  }
  if (state !== null) {
    location.searchParams.set('state', state);
  }
  return { kind: 'redirect', location: location.toString() };
}

function shown(html: string): AuthorizeAnswer {
  return { kind: 'page', status: 200, html };
}

function refused(error: unknown): AuthorizeAnswer {
  if (error instanceof OauthError) {
    return { kind: 'page', status: 400, html: refusalPage(error) };
  }
  throw error;
}
