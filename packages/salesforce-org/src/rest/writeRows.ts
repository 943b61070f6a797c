import { normalizeId } from '../core/ids';
import { SalesforceError } from '../core/SalesforceError';
import type { CallContext, FieldInput } from '../core/types';
import { asSalesforceError, rowErrors } from '../http/errorAnswers';
import type { WireServices } from '../http/WireServices';

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
  | { kind: 'delete'; id: string };

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
    return { success: false, errors: rowErrors(asSalesforceError(error)) };
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
        dml.insert(ctx, requireType(write.object), write.fields),
      );
    case 'update': {
      const id = requireId(write.id, 'Id not specified in an update call');
      dml.update(ctx, requireType(write.object), id, write.fields);
      return succeeded(fullId(id));
    }
    case 'delete': {
      const object = objectOfId(wire, write.id);
      dml.delete(ctx, object, write.id);
      return succeeded(fullId(write.id));
    }
    case 'upsertNew':
      return {
        ...succeeded(dml.insert(ctx, write.object, write.fields)),
        created: true,
      };
    case 'upsertById':
      dml.update(ctx, write.object, write.id, write.fields);
      return { ...succeeded(fullId(write.id)), created: false };
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

function requireType(type: string): string {
  if (type === '') {
    throw new SalesforceError({
      errorCode: 'INVALID_TYPE',
      message: 'The attributes of each record must name its type',
      fields: [],
    });
  }
  return type;
}

function requireId(id: string | undefined, message: string): string {
  if (id === undefined || id === '') {
    throw new SalesforceError({
      errorCode: 'MISSING_ARGUMENT',
      message,
      fields: [],
    });
  }
  return id;
}

function objectOfId(wire: WireServices, id: string): string {
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
  return definition.name;
}

/** Answers name records by 18 characters, however they were asked for. */
function fullId(id: string): string {
  return normalizeId(id) ?? id;
}
