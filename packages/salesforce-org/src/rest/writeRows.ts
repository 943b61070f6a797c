import { normalizeId } from '../core/ids';
import { SalesforceError } from '../core/SalesforceError';
import type { CallContext, FieldInput } from '../core/types';
import { invalidCrossReference } from '../dml/errors';
import { asSalesforceError, rowErrors } from '../http/errorAnswers';
import type { WireServices } from '../http/WireServices';
import type { ObjectDefinition } from '../schema/definitions';

/** One row of a collection, and what to do with it. */
export type RowWrite =
  | { kind: 'insert'; object: string; fields: FieldInput }
  | {
      kind: 'update';
      object: string;
      id: string | undefined;
      fields: FieldInput;
    }
  | {
      kind: 'upsert';
      object: string;
      /** Type that the URL names; the record must not say another. */
      expectedObject: string;
      field: string;
      fields: FieldInput;
    }
  | { kind: 'upsertNew'; object: string; fields: FieldInput }
  | { kind: 'upsertById'; object: string; id: string; fields: FieldInput }
  | { kind: 'delete'; id: string; expectedObject?: string };

/** As in the answer. `errors` say `statusCode`, not `errorCode`. */
export interface RowResult {
  id?: string;
  success: boolean;
  errors: Record<string, unknown>[];
  created?: boolean;
}

class RollBack extends Error {}

/**
 * Writes rows in one transaction. A row that is refused does not disturb the
 * others, unless all of them are to stand or fall together.
 */
export function writeRows(
  wire: WireServices,
  ctx: CallContext,
  options: { writes: readonly RowWrite[]; allOrNone: boolean },
): RowResult[] {
  const { writes, allOrNone } = options;
  const results: RowResult[] = [];
  const run = () => {
    for (const write of writes) {
      results.push(attempt(wire, ctx, write));
    }
    if (allOrNone && results.some(result => !result.success)) {
      throw new RollBack();
    }
  };
  try {
    wire.org.dml.transaction(ctx, run);
  } catch (error) {
    if (!(error instanceof RollBack)) {
      throw error;
    }
    return results.map(result => (result.success ? rolledBack() : result));
  }
  return results;
}

function rolledBack(): RowResult {
  return {
    success: false,
    errors: [
      {
        statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
        message:
          'Record rolled back because not all records were valid and the request was using AllOrNone header',
        fields: [],
      },
    ],
  };
}

function attempt(
  wire: WireServices,
  ctx: CallContext,
  write: RowWrite,
): RowResult {
  try {
    return apply(wire, ctx, write);
  } catch (error) {
    const refusal = asSalesforceError(error);
    return {
      success: false,
      errors: rowErrors(
        refusal.errorCode === 'NOT_FOUND' ? invalidCrossReference() : refusal,
      ),
    };
  }
}

function apply(
  wire: WireServices,
  ctx: CallContext,
  write: RowWrite,
): RowResult {
  const { dml } = wire.org;
  switch (write.kind) {
    case 'insert':
      return succeeded(
        dml.insert(ctx, requireType(wire, ctx, write.object), write.fields),
      );
    case 'update': {
      const object = requireType(wire, ctx, write.object);
      const id = requireId(wire, object, write.id);
      dml.update(ctx, object, id, write.fields);
      return succeeded(fullId(id));
    }
    case 'delete': {
      const object = objectOfId(wire, write);
      dml.delete(ctx, object, write.id);
      return succeeded(fullId(write.id));
    }
    case 'upsertNew':
      return {
        ...succeeded(
          dml.insert(ctx, requireType(wire, ctx, write.object), write.fields),
        ),
        created: true,
      };
    case 'upsertById': {
      const object = requireType(wire, ctx, write.object);
      dml.update(ctx, object, requireId(wire, object, write.id), write.fields);
      return { ...succeeded(fullId(write.id)), created: false };
    }
    default: {
      const { id, created } = upsert(wire, ctx, write);
      return { ...succeeded(id), created };
    }
  }
}

function upsert(
  wire: WireServices,
  ctx: CallContext,
  write: RowWrite & { kind: 'upsert' },
) {
  if (write.object.toLowerCase() !== write.expectedObject.toLowerCase()) {
    throw new SalesforceError({
      errorCode: 'INVALID_TYPE',
      message: `The type ${write.object} does not match ${write.expectedObject}`,
      fields: [],
    });
  }
  const key = Object.keys(write.fields).find(
    name => name.toLowerCase() === write.field.toLowerCase(),
  );
  const value = key === undefined ? undefined : write.fields[key];
  if (key === undefined || value === null || value === undefined) {
    throw new SalesforceError({
      errorCode: 'MISSING_ARGUMENT',
      message: `${write.field} not specified`,
      fields: [],
    });
  }
  const { [key]: _, ...fields } = write.fields;
  return wire.org.dml.upsert(
    ctx,
    write.object,
    { field: write.field, value: String(value) },
    fields,
  );
}

function succeeded(id: string): RowResult {
  return { id, success: true, errors: [] };
}

/** Rows know no 404: their codes are those of the SOAP API. */
function requireType(
  wire: WireServices,
  ctx: CallContext,
  type: string,
): string {
  if (type === '') {
    throw new SalesforceError({
      errorCode: 'INVALID_TYPE',
      message: 'The attributes of each record must name its type',
      fields: [],
    });
  }
  const { access, schema } = wire.org;
  const definition = schema.get(type);
  if (!definition || !access.canSeeObject(ctx, definition)) {
    throw new SalesforceError({
      errorCode: 'INVALID_TYPE',
      message: `sObject type '${type}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
      fields: [],
    });
  }
  return definition.name;
}

function requireId(
  wire: WireServices,
  object: string,
  id: string | undefined,
): string {
  if (id === undefined || id === '') {
    throw new SalesforceError({
      errorCode: 'MISSING_ARGUMENT',
      message: 'Id not specified in an update call',
      fields: [],
    });
  }
  const { keyPrefix, label } = wire.org.schema.require(object);
  if (!normalizeId(id) || id.slice(0, 3) !== keyPrefix) {
    throw new SalesforceError({
      errorCode: 'MALFORMED_ID',
      message: `${label} ID: id value of incorrect type: ${id}`,
      fields: ['Id'],
    });
  }
  return id;
}

function objectOfId(
  wire: WireServices,
  { id, expectedObject }: RowWrite & { kind: 'delete' },
): string {
  const definition = definitionOfId(wire, id);
  if (expectedObject !== undefined && definition.name !== expectedObject) {
    throw new SalesforceError({
      errorCode: 'MALFORMED_ID',
      message: `${expectedObject} ID: id value of incorrect type: ${id}`,
      fields: ['Id'],
    });
  }
  return definition.name;
}

/**
 * The object that an id is of, by its first three characters.
 *
 * @throws MALFORMED_ID
 */
export function definitionOfId(
  wire: WireServices,
  id: string,
): ObjectDefinition {
  const definition = normalizeId(id)
    ? wire.org.schema.byKeyPrefix(id.slice(0, 3))
    : undefined;
  if (!definition) {
    throw new SalesforceError({
      errorCode: 'MALFORMED_ID',
      message: `malformed id ${id}`,
      fields: [],
    });
  }
  return definition;
}

/** Answers name records by 18 characters, however they were asked for. */
function fullId(id: string): string {
  return normalizeId(id) ?? id;
}
