import {
  isSalesforceError,
  SalesforceError,
  type SalesforceErrorEntry,
} from '../core/SalesforceError';
import type { ApiAnswer } from './ApiCall';

/** 404 in the words for everything that is not there. */
export function notFoundError(
  message = 'The requested resource does not exist',
): SalesforceError {
  return new SalesforceError({
    httpStatus: 404,
    errorCode: 'NOT_FOUND',
    message,
  });
}

/** 401 in the words that make every client log in again. */
export function invalidSessionError(
  message = 'Session expired or invalid',
): SalesforceError {
  return new SalesforceError({
    httpStatus: 401,
    errorCode: 'INVALID_SESSION_ID',
    message,
  });
}

/** The error array of the REST API. */
export function errorBody(error: SalesforceError): unknown {
  return error.body ?? error.entries.map(restEntry);
}

function restEntry(entry: SalesforceErrorEntry): Record<string, unknown> {
  const { errorCode, message, fields, extra } = entry;
  return {
    ...extra,
    ...(errorCode === 'NOT_FOUND'
      ? { errorCode, message }
      : { message, errorCode }),
    ...(fields ? { fields } : {}),
  };
}

/** Errors of one row in collections and trees: `statusCode`, not `errorCode`. */
export function rowErrors(error: SalesforceError): Record<string, unknown>[] {
  return error.entries.map(({ errorCode, message, fields, extra }) => ({
    ...extra,
    statusCode: errorCode,
    message,
    fields: fields ?? [],
  }));
}

/** What a handler that threw answers. Faults of ours become a 500. */
export function errorAnswer(error: unknown): ApiAnswer {
  const refusal = asSalesforceError(error);
  return { status: refusal.httpStatus, json: errorBody(refusal) };
}

/** A refusal stays itself; anything else is an UNKNOWN_EXCEPTION. */
export function asSalesforceError(error: unknown): SalesforceError {
  if (isSalesforceError(error)) {
    return error;
  }
  const reason = error instanceof Error ? error.stack : String(error);
  return new SalesforceError({
    httpStatus: 500,
    errorCode: 'UNKNOWN_EXCEPTION',
    message: `An unexpected error occurred. Please include this ErrorId if you contact support: ${reason}`,
  });
}
