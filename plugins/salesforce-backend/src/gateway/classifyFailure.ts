import {
  GatewayError,
  type GatewayFailure,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { WireError } from './WireTransport';

/** The part of Salesforce's answer that decides. */
export interface FailedAnswer {
  statusCode: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** `errorCode` of REST, `error` of OAuth; absent when the body was neither. */
  code?: string;
  /** Salesforce's words. */
  message?: string;
}

/** What kind of call failed: it decides what a failure can have left behind. */
export type CallKind = 'query' | 'read' | 'write';

/**
 * The error for a call that failed as a whole. Branches on the HTTP status and
 * Salesforce's code alone; its message is only shown.
 *
 * Certainty: what a read leaves behind is known. A write is known to be not
 * applied when Salesforce answered with 4xx, or when the call never left.
 * A 5xx can come after the work was done, and so can silence, and so can a 200
 * that cannot be read.
 */
export function classifyAnswer(options: {
  kind: CallKind;
  answer: FailedAnswer;
}): GatewayError {
  const { kind, answer } = options;
  const { failure, message } = failureOf(kind, answer);
  return new GatewayError({
    failure,
    message,
    certainty:
      kind === 'write' && leavesOpen(answer) ? 'unknown' : 'not_applied',
    salesforceCode: answer.code,
    details: plainText(answer.message),
    retryAfter: retryAfterOf(answer.headers),
  });
}

function leavesOpen({ statusCode, code }: FailedAnswer): boolean {
  return statusCode >= 500 || (statusCode < 300 && code === undefined);
}

interface Judgement {
  failure: GatewayFailure;
  message: string;
}

const unreached: Judgement = {
  failure: 'unreachable',
  message: 'Salesforce could not be reached',
};

const wireFailures: Record<WireError['reason'], Judgement> = {
  never_sent: unreached,
  lost: unreached,
  timeout: {
    failure: 'timeout',
    message: 'Salesforce did not answer in time',
  },
  redirected: {
    failure: 'unexpected',
    message:
      'Something sends the calls of this connection on to another address, where its token must not go. Has the address of the org changed?',
  },
};

/** The error for a call that got no complete answer. */
export function classifyWireError(options: {
  kind: CallKind;
  error: WireError;
}): GatewayError {
  const { kind, error } = options;
  const { failure, message } = wireFailures[error.reason];
  return new GatewayError({
    failure,
    message,
    certainty:
      kind === 'write' && error.reason !== 'never_sent'
        ? 'unknown'
        : 'not_applied',
    details: error.code,
  });
}

function failureOf(kind: CallKind, answer: FailedAnswer): Judgement {
  const { statusCode, code } = answer;
  if (statusCode >= 500) return serverFailure(statusCode);
  switch (statusCode) {
    case 400:
      return kind === 'query'
        ? {
            failure: 'invalid_query',
            message: 'Salesforce does not accept this query',
          }
        : { failure: 'refused', message: 'Salesforce refused the call' };
    case 401:
      return {
        failure: 'credentials_refused',
        message:
          'Salesforce does not accept the login of this connection any more',
      };
    case 403:
      return forbidden(answer);
    case 404:
      return {
        failure: 'not_found',
        message:
          'Salesforce has no such record, or the connection may not see it',
      };
    case 410:
      return {
        failure: 'unexpected',
        message: 'Salesforce has retired the API version of this connection',
      };
    case 414:
    case 431:
      return {
        failure: kind === 'query' ? 'invalid_query' : 'unexpected',
        message: 'The query is too long for Salesforce',
      };
    case 420:
      return {
        failure: 'unreachable',
        message: 'There is no Salesforce org at this address any more',
      };
    case 429:
      return {
        failure: 'concurrency_limit',
        message: 'Salesforce asks for a pause between calls',
      };
    default:
      return {
        failure: 'unexpected',
        message: `Salesforce gave an answer that was not expected (${
          code ?? statusCode
        })`,
      };
  }
}

function serverFailure(statusCode: number): Judgement {
  return {
    failure: 'unavailable',
    message:
      statusCode === 503
        ? 'Salesforce is not available at the moment'
        : 'Salesforce had an internal error',
  };
}

function forbidden(answer: FailedAnswer): Judgement {
  switch (answer.code) {
    case 'REQUEST_LIMIT_EXCEEDED':
      return isDailyLimit(answer)
        ? {
            failure: 'daily_limit',
            message: 'The org has used up its API calls of the last 24 hours',
          }
        : {
            failure: 'concurrency_limit',
            message: 'Too many calls run in the org at the same time',
          };
    case 'API_DISABLED_FOR_ORG':
    case 'API_CURRENTLY_DISABLED':
      return {
        failure: 'not_permitted',
        message:
          'The API is switched off for the org or for its integration user',
      };
    default:
      return {
        failure: 'not_permitted',
        message: 'The integration user of the org may not do this',
      };
  }
}

/**
 * One code serves both limits. The usage that comes with the answer tells them
 * apart; the text is asked only where that header is missing.
 */
function isDailyLimit({ headers, message }: FailedAnswer): boolean {
  const usage = /\bapi-usage=(\d+)\/(\d+)/.exec(
    headers['sforce-limit-info'] ?? '',
  );
  if (usage && Number(usage[1]) >= Number(usage[2])) return true;
  return !/^Concurrent/.test(message ?? '');
}

/** Nobody is made to wait longer than a day, whatever the header says. */
const longestRetryAfter = 24 * 3_600_000;

/**
 * Milliseconds. Salesforce gives seconds; what stands between may give a date,
 * which is compared with the answer's own, whatever our clock says.
 */
function retryAfterOf(headers: Record<string, string>): number | undefined {
  const given = headers['retry-after'];
  if (!given) return undefined;
  const wait = /^\d+$/.test(given)
    ? Number(given) * 1000
    : Date.parse(given) - Date.parse(headers.date);
  return wait >= 0 ? Math.min(wait, longestRetryAfter) : undefined;
}

/** Salesforce puts HTML into some messages, and whole pages into others. */
export function plainText(message: string | undefined): string | undefined {
  const text = message
    ?.replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!text) return undefined;
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
}
