import { CustomErrorBase } from '@backstage/errors';
import type { ErrorCode, FieldError } from '../api/types';

/** What a {@link SalesdeskError} carries besides its sentence. @public */
export interface SalesdeskErrorOptions {
  code: ErrorCode;
  /** What is wrong at which field of the input. */
  fields?: FieldError[];
  /** Salesforce's own words, where they caused this. */
  details?: string;
  cause?: unknown;
}

/**
 * An error with a stable `code` for programs and a sentence for people. The
 * `name` is one of `@backstage/errors`, so that the host answers with the
 * right status: InputError 400, NotAllowedError 403, NotFoundError 404,
 * ConflictError 409, ServiceUnavailableError 503.
 *
 * @public
 */
export class SalesdeskError extends CustomErrorBase {
  readonly code: ErrorCode;
  readonly fields?: FieldError[];
  readonly details?: string;

  constructor(
    name:
      | 'InputError'
      | 'NotAllowedError'
      | 'NotFoundError'
      | 'ConflictError'
      | 'ServiceUnavailableError',
    message: string,
    options: SalesdeskErrorOptions,
  ) {
    super(message, options.cause);
    this.name = name;
    this.code = options.code;
    if (options.fields) this.fields = options.fields;
    if (options.details) this.details = options.details;
  }
}

/** True for a {@link SalesdeskError}, also one of another copy of this package. @public */
export function isSalesdeskError(error: unknown): error is SalesdeskError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^[a-z_]+$/.test(error.code)
  );
}
