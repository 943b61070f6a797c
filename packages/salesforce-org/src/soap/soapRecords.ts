import type { FieldInput, JsonValue, QueryRecord } from '../core/types';
import { isJsonObject, type JsonObject } from '../http/RequestBody';
import type { RowResult } from '../rest/writeRows';
import type { SoapValue } from './SoapFault';

/** A record of a SOAP call: `<sObjects><type>Account</type>...`. */
export interface SoapRecord {
  readonly type: string;
  readonly id: string | undefined;
  readonly fields: FieldInput;
}

/** Repeated elements of a name, none or one included. */
export function elementsOf(value: JsonValue | undefined): JsonValue[] {
  return value === undefined ? [] : [value].flat();
}

/** Texts of repeated elements. */
export function textsOf(value: JsonValue | undefined): string[] {
  return elementsOf(value).filter(
    (entry): entry is string => typeof entry === 'string' && entry !== '',
  );
}

/** Reads `sObjects`; what is to be emptied is named by `fieldsToNull`. */
export function readSoapRecords(parameters: JsonObject): SoapRecord[] {
  return elementsOf(parameters.sObjects)
    .filter(isJsonObject)
    .map(({ type, Id, fieldsToNull, ...values }) => ({
      type: typeof type === 'string' ? type : '',
      id: typeof Id === 'string' && Id !== '' ? Id : undefined,
      fields: {
        ...values,
        ...Object.fromEntries(textsOf(fieldsToNull).map(name => [name, null])),
      },
    }));
}

/** SaveResult, UpsertResult, DeleteResult. */
export function soapResult(result: RowResult): SoapValue {
  return {
    ...(result.created === undefined ? {} : { created: result.created }),
    ...(result.success
      ? {}
      : {
          errors: result.errors.map(({ fields, message, statusCode }) => ({
            fields: Array.isArray(fields) ? fields.map(String) : [],
            message: String(message),
            statusCode: String(statusCode),
          })),
        }),
    id: result.id ?? null,
    success: result.success,
  };
}

const DATETIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/;

/** A record of an answer: type and Id come first, parents inside. */
export function soapRecord(record: QueryRecord): SoapValue {
  const { attributes, Id, ...fields } = record;
  return {
    'so:type': attributes.type,
    'so:Id': typeof Id === 'string' ? Id : null,
    ...Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        `so:${name}`,
        soapFieldValue(value),
      ]),
    ),
  };
}

function soapFieldValue(value: unknown): SoapValue {
  if (typeof value === 'string') {
    return DATETIME.test(value) ? value.replace('+0000', 'Z') : value;
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (isQueryRecord(value)) {
    return soapRecord(value);
  }
  if (isChildren(value)) {
    return {
      done: true,
      queryLocator: null,
      records: value.records.map(soapRecord),
      size: value.totalSize,
    };
  }
  return null;
}

function isQueryRecord(value: unknown): value is QueryRecord {
  return typeof value === 'object' && value !== null && 'attributes' in value;
}

function isChildren(
  value: unknown,
): value is { records: QueryRecord[]; totalSize: number } {
  return typeof value === 'object' && value !== null && 'records' in value;
}
