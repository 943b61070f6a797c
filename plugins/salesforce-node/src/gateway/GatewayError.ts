import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';

/** Why a call failed, in words that code branches on. @public */
export type GatewayFailure =
  | 'credentials_refused'
  | 'not_permitted'
  | 'invalid_query'
  | 'not_found'
  | 'refused'
  | 'daily_limit'
  | 'concurrency_limit'
  | 'unavailable'
  | 'unreachable'
  | 'timeout'
  | 'unexpected';

const answers = {
  credentials_refused: {
    name: 'ServiceUnavailableError',
    code: 'org_credentials_refused',
  },
  not_permitted: { name: 'ServiceUnavailableError', code: 'org_refused' },
  invalid_query: { name: 'InputError', code: 'invalid_query' },
  not_found: { name: 'NotFoundError', code: 'not_found' },
  refused: { name: 'ConflictError', code: 'org_refused' },
  daily_limit: { name: 'ServiceUnavailableError', code: 'org_limit_reached' },
  concurrency_limit: {
    name: 'ServiceUnavailableError',
    code: 'org_limit_reached',
  },
  unavailable: { name: 'ServiceUnavailableError', code: 'org_unreachable' },
  unreachable: { name: 'ServiceUnavailableError', code: 'org_unreachable' },
  timeout: { name: 'ServiceUnavailableError', code: 'org_unreachable' },
  unexpected: { name: 'ServiceUnavailableError', code: 'org_refused' },
} as const;

/**
 * A call to Salesforce that failed as a whole. `certainty` says what is known
 * of its effect: `not_applied` is only claimed where Salesforce answered so or
 * the call never left; everything else is `unknown` and must be observed.
 *
 * @public
 */
export class GatewayError extends SalesdeskError {
  readonly failure: GatewayFailure;
  readonly certainty: 'not_applied' | 'unknown';
  /** When it makes sense to try again, where Salesforce said so. Milliseconds. */
  readonly retryAfter?: number;
  /** Salesforce's errorCode, e.g. REQUEST_LIMIT_EXCEEDED. */
  readonly salesforceCode?: string;

  constructor(options: {
    failure: GatewayFailure;
    message: string;
    certainty: 'not_applied' | 'unknown';
    salesforceCode?: string;
    details?: string;
    retryAfter?: number;
    cause?: unknown;
  }) {
    const { name, code } = answers[options.failure];
    super(name, options.message, {
      code,
      details: options.details,
      cause: options.cause,
    });
    this.failure = options.failure;
    this.certainty = options.certainty;
    this.salesforceCode = options.salesforceCode;
    this.retryAfter = options.retryAfter;
  }
}
