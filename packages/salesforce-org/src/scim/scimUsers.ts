import { isSalesforceError } from '../core/SalesforceError';
import type { CallContext, FieldInput } from '../core/types';
import { jsonAnswer, type ApiAnswer } from '../http/ApiCall';
import { isJsonObject, type JsonObject } from '../http/RequestBody';
import type { WireServices } from '../http/WireServices';
import type { WireRequest } from '../http/wireRequest';
import { platformCliApp } from '../oauth/ConnectedApp';

const ERROR_SCHEMA = 'urn:scim:schemas:core:1.0';

/**
 * `POST /services/scim/v1/Users`, which the sf CLI creates users with: with
 * the header `auto-approve-user` the answer carries a refresh token of the
 * new user in the header of the same name.
 */
export function createScimUser(
  wire: WireServices,
  ctx: CallContext,
  request: WireRequest,
): ApiAnswer {
  try {
    const fields = userFields(wire, request.body.object());
    const id = wire.org.dml.insert(ctx, 'User', fields);
    return jsonAnswer(
      {
        schemas: [ERROR_SCHEMA],
        id,
        userName: fields.Username,
        nickName: fields.CommunityNickname ?? null,
        active: true,
        meta: {
          location: `${request.instanceUrl}/services/scim/v1/Users/${id}`,
        },
      },
      { status: 201, headers: approvalHeader(wire, request, id) },
    );
  } catch (error) {
    if (!isSalesforceError(error)) {
      throw error;
    }
    return jsonAnswer(
      {
        Errors: error.entries.map(({ message, errorCode }) => ({
          code: error.httpStatus,
          description: `${errorCode}: ${message}`,
        })),
      },
      { status: error.httpStatus },
    );
  }
}

function userFields(wire: WireServices, body: JsonObject): FieldInput {
  const email = firstValue(body.emails);
  const name = isJsonObject(body.name) ? body.name : {};
  const username = String(body.userName ?? body.username ?? '');
  return {
    Username: username,
    Email: email,
    LastName: String(name.familyName ?? ''),
    ...(typeof name.givenName === 'string'
      ? { FirstName: name.givenName }
      : {}),
    ...(typeof body.nickName === 'string'
      ? { CommunityNickname: body.nickName }
      : {}),
    ProfileId: firstValue(body.entitlements),
    Alias: (username.split('@')[0] || 'user').slice(0, 8),
    TimeZoneSidKey: organizationDefault(wire, 'TimeZoneSidKey', 'UTC'),
    LocaleSidKey: organizationDefault(wire, 'DefaultLocaleSidKey', 'en_US'),
    LanguageLocaleKey: organizationDefault(wire, 'LanguageLocaleKey', 'en_US'),
    EmailEncodingKey: 'UTF-8',
    IsActive: true,
  };
}

function firstValue(list: unknown): string {
  const [first] = Array.isArray(list) ? list : [];
  return isJsonObject(first) ? String(first.value ?? '') : '';
}

function organizationDefault(
  wire: WireServices,
  field: string,
  fallback: string,
): string {
  const { store, organizationId } = wire.org;
  const value = store.get('Organization', organizationId)?.[field];
  return typeof value === 'string' ? value : fallback;
}

function approvalHeader(
  wire: WireServices,
  request: WireRequest,
  userId: string,
): Record<string, string> {
  const app = wire.connectedApps.get(platformCliApp.clientId);
  if (request.headers['auto-approve-user'] !== 'true' || !app) {
    return {};
  }
  wire.connectedApps.approve(app, userId);
  const { token } = wire.refreshTokens.issue({
    userId,
    clientId: app.clientId,
    appName: app.name,
    scopes: app.scopes,
  });
  return { 'auto-approve-user': token };
}
