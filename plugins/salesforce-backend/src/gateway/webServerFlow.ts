import { createHash } from 'node:crypto';
import { OAuth2 } from 'jsforce';
import { loginFailure, toIssuedToken, type IssuedToken } from './loginAnswers';
import { WireTransport } from './WireTransport';

/** The app through which somebody logs in with a browser. */
export interface LoginApp {
  /** The org's My Domain, or login.salesforce.com; without a path. */
  loginUrl: string;
  clientId: string;
  clientSecret?: string;
}

/**
 * Enough to read as the person and to come back without them; `full` and `web`
 * would let a stolen token do more than Salesdesk ever does.
 */
const scope = 'id api refresh_token';

/** Where the browser has to go. The challenge is PKCE's, always SHA-256. */
export function authorizeUrl(options: {
  app: LoginApp;
  redirectUri: string;
  state: string;
  verifier: string;
  /** Username to begin with. */
  loginHint?: string;
}): string {
  const { app, redirectUri, state, verifier, loginHint } = options;
  const url = new URL('/services/oauth2/authorize', app.loginUrl);
  const parameters = {
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(loginHint ? { login_hint: loginHint } : {}),
  };
  for (const [name, value] of Object.entries(parameters)) {
    url.searchParams.set(name, value);
  }
  return url.toString();
}

/** Redeems a code. Throws GatewayError. */
export async function exchangeCode(options: {
  app: LoginApp;
  redirectUri: string;
  code: string;
  verifier: string;
  /** Milliseconds. */
  timeout: number;
}): Promise<IssuedToken> {
  const { app, redirectUri, code, verifier, timeout } = options;
  const transport = new WireTransport({ timeout });
  const oauth2 = new OAuth2({ ...app, redirectUri });
  oauth2._transport = transport;
  const token = await oauth2
    .requestToken(code, { code_verifier: verifier })
    .catch(error => {
      throw loginFailure({ error, statusCode: transport.answer?.statusCode });
    });
  return toIssuedToken(token);
}

/**
 * Ends a token; a refresh token takes its access tokens along. True when
 * Salesforce confirmed it, or knows the token no longer.
 */
export async function revokeToken(options: {
  loginUrl: string;
  token: string;
  /** Milliseconds. */
  timeout: number;
}): Promise<boolean> {
  const { loginUrl, token, timeout } = options;
  const transport = new WireTransport({ timeout });
  try {
    const { body } = await transport.httpRequest({
      method: 'POST',
      url: new URL('/services/oauth2/revoke', loginUrl).toString(),
      body: new URLSearchParams({ token }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    return (
      transport.answer?.statusCode === 200 ||
      String(body).includes('invalid_token')
    );
  } catch {
    return false;
  }
}
