import type { CallContext } from '../core/types';
import type { RequestBody } from './RequestBody';

/**
 * One call of the REST API, taken off the wire or out of a composite request:
 * the handlers cannot tell the two apart.
 */
export interface ApiCall {
  /** Upper case; `_HttpMethod` has been applied. */
  readonly method: string;
  /** Below the version: `/sobjects/Account`. Not decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: RequestBody;
  readonly ctx: CallContext;
  /** Scheme and host as the caller knows this org, no slash at the end. */
  readonly instanceUrl: string;
  /** Where the call came from. */
  readonly sourceIp: string;
}

/** What a handler answers; the HTTP layer alone knows about sockets. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, when there is no `json`. */
  readonly text?: { readonly type: string; readonly content: string };
}

/** 200 with JSON, or another status. */
export function jsonAnswer(
  json: unknown,
  options: { status?: number; headers?: Record<string, string> } = {},
): ApiAnswer {
  return { status: options.status ?? 200, headers: options.headers, json };
}

/** 204, which Salesforce gives to every PATCH and DELETE that went well. */
export function noContentAnswer(): ApiAnswer {
  return { status: 204 };
}
