import { SalesforceError } from '../core/SalesforceError';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';

/*
 * The refusals of single-record calls, in Salesforce's words. Statuses and
 * codes are what callers may rely on; the texts are as real orgs give them.
 */

export function resourceNotFound(): SalesforceError {
  return new SalesforceError({
    httpStatus: 404,
    errorCode: 'NOT_FOUND',
    message: 'The requested resource does not exist',
  });
}

export function notAnExternalId(value: string): SalesforceError {
  return new SalesforceError({
    httpStatus: 404,
    errorCode: 'NOT_FOUND',
    message: `Provided external ID field does not exist or is not accessible: ${value}`,
  });
}

/** 404 for the record asked for, 400 for a parent that a record points to. */
export function entityIsDeleted(httpStatus = 404): SalesforceError {
  return new SalesforceError({
    httpStatus,
    errorCode: 'ENTITY_IS_DELETED',
    message: 'entity is deleted',
    fields: [],
  });
}

export function rowIsMissing(
  errorCode: 'NOT_FOUND' | 'INVALID_CROSS_REFERENCE_KEY',
): SalesforceError {
  return errorCode === 'NOT_FOUND'
    ? resourceNotFound()
    : new SalesforceError({
        httpStatus: 404,
        errorCode,
        message: 'invalid cross reference id',
        fields: [],
      });
}

export function entityCannotBe(
  verb: 'inserted' | 'updated' | 'deleted' | 'undeleted',
  object: ObjectDefinition,
): SalesforceError {
  return new SalesforceError({
    errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    message: `entity type cannot be ${verb}: ${object.label}`,
    fields: [],
  });
}

export function insufficientAccess(): SalesforceError {
  return new SalesforceError({
    errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
    message: 'insufficient access rights on object id',
    fields: [],
  });
}

export function noSuchColumn(
  name: string,
  object: ObjectDefinition,
): SalesforceError {
  return new SalesforceError({
    errorCode: 'INVALID_FIELD',
    message: `No such column '${name}' on sobject of type ${object.name}`,
  });
}

export function fieldsNotWritable(names: readonly string[]): SalesforceError {
  return new SalesforceError({
    errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    message: `Unable to create/update fields: ${names.join(
      ', ',
    )}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    fields: [...names],
  });
}

export function fieldsMissing(names: readonly string[]): SalesforceError {
  return new SalesforceError({
    errorCode: 'REQUIRED_FIELD_MISSING',
    message: `Required fields are missing: [${names.join(', ')}]`,
    fields: [...names],
  });
}

/** What the JSON parser of the real API says of a value of a wrong type. */
export function cannotDeserialize(options: {
  type: string;
  value: unknown;
}): SalesforceError {
  const { type, value } = options;
  return new SalesforceError({
    errorCode: 'JSON_PARSER_ERROR',
    message: `Cannot deserialize instance of ${type} from ${describeToken(
      value,
    )} or request may be missing a required field at [line:1, column:2]`,
  });
}

function describeToken(value: unknown): string {
  if (value === null) return 'VALUE_NULL value null';
  if (Array.isArray(value)) return 'START_ARRAY value [';
  switch (typeof value) {
    case 'string':
      return `VALUE_STRING value ${value}`;
    case 'boolean':
      return `VALUE_${String(value).toUpperCase()} value ${value}`;
    case 'number':
      return `VALUE_NUMBER_${
        Number.isInteger(value) ? 'INT' : 'FLOAT'
      } value ${value}`;
    default:
      return 'START_OBJECT value {';
  }
}

export function stringTooLong(
  field: FieldDefinition,
  value: string,
): SalesforceError {
  return new SalesforceError({
    errorCode: 'STRING_TOO_LONG',
    message: `${field.label}: data value too large: ${value} (max length=${field.length})`,
    fields: [field.name],
  });
}

export function badPicklistValue(
  field: FieldDefinition,
  value: string,
): SalesforceError {
  return new SalesforceError({
    errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    message: `${field.label}: bad value for restricted picklist field: ${value}`,
    fields: [field.name],
  });
}

export function invalidEmail(
  field: FieldDefinition,
  value: string,
): SalesforceError {
  return new SalesforceError({
    errorCode: 'INVALID_EMAIL_ADDRESS',
    message: `${field.label}: invalid email address: ${value}`,
    fields: [field.name],
  });
}

export function numberOutOfRange(
  field: FieldDefinition,
  value: number,
): SalesforceError {
  return new SalesforceError({
    errorCode: 'NUMBER_OUTSIDE_VALID_RANGE',
    message: `${field.label}: value outside of valid range on numeric field: ${value}`,
    fields: [field.name],
  });
}

/** `MALFORMED_ID` for what is no id, `FIELD_INTEGRITY_EXCEPTION` for an id of a wrong object. */
export function idOfIncorrectType(
  field: FieldDefinition,
  value: string,
  errorCode: 'MALFORMED_ID' | 'FIELD_INTEGRITY_EXCEPTION',
): SalesforceError {
  return new SalesforceError({
    errorCode,
    message: `${field.label}: id value of incorrect type: ${value}`,
    fields: [field.name],
  });
}

export function invalidCrossReference(): SalesforceError {
  return new SalesforceError({
    errorCode: 'INVALID_CROSS_REFERENCE_KEY',
    message: 'invalid cross reference id',
    fields: [],
  });
}

export function insufficientAccessOnCrossReference(
  id: string,
): SalesforceError {
  return new SalesforceError({
    errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    message: `insufficient access rights on cross-reference id: ${id.slice(
      0,
      15,
    )}`,
    fields: [],
  });
}

export function duplicateValue(
  field: FieldDefinition,
  otherId: string,
): SalesforceError {
  return new SalesforceError({
    errorCode: 'DUPLICATE_VALUE',
    message: `duplicate value found: ${
      field.name
    } duplicates value on record with id: ${otherId.slice(0, 15)}`,
    fields: [],
  });
}

export function mixedDml(names: {
  object: string;
  original: string;
}): SalesforceError {
  return new SalesforceError({
    errorCode: 'MIXED_DML_OPERATION',
    message: `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${names.object}, original object: ${names.original}`,
    fields: [],
  });
}
