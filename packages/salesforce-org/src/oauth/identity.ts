import type { Row } from '../core/types';
import type { WireServices } from '../http/WireServices';
import { identityUrl, serviceUrls } from './identityUrls';

interface IdentityRequest {
  readonly wire: WireServices;
  readonly instanceUrl: string;
}

/** `GET /services/oauth2/userinfo`. Ids are 18 characters long. */
export function userInfo(
  request: IdentityRequest,
  user: Row,
): Record<string, unknown> {
  const { wire, instanceUrl } = request;
  const url = identityUrl(request, user.Id);
  return {
    sub: url,
    user_id: user.Id,
    organization_id: wire.org.organizationId,
    preferred_username: user.Username,
    nickname: user.CommunityNickname ?? null,
    name: user.Name ?? fullName(user),
    email: user.Email,
    email_verified: true,
    given_name: user.FirstName ?? null,
    family_name: user.LastName,
    zoneinfo: user.TimeZoneSidKey,
    photos: photos(instanceUrl),
    profile: `${instanceUrl}/${user.Id}`,
    picture: photos(instanceUrl).picture,
    address: { country: user.Country ?? null },
    is_salesforce_integration_user: false,
    urls: serviceUrls(request, user.Id),
    active: user.IsActive === true,
    user_type: 'STANDARD',
    language: user.LanguageLocaleKey,
    locale: user.LocaleSidKey,
    utcOffset: utcOffset(wire, user),
    updated_at: isoTime(user.LastModifiedDate),
    is_app_installed: true,
  };
}

/** The identity URL's answer. `version=latest` fills in `{version}`. */
export function identity(
  request: IdentityRequest,
  user: Row,
  version: string | null,
): Record<string, unknown> {
  const { wire, instanceUrl } = request;
  const url = identityUrl(request, user.Id);
  const urls = serviceUrls(request, user.Id);
  return {
    id: url,
    asserted_user: true,
    user_id: user.Id,
    organization_id: wire.org.organizationId,
    username: user.Username,
    nick_name: user.CommunityNickname ?? null,
    display_name: user.Name ?? fullName(user),
    email: user.Email,
    email_verified: true,
    first_name: user.FirstName ?? null,
    last_name: user.LastName,
    timezone: user.TimeZoneSidKey,
    photos: photos(instanceUrl),
    addr_street: user.Street ?? null,
    addr_city: user.City ?? null,
    addr_state: user.State ?? null,
    addr_country: user.Country ?? null,
    addr_zip: user.PostalCode ?? null,
    mobile_phone: user.MobilePhone ?? null,
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    urls: version === null ? urls : withVersion(urls, version),
    active: user.IsActive === true,
    user_type: 'STANDARD',
    language: user.LanguageLocaleKey,
    locale: user.LocaleSidKey,
    utcOffset: utcOffset(wire, user),
    last_modified_date: isoTime(user.LastModifiedDate),
  };
}

/** `/.well-known/openid-configuration`. */
export function openidConfiguration(
  instanceUrl: string,
): Record<string, unknown> {
  const oauth = `${instanceUrl}/services/oauth2`;
  return {
    issuer: instanceUrl,
    authorization_endpoint: `${oauth}/authorize`,
    token_endpoint: `${oauth}/token`,
    revocation_endpoint: `${oauth}/revoke`,
    userinfo_endpoint: `${oauth}/userinfo`,
    introspection_endpoint: `${oauth}/introspect`,
    jwks_uri: `${instanceUrl}/id/keys`,
    scopes_supported: [
      'api',
      'full',
      'id',
      'offline_access',
      'openid',
      'profile',
      'email',
      'refresh_token',
      'web',
    ],
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'client_secret_basic',
    ],
  };
}

function withVersion(
  urls: Record<string, string>,
  version: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(urls).map(([name, url]) => [
      name,
      url.replace('{version}', version),
    ]),
  );
}

function fullName(user: Row): string {
  return [user.FirstName, user.LastName].filter(Boolean).join(' ');
}

function photos(instanceUrl: string): { picture: string; thumbnail: string } {
  return {
    picture: `${instanceUrl}/profilephoto/005/F`,
    thumbnail: `${instanceUrl}/profilephoto/005/T`,
  };
}

/** Milliseconds, without daylight saving: as Salesforce gives it. */
function utcOffset(wire: WireServices, user: Row): number {
  const january = new Date(wire.org.clock.now());
  january.setUTCMonth(0, 1);
  const zone = String(user.TimeZoneSidKey ?? 'UTC');
  const name = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  })
    .formatToParts(january)
    .find(part => part.type === 'timeZoneName')?.value;
  const offset = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '');
  if (!offset) {
    return 0;
  }
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return (offset[1] === '-' ? -1 : 1) * minutes * 60_000;
}

function isoTime(value: unknown): string | null {
  return typeof value === 'string' ? value.replace('+0000', 'Z') : null;
}
