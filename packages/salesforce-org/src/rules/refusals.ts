import {
  SalesforceError,
  type SalesforceErrorOptions,
} from '../core/SalesforceError';

/*
 * Refusals that several rules share, in Salesforce's own words. Programs
 * branch on the code and the fields; the text is for people.
 */

/** 400 of DML; `fields` is always there, as in the real answers. */
export function refusal(
  errorCode: string,
  message: string,
  fields: readonly string[] = [],
  options: Pick<SalesforceErrorOptions, 'httpStatus' | 'extra'> = {},
): SalesforceError {
  return new SalesforceError({
    errorCode,
    message,
    fields: [...fields],
    ...options,
  });
}

/** The values do not fit together. */
export function integrityRefusal(
  message: string,
  fields: readonly string[] = [],
): SalesforceError {
  return refusal('FIELD_INTEGRITY_EXCEPTION', message, fields);
}

/** The caller may see the record, and may not do this to it. */
export function accessRefusal(
  message = 'insufficient access rights on object id',
  fields: readonly string[] = [],
): SalesforceError {
  return refusal('INSUFFICIENT_ACCESS_OR_READONLY', message, fields);
}

/** Another record has the value already; it is named by its short id. */
export function duplicateValueRefusal(options: {
  field: string;
  existingId: string;
}): SalesforceError {
  const { field, existingId } = options;
  return refusal(
    'DUPLICATE_VALUE',
    `duplicate value found: ${field} duplicates value on record with id: ${shortId(
      existingId,
    )}`,
    [],
  );
}

/** The form of DUPLICATE_VALUE in which Salesforce names neither. */
export function hiddenDuplicateRefusal(): SalesforceError {
  return refusal(
    'DUPLICATE_VALUE',
    'duplicate value found: <unknown> duplicates value on record with id: <unknown>',
  );
}

/** A record that others still point to. */
export function inUseRefusal(options: {
  name: string;
  by: string;
}): SalesforceError {
  return refusal(
    'DELETE_FAILED',
    `Your attempt to delete ${options.name} could not be completed because it is associated with the following: ${options.by}`,
  );
}

/** The caller wants to leave a hierarchy that bites its own tail. */
export function hierarchyLoopRefusal(field: string): SalesforceError {
  return refusal(
    'CIRCULAR_DEPENDENCY',
    `attempt to violate hierarchy constraints: [${field}]`,
    [field],
  );
}

/** A seat, of whatever kind of licence, that is not there. */
export function licenseLimitRefusal(detail?: string): SalesforceError {
  return refusal(
    'LICENSE_LIMIT_EXCEEDED',
    detail ? `License Limit Exceeded - ${detail}` : 'License Limit Exceeded',
  );
}

/** The first 15 characters: the form in which messages name records. */
export function shortId(id: string): string {
  return id.slice(0, 15);
}
