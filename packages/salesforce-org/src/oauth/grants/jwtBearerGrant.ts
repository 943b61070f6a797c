import { createPublicKey, type KeyObject } from 'node:crypto';
import { compactVerify, decodeJwt, type JWTPayload } from 'jose';
import { requireApp, requireFlow } from '../authenticateApp';
import type { ConnectedApp } from '../ConnectedApp';
import { findUserByUsername } from '../findUser';
import { baseFields, openOauthSession } from '../issueTokens';
import {
  checkAdminApproval,
  checkAppIsInstalled,
  checkUserIsActive,
  checkUserMayLogIn,
  withLoginHistory,
} from '../loginChecks';
import { invalidGrant, missingParameter } from '../OauthError';
import type { OauthRequest } from '../OauthRequest';

const NOT_APPROVED = "user hasn't approved this consumer";

/** An assertion signed with the app's key says whom it acts as. */
export async function jwtBearerGrant(
  request: OauthRequest,
): Promise<Record<string, unknown>> {
  const { wire } = request;
  const assertion = request.form.get('assertion');
  if (!assertion) {
    throw missingParameter('assertion');
  }
  const claims = readClaims(assertion);
  const app = requireApp(request, String(claims.iss ?? ''));
  requireFlow(app, 'jwtBearer');
  await verifySignature(assertion, app);
  checkAudience(request, claims);
  checkExpiry(request, claims);
  const user = findUserByUsername(wire.org, String(claims.sub ?? ''));
  if (!user) {
    throw invalidGrant(NOT_APPROVED);
  }
  withLoginHistory(request, { user, app }, () => {
    checkAppIsInstalled(wire, app, user.Id);
    checkUserIsActive(user);
    checkAdminApproval(wire, app, user.Id);
    if (
      !app.adminApprovedOnly &&
      !wire.connectedApps.hasApproved(app, user.Id)
    ) {
      throw invalidGrant(NOT_APPROVED);
    }
    checkUserMayLogIn(wire, { user, app, sourceIp: request.sourceIp });
  });
  const scopes = app.scopes.filter(scope => scope !== 'refresh_token');
  const session = openOauthSession(request, { user, app, scopes });
  return { ...baseFields(request, session), scope: scopes.join(' ') };
}

function readClaims(assertion: string): JWTPayload {
  try {
    return decodeJwt(assertion);
  } catch {
    throw invalidGrant('invalid assertion');
  }
}

async function verifySignature(
  assertion: string,
  app: ConnectedApp,
): Promise<void> {
  if (app.certificate === null) {
    throw invalidGrant('invalid assertion');
  }
  let key: KeyObject;
  try {
    key = createPublicKey(app.certificate);
    await compactVerify(assertion, key, { algorithms: ['RS256'] });
  } catch {
    throw invalidGrant('invalid assertion');
  }
}

/** Slashes at the end do not count: the sf CLI sends them. */
function checkAudience(request: OauthRequest, claims: JWTPayload): void {
  const given = [claims.aud ?? []].flat().map(trimSlashes);
  const accepted = [
    'https://login.salesforce.com',
    'https://test.salesforce.com',
    request.instanceUrl,
    `${request.instanceUrl}/services/oauth2/token`,
  ].map(trimSlashes);
  if (!given.some(audience => accepted.includes(audience))) {
    throw invalidGrant('audience is invalid');
  }
}

function trimSlashes(url: string): string {
  return url.replace(/\/+$/, '');
}

/**
 * Only a time in the past is refused. The sf CLI sends milliseconds, which
 * reads as the year 58000, and other clients send a text: both are accepted.
 */
function checkExpiry(request: OauthRequest, claims: JWTPayload): void {
  const expiry = Number(claims.exp);
  if (!Number.isFinite(expiry)) {
    throw invalidGrant('invalid assertion');
  }
  if (expiry * 1000 <= request.wire.org.clock.now()) {
    throw invalidGrant('assertion has expired');
  }
}
