import { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';
import { plainText } from './classifyFailure';
import { WireError } from './WireTransport';

/** What the token endpoint gave. Secrets: never log, never answer. */
export interface IssuedToken {
  accessToken: string;
  /** From the web-server flow, and where an app rotates its refresh tokens. */
  refreshToken?: string;
  instanceUrl: string;
  /** 18 characters. */
  organizationId: string;
  /** Who logged in, 18 characters. */
  userId: string;
}

/** Reads a successful answer; throws GatewayError where it is not Salesforce's. */
export function toIssuedToken(
  token:
    | {
        access_token?: string;
        refresh_token?: string;
        instance_url?: string;
        id?: string;
      }
    | undefined,
): IssuedToken {
  const [organizationId, userId] = String(token?.id ?? '')
    .split('/')
    .slice(-2);
  const instanceUrl = String(token?.instance_url ?? '').replace(/\/+$/, '');
  if (!token?.access_token || !userId || !URL.canParse(instanceUrl)) {
    throw new GatewayError({
      failure: 'unexpected',
      message:
        'The login address answered, but not as Salesforce does. Is it the address of an org?',
      certainty: 'not_applied',
    });
  }
  return {
    accessToken: token.access_token,
    ...(token.refresh_token ? { refreshToken: token.refresh_token } : {}),
    instanceUrl,
    organizationId,
    userId,
  };
}

/** What a failed call of the token endpoint means. */
export function loginFailure(options: {
  error: unknown;
  statusCode: number | undefined;
}): GatewayError {
  const { error, statusCode } = options;
  if (error instanceof WireError && error.reason === 'redirected') {
    return new GatewayError({
      failure: 'unexpected',
      message: `The login address of the org sends the login on to ${error.code}. If that is the org, connect it with that address`,
      certainty: 'not_applied',
    });
  }
  if (error instanceof WireError) {
    return new GatewayError({
      failure: error.reason === 'timeout' ? 'timeout' : 'unreachable',
      message: 'The login address of the org could not be reached',
      certainty: 'not_applied',
      details: error.code,
    });
  }
  if (statusCode === undefined) {
    return new GatewayError({
      failure: 'credentials_refused',
      message: 'The private key of the connection cannot be used',
      certainty: 'not_applied',
      salesforceCode: 'invalid_private_key',
    });
  }
  const { name, message } = error instanceof Error ? error : new Error();
  if (statusCode >= 500) {
    return new GatewayError({
      failure: 'unavailable',
      message: 'Salesforce is not available for logins at the moment',
      certainty: 'not_applied',
    });
  }
  if (name.startsWith('ERROR_HTTP_')) {
    return new GatewayError({
      failure: 'unexpected',
      message:
        'The login address answered, but not as Salesforce does. Is it the address of an org?',
      certainty: 'not_applied',
      salesforceCode: name,
    });
  }
  return new GatewayError({
    failure: 'credentials_refused',
    message: 'Salesforce refused the login of this connection',
    certainty: 'not_applied',
    salesforceCode: name,
    details: plainText(message),
  });
}
