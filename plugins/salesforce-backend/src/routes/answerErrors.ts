import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  isSalesdeskError,
  type ErrorCode,
  type FieldError,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { ErrorRequestHandler } from 'express';

const statusByName: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  ServiceUnavailableError: 503,
};

/** The code of errors that come from elsewhere and carry none. */
const codeByName: Record<string, ErrorCode> = {
  InputError: 'invalid_input',
  NotAllowedError: 'not_permitted',
  NotFoundError: 'not_found',
  ConflictError: 'wrong_state',
};

/**
 * Answers known errors with what a program and a person need: code, sentence,
 * what is wrong at which field. Causes are left out: they may hold what
 * Salesforce answered, and that is for the log. Unknown errors are handed on
 * to the host, which tells the client nothing of them.
 */
export function answerErrors(options: {
  logger: LoggerService;
}): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (!(error instanceof Error) || response.headersSent) {
      next(error);
      return;
    }
    const statusCode = statusOf(error);
    if (statusCode === undefined) {
      next(error);
      return;
    }
    if (statusCode >= 500) {
      options.logger.warn(
        `${request.method} ${request.path} failed: ${error.message}`,
      );
    }
    response.status(statusCode).json({
      error: describeError(error),
      request: { method: request.method, url: request.originalUrl },
      response: { statusCode },
    });
  };
}

/** By its name, unless a body that cannot be taken says it more exactly. */
function statusOf(error: Error & { statusCode?: unknown }): number | undefined {
  const { name, statusCode } = error;
  return name === 'InputError' && (statusCode === 413 || statusCode === 415)
    ? statusCode
    : statusByName[name];
}

function describeError(error: Error): {
  name: string;
  message: string;
  code?: ErrorCode;
  fields?: FieldError[];
  details?: string;
} {
  const { name, message } = error;
  if (!isSalesdeskError(error)) {
    const code = codeByName[name];
    return { name, message, ...(code ? { code } : {}) };
  }
  return {
    name,
    message,
    code: error.code,
    ...(error.fields ? { fields: error.fields } : {}),
    ...(error.details ? { details: error.details } : {}),
  };
}
