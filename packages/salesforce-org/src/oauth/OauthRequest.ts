import type { WireServices } from '../http/WireServices';
import type { LoginFacts } from './Session';

/** A call of an OAuth endpoint, parsed. */
export interface OauthRequest {
  readonly wire: WireServices;
  /** Fields of the form, or of the query where there is no form. */
  readonly form: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Scheme and host as the caller knows this org, no slash at the end. */
  readonly instanceUrl: string;
  readonly sourceIp: string;
}

/** How a login through this request enters the books. */
export function loginFacts(
  request: OauthRequest,
  options: { loginType: string; application: string; apiVersion?: string },
): LoginFacts {
  return {
    ...options,
    sourceIp: request.sourceIp,
    loginUrl: new URL(request.instanceUrl).host,
  };
}

/**
 * Whether the caller went to login.salesforce.com or test.salesforce.com and
 * not to the org's My Domain.
 */
export function isLoginHost(request: OauthRequest): boolean {
  return (
    request.wire.org.switches.actAsLoginHost ||
    /^(login|test)\./.test(new URL(request.instanceUrl).hostname)
  );
}

/** The token of an Authorization header with this scheme, if it is one. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(header ?? '')?.[1];
}
