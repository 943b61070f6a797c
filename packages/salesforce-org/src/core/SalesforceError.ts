/** One entry of the error array that the REST API answers with. */
export interface SalesforceErrorEntry {
  errorCode: string;
  message: string;
  /** Present for errors of DML (possibly empty), absent for the others. */
  fields?: string[];
  /** Keys that only some errors carry, such as `duplicateResut` (sic). */
  extra?: Record<string, unknown>;
}

export interface SalesforceErrorOptions extends SalesforceErrorEntry {
  /** Default 400, which is right for queries and nearly all of DML. */
  httpStatus?: number;
}

/**
 * A refusal in Salesforce's own words. The engine throws nothing else on
 * purpose; what the HTTP layer does with it depends on the resource:
 * `errorCode` in a plain answer, `statusCode` inside collections and trees.
 *
 * A single call can be refused for several reasons at once (`entries`); the
 * properties `errorCode` and `fields` speak of the first.
 */
export class SalesforceError extends Error {
  readonly httpStatus: number;
  readonly entries: readonly SalesforceErrorEntry[];
  /**
   * When set, the body of the answer instead of the error array: an upsert
   * that finds several records answers 300 with the array of their URLs.
   */
  readonly body?: unknown;

  constructor(options: SalesforceErrorOptions) {
    super(options.message);
    this.name = 'SalesforceError';
    this.httpStatus = options.httpStatus ?? 400;
    const { errorCode, message, fields, extra } = options;
    this.entries = [
      {
        errorCode,
        message,
        ...(fields ? { fields } : {}),
        ...(extra ? { extra } : {}),
      },
    ];
  }

  /** Several refusals of one call, for instance of several validation rules. */
  static ofEntries(options: {
    entries: readonly SalesforceErrorEntry[];
    httpStatus?: number;
  }): SalesforceError {
    const [first] = options.entries;
    const error = new SalesforceError({
      ...first,
      httpStatus: options.httpStatus,
    });
    Object.assign(error, { entries: [...options.entries] });
    return error;
  }

  /** Status 300: the external id belongs to several records. */
  static multipleMatches(urls: readonly string[]): SalesforceError {
    const error = new SalesforceError({
      httpStatus: 300,
      errorCode: 'MULTIPLE_CHOICES',
      message: 'The external ID exists in more than one record',
    });
    Object.assign(error, { body: [...urls] });
    return error;
  }

  get errorCode(): string {
    return this.entries[0].errorCode;
  }

  get fields(): readonly string[] | undefined {
    return this.entries[0].fields;
  }
}

/** Tells a refusal of Salesforce from a fault of the emulator itself. */
export function isSalesforceError(error: unknown): error is SalesforceError {
  return error instanceof SalesforceError;
}
