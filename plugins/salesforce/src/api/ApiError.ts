import type {
  ErrorCode,
  FieldError,
} from '@salesdesk/backstage-plugin-salesforce-common';

/** An answer of the backend that is an error, or the lack of an answer. */
export class ApiError extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly code?: ErrorCode;
  readonly fields: FieldError[];
  /** Salesforce's own words, where they caused this. */
  readonly details?: string;

  constructor(options: {
    message: string;
    status: number;
    name?: string;
    code?: ErrorCode;
    fields?: FieldError[];
    details?: string;
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.name = options.name ?? 'ApiError';
    this.status = options.status;
    this.fields = options.fields ?? [];
    if (options.code) this.code = options.code;
    if (options.details) this.details = options.details;
  }
}

/** True for an {@link ApiError}, also one that was given another name. */
export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}
