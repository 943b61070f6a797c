import {
  GatewayError,
  type ObjectDescription,
  type QueryPage,
  type SalesforceRecord,
  type WriteResult,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { classifyAnswer, plainText } from './classifyFailure';
import { toLongId } from './recordId';

/** A JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An answer of 200 that is not what the call promises, such as a login page. */
export function unexpectedAnswer(certainty: 'not_applied' | 'unknown'): never {
  throw new GatewayError({
    failure: 'unexpected',
    message: 'Salesforce gave an answer that was not expected',
    certainty,
  });
}

/**
 * Empties `attributes` of a record, its parents and its children, in place: the
 * answer was just parsed and belongs to nobody else. Emptied and not deleted,
 * because an object that lost a property is slow ever after; of 2,000 rows that
 * would cost more than everything else we do with them.
 */
export function stripAttributes(value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach(stripAttributes);
  } else if (isObject(value)) {
    if (value.attributes !== undefined) value.attributes = undefined;
    for (const key in value) {
      if (typeof value[key] === 'object' && value[key] !== null) {
        stripAttributes(value[key]);
      }
    }
  }
}

/** The answer of `/query`. */
export function toQueryPage(body: unknown): QueryPage {
  if (!isObject(body) || !Array.isArray(body.records)) {
    return unexpectedAnswer('not_applied');
  }
  const records: SalesforceRecord[] = body.records;
  stripAttributes(records);
  return {
    records,
    totalSize: Number(body.totalSize),
    ...(body.done === false && typeof body.nextRecordsUrl === 'string'
      ? { next: body.nextRecordsUrl }
      : {}),
  };
}

/** The answer of `/composite`: each query's page or failure, in their order. */
export function settledPages(
  body: unknown,
  count: number,
): PromiseSettledResult<QueryPage>[] {
  const parts = isObject(body) ? body.compositeResponse : undefined;
  if (!Array.isArray(parts) || parts.length !== count) {
    return unexpectedAnswer('not_applied');
  }
  return parts.map((part): PromiseSettledResult<QueryPage> => {
    const statusCode = isObject(part) ? Number(part.httpStatusCode) : 0;
    const answer: unknown = isObject(part) ? part.body : undefined;
    if (statusCode === 200) {
      return { status: 'fulfilled', value: toQueryPage(answer) };
    }
    const error: unknown = Array.isArray(answer) ? answer[0] : answer;
    return {
      status: 'rejected',
      reason: classifyAnswer({
        kind: 'query',
        answer: {
          statusCode,
          headers: {},
          ...(isObject(error)
            ? { code: String(error.errorCode), message: String(error.message) }
            : {}),
        },
      }),
    };
  });
}

/** The answer of retrieving several records. */
export function toRetrieved<TRecord>(
  body: unknown,
  count: number,
): Array<TRecord | null> {
  if (!Array.isArray(body) || body.length !== count) {
    return unexpectedAnswer('not_applied');
  }
  stripAttributes(body);
  return body;
}

/** The answer of `/sobjects/X/describe`; what nobody uses is let go. */
export function toDescription(body: unknown): ObjectDescription {
  if (!isObject(body) || !Array.isArray(body.fields)) {
    return unexpectedAnswer('not_applied');
  }
  const described = body as unknown as ObjectDescription;
  return {
    name: described.name,
    label: described.label,
    keyPrefix: described.keyPrefix,
    custom: described.custom,
    fields: described.fields.map(field => ({
      name: field.name,
      label: field.label,
      type: field.type,
      length: field.length,
      nillable: field.nillable,
      createable: field.createable,
      updateable: field.updateable,
      filterable: field.filterable,
      sortable: field.sortable,
      custom: field.custom,
      groupable: field.groupable,
      nameField: field.nameField,
      defaultedOnCreate: field.defaultedOnCreate,
      restrictedPicklist: field.restrictedPicklist,
      calculated: field.calculated,
      precision: field.precision,
      scale: field.scale,
      digits: field.digits,
      compoundFieldName: field.compoundFieldName,
      referenceTo: field.referenceTo,
      relationshipName: field.relationshipName,
      picklistValues: field.picklistValues.map(({ value, label, active }) => ({
        value,
        label,
        active,
      })),
    })),
    childRelationships: described.childRelationships.map(child => ({
      relationshipName: child.relationshipName,
      childSObject: child.childSObject,
      field: child.field,
    })),
  };
}

/** The answer of `/limits`. */
export function toLimits(body: unknown): { used: number; max: number } {
  const daily = isObject(body) ? body.DailyApiRequests : undefined;
  if (!isObject(daily)) return unexpectedAnswer('not_applied');
  const max = Number(daily.Max);
  return { used: max - Number(daily.Remaining), max };
}

/** The errors of REST (`errorCode`) and of collections (`statusCode`). */
export function toRefusal(errors: unknown): WriteResult {
  const first: unknown = Array.isArray(errors) ? errors[0] : errors;
  if (!isObject(first)) return unexpectedAnswer('unknown');
  return {
    outcome: 'refused',
    code: String(first.statusCode ?? first.errorCode ?? 'UNKNOWN_EXCEPTION'),
    message: plainText(String(first.message ?? '')) ?? '',
    ...(Array.isArray(first.fields) && first.fields.length > 0
      ? { fields: first.fields.map(String) }
      : {}),
  };
}

/** The record that a delete was to remove is not there. */
const gone = new Set([
  'ENTITY_IS_DELETED',
  'NOT_FOUND',
  'INVALID_CROSS_REFERENCE_KEY',
]);

/**
 * The answer of `/composite/sobjects`, in the order of the records. Anything
 * but one row per record leaves it unknown what was applied.
 */
export function toWriteResults(body: unknown, count: number): WriteResult[] {
  if (!Array.isArray(body) || body.length !== count) {
    return unexpectedAnswer('unknown');
  }
  return body.map(row => {
    if (!isObject(row)) return unexpectedAnswer('unknown');
    return row.success === true
      ? { outcome: 'applied', id: toLongId(String(row.id)) }
      : toRefusal(row.errors);
  });
}

/** Deleting what is gone already is no failure. */
export function toDeleteResults(body: unknown, ids: string[]): WriteResult[] {
  return toWriteResults(body, ids.length).map((result, position) =>
    result.outcome === 'refused' && gone.has(result.code)
      ? { outcome: 'already_there', id: ids[position] }
      : result,
  );
}

/**
 * What a call for one record was refused with, or the error again when not the
 * record but the call was at fault: an expired login, a limit, no answer.
 */
export function toRefusalOfRecord(error: unknown): WriteResult {
  if (
    error instanceof GatewayError &&
    (error.failure === 'refused' ||
      error.failure === 'not_found' ||
      (error.failure === 'not_permitted' &&
        !error.salesforceCode?.startsWith('API_')))
  ) {
    return {
      outcome: 'refused',
      code: error.salesforceCode ?? 'UNKNOWN_EXCEPTION',
      message: error.details ?? error.message,
    };
  }
  throw error;
}
