import { SalesforceError } from '../core/SalesforceError';
import type { FieldInput } from '../core/types';
import { jsonAnswer, type ApiAnswer, type ApiCall } from '../http/ApiCall';
import { isJsonObject, type JsonObject } from '../http/RequestBody';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import { requireExternalId } from './externalIds';
import { writeRows, type RowWrite } from './writeRows';

const MAXIMUM_RECORDS = 200;
const MAXIMUM_CHUNKS = 10;
const MAXIMUM_RETRIEVED = 2000;

/** `/composite/sobjects`: up to 200 rows in one call. */
export function collectionRoutes(wire: WireServices): Route[] {
  const pattern = '/composite/sobjects';
  return [
    {
      method: 'POST',
      pattern,
      handle: call => writeRecords(wire, call, record => insertOf(record)),
    },
    {
      method: 'PATCH',
      pattern,
      handle: call => writeRecords(wire, call, record => updateOf(record)),
    },
    {
      method: 'DELETE',
      pattern,
      handle: call => deleteRecords(wire, call),
    },
    {
      method: 'PATCH',
      pattern: `${pattern}/:object/:field`,
      handle: (call, { object, field }) => {
        const { name } = requireExternalId(wire, call, object, field);
        return writeRecords(wire, call, record =>
          upsertOf(record, name, field),
        );
      },
    },
    {
      method: 'POST',
      pattern: `${pattern}/:object`,
      handle: (call, { object }) => {
        const { ids, fields } = call.body.object();
        return retrieve(wire, call, object, textsOf(ids), textsOf(fields));
      },
    },
    {
      method: 'GET',
      pattern: `${pattern}/:object`,
      handle: (call, { object }) =>
        retrieve(
          wire,
          call,
          object,
          listOf(call.query.get('ids')),
          listOf(call.query.get('fields')),
        ),
    },
  ];
}

/** A record of the body, taken apart. */
interface CollectionRecord {
  readonly type: string;
  readonly id: string | undefined;
  readonly fields: FieldInput;
}

function writeRecords(
  wire: WireServices,
  call: ApiCall,
  writeOf: (record: CollectionRecord) => RowWrite,
): ApiAnswer {
  const body = call.body.object();
  if (!Array.isArray(body.records)) {
    throw missingArgument('records');
  }
  const records = body.records.map(readRecord);
  checkSize(wire, records.length);
  checkChunks(records.map(record => record.type));
  return jsonAnswer(
    writeRows(wire, call.ctx, {
      writes: records.map(writeOf),
      allOrNone: body.allOrNone === true,
    }),
  );
}

function deleteRecords(wire: WireServices, call: ApiCall): ApiAnswer {
  const ids = listOf(call.query.get('ids'));
  if (ids.length === 0) {
    throw missingArgument('ids');
  }
  checkSize(wire, ids.length);
  return jsonAnswer(
    writeRows(wire, call.ctx, {
      writes: ids.map(id => ({ kind: 'delete', id })),
      allOrNone: call.query.get('allOrNone') === 'true',
    }),
  );
}

/** In the order of the ids; null for those that cannot be read. */
function retrieve(
  wire: WireServices,
  call: ApiCall,
  object: string,
  ids: readonly string[],
  fields: readonly string[],
): ApiAnswer {
  if (ids.length > MAXIMUM_RETRIEVED) {
    throw oversized(wire, ids.length, MAXIMUM_RETRIEVED);
  }
  if (fields.length === 0) {
    throw missingArgument('fields');
  }
  const definition = wire.org.requireVisibleObject(call.ctx, object);
  return jsonAnswer(
    ids.map(id => {
      try {
        return wire.org.retrieve(call.ctx, definition.name, id, { fields });
      } catch (error) {
        if (error instanceof SalesforceError && error.httpStatus === 404) {
          return null;
        }
        throw error;
      }
    }),
  );
}

function readRecord(value: unknown): CollectionRecord {
  const record: JsonObject = isJsonObject(value) ? value : {};
  const { attributes, ...fields } = record;
  const idKey = Object.keys(fields).find(key => key.toLowerCase() === 'id');
  const type = isJsonObject(attributes) ? attributes.type : undefined;
  const id = idKey === undefined ? undefined : fields[idKey];
  if (idKey !== undefined) {
    delete fields[idKey];
  }
  return {
    type: typeof type === 'string' ? type : '',
    id: typeof id === 'string' ? id : undefined,
    fields,
  };
}

function insertOf({ type, id, fields }: CollectionRecord): RowWrite {
  return {
    kind: 'insert',
    object: type,
    fields: id === undefined ? fields : { ...fields, Id: id },
  };
}

function updateOf({ type, id, fields }: CollectionRecord): RowWrite {
  return { kind: 'update', object: type, id, fields };
}

function upsertOf(
  { type, id, fields }: CollectionRecord,
  object: string,
  field: string,
): RowWrite {
  if (field.toLowerCase() === 'id') {
    return id === undefined
      ? { kind: 'upsertNew', object, fields }
      : { kind: 'upsertById', object, id, fields };
  }
  return {
    kind: 'upsert',
    object: type || object,
    expectedObject: object,
    field,
    fields,
  };
}

function checkSize(wire: WireServices, count: number): void {
  if (count > MAXIMUM_RECORDS) {
    throw oversized(wire, count, MAXIMUM_RECORDS);
  }
}

/** Neighbours of one type make a chunk; ten of them are the most. */
function checkChunks(types: readonly string[]): void {
  const chunks = types.filter(
    (type, index) => index === 0 || type !== types[index - 1],
  ).length;
  if (chunks > MAXIMUM_CHUNKS) {
    throw new SalesforceError({
      errorCode: 'LIMIT_EXCEEDED',
      message: `Cannot process more than ${MAXIMUM_CHUNKS} chunks of object types in one call`,
    });
  }
}

function oversized(
  wire: WireServices,
  count: number,
  maximum: number,
): SalesforceError {
  return new SalesforceError({
    errorCode: wire.org.switches.oversizedRequestErrorCode,
    message: `record limit reached. cannot submit more than ${maximum} records into this call: ${count}`,
  });
}

function missingArgument(name: string): SalesforceError {
  return new SalesforceError({
    errorCode: 'MISSING_ARGUMENT',
    message: `The ${name} parameter is required`,
  });
}

function listOf(text: string | null): string[] {
  return (text ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string')
    : [];
}
