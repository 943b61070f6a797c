import { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';
import {
  classifyAnswer,
  classifyWireError,
  type CallKind,
  type FailedAnswer,
} from './classifyFailure';
import { ConcurrencyGate } from './ConcurrencyGate';
import type { OrgLimits } from './OrgLimits';
import { openStream, type StreamedAnswer } from './openStream';
import type { OrgSession, Session } from './OrgSession';
import { parseRows } from './parseRows';
import { faultAsAnswer, sendSoap, type SoapCall } from './soapCall';
import { WireError, WireTransport } from './WireTransport';

/** One call of the REST API. */
export interface OrgCall {
  kind: CallKind;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the version's root (`/query?q=`), or from the host (`/services/...`). */
  path: string;
  body?: Record<string, unknown>;
  /** A body of comma-separated values, in place of `body`. */
  csv?: string;
  /** A method of the partner API, in place of a path and a body. */
  soap?: SoapCall;
  /** Lets go of the answer's body without reading it. */
  discardBody?: boolean;
}

/** Pauses before the second and the third attempt of a read. Milliseconds. */
const readPauses = [300, 1200];

/** A longer pause than this is the caller's business, not ours. */
const longestPause = 5000;

const neverRefreshable =
  /This session is not valid for use with the REST API|Connected app is not attached to Agent/;

/**
 * Sends calls to one org: a few at a time, with the token of the session, and
 * with every failure as a GatewayError.
 *
 * A call is sent again in two cases only. When Salesforce refuses the token
 * (401), the session is renewed and the call sent once more, writes included:
 * a refused token did nothing. A second 401 is final, where jsforce would go
 * on for ever. And reads are sent up to three times when the org is out of
 * reach or overloaded. Writes never.
 */
export class OrgCalls {
  readonly #session: OrgSession;
  readonly #limits: OrgLimits;
  readonly #gate: ConcurrencyGate;
  readonly #timeout: number;
  readonly #wait: (milliseconds: number) => Promise<void>;
  readonly #onOutcome?: (failure: GatewayError | undefined) => void;

  constructor(options: {
    session: OrgSession;
    limits: OrgLimits;
    concurrency: number;
    /** Milliseconds for one call. */
    timeout: number;
    wait: (milliseconds: number) => Promise<void>;
    /** Told how each call ended; undefined when it was answered as it should. */
    onOutcome?: (failure: GatewayError | undefined) => void;
  }) {
    this.#session = options.session;
    this.#limits = options.limits;
    this.#gate = new ConcurrencyGate(options.concurrency);
    this.#timeout = options.timeout;
    this.#wait = options.wait;
    this.#onOutcome = options.onOutcome;
  }

  /** The body of the answer; what it holds is the caller's to check. */
  async send(call: OrgCall): Promise<unknown> {
    try {
      const body = await this.#send(call);
      this.#onOutcome?.(undefined);
      return body;
    } catch (error) {
      if (error instanceof GatewayError) this.#onOutcome?.(error);
      throw error;
    }
  }

  /**
   * A successful answer as it comes, for what is too large to hold. Only the
   * beginning is tried again, with another session where the token was refused.
   */
  async stream(path: string): Promise<StreamedAnswer> {
    const session = await this.#session.current();
    const open = (current: Session) =>
      openStream({ session: current, path, timeout: this.#timeout });
    try {
      return await open(session);
    } catch (error) {
      if (!isExpiredSession(error)) throw error;
      return open(await this.#session.renew(session));
    }
  }

  async #send(call: OrgCall): Promise<unknown> {
    if (call.kind === 'write') return this.#gate.pass(() => this.#sent(call));
    for (const pause of readPauses) {
      try {
        return await this.#gate.pass(() => this.#sent(call));
      } catch (error) {
        if (!mayPass(error)) throw error;
        const { retryAfter = pause } = error;
        if (retryAfter > longestPause) throw error;
        await this.#wait(retryAfter);
      }
    }
    return this.#gate.pass(() => this.#sent(call));
  }

  async #sent(call: OrgCall): Promise<unknown> {
    const session = await this.#session.current();
    try {
      return await this.#attempt(call, session);
    } catch (error) {
      if (!isExpiredSession(error)) throw error;
      return this.#attempt(call, await this.#session.renew(session));
    }
  }

  async #attempt(call: OrgCall, session: Session): Promise<unknown> {
    const wire = new WireTransport({
      timeout: this.#timeout,
      discardBody: call.discardBody,
    });
    try {
      if (call.soap) {
        return await sendSoap({
          connection: session.connection,
          transport: wire,
          call: call.soap,
        });
      }
      const body: unknown = await session.connection.request(
        {
          method: call.method,
          url: call.path,
          ...bodyOf(call),
        },
        { transport: wire },
      );
      return wire.isLeftUnparsed ? parsed(body) : body;
    } catch (error) {
      if (error instanceof WireError) {
        throw classifyWireError({ kind: call.kind, error });
      }
      const failure = classifyAnswer({
        kind: call.kind,
        answer: call.soap
          ? faultAsAnswer(answerOf(error, wire))
          : answerOf(error, wire),
      });
      if (failure.failure === 'daily_limit') this.#limits.noteExhausted();
      throw failure;
    } finally {
      this.#limits.noteHeader(wire.answer?.headers['sforce-limit-info']);
    }
  }
}

/** What is no JSON is left as it is, as jsforce leaves it. */
function parsed(body: unknown): unknown {
  try {
    return parseRows(String(body));
  } catch {
    return body;
  }
}

/** What was approved is what is written: no rule gives it to somebody else. */
const asWritten = { 'sforce-auto-assign': 'FALSE' };

function bodyOf({ kind, body, csv }: OrgCall) {
  if (csv !== undefined) {
    return { body: csv, headers: { 'content-type': 'text/csv' } };
  }
  return body
    ? {
        body: JSON.stringify(body),
        headers: {
          'content-type': 'application/json',
          ...(kind === 'write' ? asWritten : {}),
        },
      }
    : {};
}

function mayPass(error: unknown): error is GatewayError {
  return (
    error instanceof GatewayError &&
    (error.failure === 'unavailable' ||
      error.failure === 'unreachable' ||
      error.failure === 'concurrency_limit')
  );
}

function isExpiredSession(error: unknown): boolean {
  return (
    error instanceof GatewayError &&
    error.failure === 'credentials_refused' &&
    // an error of the login itself has no REST code
    error.salesforceCode === 'INVALID_SESSION_ID' &&
    !neverRefreshable.test(error.details ?? '')
  );
}

/** jsforce's error together with what only the wire knows. */
function answerOf(error: unknown, wire: WireTransport): FailedAnswer {
  const { statusCode, headers } = wire.answer ?? { statusCode: 0, headers: {} };
  const answer: FailedAnswer = { statusCode, headers };
  if (error instanceof Error) {
    const data = 'data' in error ? error.data : undefined;
    // of several errors the first speaks; jsforce names them all MULTIPLE
    const entry: unknown = Array.isArray(data) ? data[0] : data;
    if (entry && typeof entry === 'object' && 'errorCode' in entry) {
      answer.code = String(entry.errorCode);
      answer.message = 'message' in entry ? String(entry.message) : undefined;
    } else {
      // faults of the partner API have no data, only a code
      const { errorCode } = error as { errorCode?: unknown };
      if (typeof errorCode === 'string' && !/^ERROR_HTTP/.test(errorCode)) {
        answer.code = errorCode;
      }
      answer.message = error.message;
    }
  }
  return answer;
}
