import { PassThrough } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Dispatcher, request as send } from 'undici';
import type { HttpRequest, HttpResponse } from 'jsforce';
import Transport from 'jsforce/lib/transport';
import { StreamPromise } from 'jsforce/lib/util/promise';
import { isLongAnswer } from './parseRows';

/** What is known of a call that got no complete answer. */
export class WireError extends Error {
  constructor(
    /**
     * `never_sent`: the connection was not made, so nothing can have happened.
     * `redirected`: the answer names another address, which nobody follows.
     */
    readonly reason: 'never_sent' | 'lost' | 'timeout' | 'redirected',
    /** The system's word, e.g. ECONNREFUSED; of a redirect the host it names. */
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

const redirects = new Set([301, 302, 303, 307, 308]);

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
 * Carries one call of jsforce over undici, through the dispatcher that the
 * platform's `fetch` takes too (proxies are set there), in place of the
 * transport that jsforce brings, because that one
 * - repeats GET and DELETE up to five times on its own (a repeated DELETE is a
 *   second write),
 * - follows redirects, and would hand our token to wherever they point,
 * - has no time limit for the body, and ends the process with an unhandled
 *   stream error when the connection breaks within it.
 *
 * `fetch` itself reads bodies as web streams, which takes a tenth of the time
 * of a sync.
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
      const {
        statusCode,
        headers: raw,
        body: stream,
      } = await send(request.url, {
        method: request.method,
        headers: { 'accept-encoding': 'gzip', ...request.headers },
        ...(typeof request.body === 'string' ? { body: request.body } : {}),
        signal: AbortSignal.timeout(this.#timeout),
      });
      const ok = statusCode >= 200 && statusCode < 300;
      const headers = oneOfEach(raw);
      this.answer = { statusCode, headers };
      if (redirects.has(statusCode)) {
        letGoOf(stream);
        throw new WireError('redirected', hostOf(headers.location));
      }
      if (this.#discardBody && ok) {
        letGoOf(stream);
        return { statusCode: 204, headers, body: '' };
      }
      const body = await textOf(stream, headers['content-encoding']);
      // Of text jsforce parses nothing.
      this.isLeftUnparsed =
        ok &&
        isLongAnswer(body) &&
        /^application\/json(;|$)/.test(headers['content-type'] ?? '');
      return {
        statusCode,
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
    if (error instanceof WireError) return error;
    if (read(error, 'name') === 'TimeoutError') {
      return new WireError('timeout', 'TIMEOUT');
    }
    const { code, beforeSending } = causeOf(error);
    return new WireError(beforeSending ? 'never_sent' : 'lost', code);
  }
}

function oneOfEach(
  headers: Record<string, string | string[] | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );
}

const unzip = promisify(gunzip);

type Body = Dispatcher.ResponseData['body'];

/** Closes the connection. It ends with an error, which tells nothing. */
function letGoOf(body: Body): void {
  body.on('error', () => {}).destroy();
}

function hostOf(location: string | undefined): string {
  return location && URL.canParse(location)
    ? new URL(location).host
    : 'another address';
}

async function textOf(
  body: Body,
  encoding: string | undefined,
): Promise<string> {
  if (encoding !== 'gzip') return body.text();
  const zipped = await body.arrayBuffer();
  return (await unzip(zipped)).toString('utf8');
}
