import { PassThrough } from 'node:stream';
import type { HttpRequest, HttpResponse } from 'jsforce';
import Transport from 'jsforce/lib/transport';
import { StreamPromise } from 'jsforce/lib/util/promise';
import { isLongAnswer } from './parseRows';

/** What is known of a call that got no complete answer. */
export class WireError extends Error {
  constructor(
    /** `never_sent`: the connection was not made, so nothing can have happened. */
    readonly reason: 'never_sent' | 'lost' | 'timeout',
    /** The system's word, e.g. ECONNREFUSED. */
    readonly code: string,
  ) {
    super(`The call failed on the wire: ${code}`);
    this.name = 'WireError';
  }
}

/*
 * Failures that can only happen before the first byte of a request leaves:
 * looking up the name, connecting, and checking the certificate. A connection
 * that was made and then broke is not among them, whatever it broke with: the
 * server may have read the request before.
 */
const connecting = new Set(['connect', 'getaddrinfo', 'queryA', 'queryAaaa']);
const neverSent =
  /^(UND_ERR_CONNECT_TIMEOUT|CERT_[A-Z_]+|ERR_TLS_CERT_ALTNAME_INVALID|ERR_SSL_WRONG_VERSION_NUMBER|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_[A-Z_]+)$/;

/** Errors of the platform may come from another realm: no `instanceof` here. */
function read(error: unknown, key: string): unknown {
  return typeof error === 'object' && error !== null && key in error
    ? (error as Record<string, unknown>)[key]
    : undefined;
}

function causeOf(error: unknown): { code: string; beforeSending: boolean } {
  let cause = error;
  for (let depth = 0; cause !== undefined && depth < 5; depth += 1) {
    const code = read(cause, 'code');
    if (typeof code === 'string') {
      return {
        code,
        beforeSending:
          connecting.has(String(read(cause, 'syscall'))) ||
          neverSent.test(code),
      };
    }
    const several = read(cause, 'errors');
    cause = Array.isArray(several) ? several[0] : read(cause, 'cause');
  }
  return { code: String(read(error, 'name')), beforeSending: false };
}

/**
 * Carries one call of jsforce over the platform's `fetch`, in place of the
 * transport that jsforce brings, because that one
 * - repeats GET and DELETE up to five times on its own (a repeated DELETE is a
 *   second write),
 * - follows redirects, and would hand our token to wherever they point,
 * - has no time limit for the body, and ends the process with an unhandled
 *   stream error when the connection breaks within it.
 *
 * One instance serves one call and remembers the status and headers, which
 * jsforce's errors do not carry.
 */
export class WireTransport extends Transport {
  /** The answer's status and headers, as far as one came. */
  answer: { statusCode: number; headers: Record<string, string> } | undefined;
  /** The answer is JSON that is given as text, for it is long. */
  isLeftUnparsed = false;
  readonly #timeout: number;
  readonly #discardBody: boolean;

  constructor(options: {
    /** Milliseconds until the last byte of the answer. */
    timeout: number;
    /** Lets go of a successful answer's body without reading it. */
    discardBody?: boolean;
  }) {
    super();
    this.#timeout = options.timeout;
    this.#discardBody = options.discardBody ?? false;
  }

  httpRequest(request: HttpRequest): StreamPromise<HttpResponse> {
    return StreamPromise.create(() => ({
      stream: new PassThrough(),
      promise: this.#exchange(request),
    }));
  }

  async #exchange(request: HttpRequest): Promise<HttpResponse> {
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers,
        ...(typeof request.body === 'string' ? { body: request.body } : {}),
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#timeout),
      });
      const headers = Object.fromEntries(response.headers);
      this.answer = { statusCode: response.status, headers };
      if (this.#discardBody && response.ok) {
        await response.body?.cancel();
        return { statusCode: 204, headers, body: '' };
      }
      const body = await response.text();
      // Of text jsforce parses nothing.
      this.isLeftUnparsed =
        response.ok &&
        isLongAnswer(body) &&
        /^application\/json(;|$)/.test(headers['content-type'] ?? '');
      return {
        statusCode: response.status,
        headers: this.isLeftUnparsed
          ? { ...headers, 'content-type': 'text/plain' }
          : headers,
        body,
      };
    } catch (error) {
      throw this.#asWireError(error);
    }
  }

  #asWireError(error: unknown): WireError {
    if (read(error, 'name') === 'TimeoutError') {
      return new WireError('timeout', 'TIMEOUT');
    }
    const { code, beforeSending } = causeOf(error);
    return new WireError(beforeSending ? 'never_sent' : 'lost', code);
  }
}
