import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { OAuth2, type TokenResponse } from 'jsforce';
import type { OrgCredentials } from './OrgCredentials';
import type { WireTransport } from './WireTransport';

/** Salesforce asks for three to five minutes at most. */
const assertionLifetime = 180;

/**
 * Asks the token endpoint for an access token. Refusals are thrown as jsforce
 * makes them: `name` is OAuth's `error`, `message` its description.
 */
export async function requestToken(options: {
  credentials: OrgCredentials;
  transport: WireTransport;
  now: Date;
}): Promise<TokenResponse> {
  const { credentials, transport, now } = options;
  const { loginUrl } = credentials;
  switch (credentials.kind) {
    case 'username_password':
      return withTransport(
        new OAuth2({
          loginUrl,
          clientId: credentials.clientId,
          clientSecret: credentials.clientSecret,
        }),
        transport,
      ).authenticate(
        credentials.username,
        // the security token is no parameter of its own
        credentials.password + (credentials.securityToken ?? ''),
      );
    case 'client_credentials':
      return withTransport(
        new OAuth2({
          loginUrl,
          clientId: credentials.clientId,
          clientSecret: credentials.clientSecret,
        }),
        transport,
      ).requestToken({ grant_type: 'client_credentials' });
    case 'jwt_bearer':
      return withTransport(new OAuth2({ loginUrl }), transport).requestToken({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: await signAssertion({ credentials, now }),
      });
    case 'web_server':
      return withTransport(
        new OAuth2({
          loginUrl,
          clientId: credentials.clientId,
          clientSecret: credentials.clientSecret,
        }),
        transport,
      ).refreshToken(credentials.refreshToken);
    default:
      throw new Error('Unknown kind of credentials');
  }
}

function withTransport(oauth2: OAuth2, transport: WireTransport): OAuth2 {
  oauth2._transport = transport;
  return oauth2;
}

async function signAssertion(options: {
  credentials: Extract<OrgCredentials, { kind: 'jwt_bearer' }>;
  now: Date;
}): Promise<string> {
  const { credentials, now } = options;
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(credentials.clientId)
    .setSubject(credentials.username)
    .setAudience(credentials.loginUrl)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + assertionLifetime)
    .sign(createPrivateKey(credentials.privateKey));
}
