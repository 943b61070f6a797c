import { normalizeId } from '../core/ids';
import { SalesforceError } from '../core/SalesforceError';
import type { CallContext } from '../core/types';
import { asSalesforceError, rowErrors } from '../http/errorAnswers';
import { isJsonObject, type JsonObject } from '../http/RequestBody';
import { purgeRaw } from '../oauth/writeRaw';
import type { QueryPage } from '../rest/QueryCursorStore';
import {
  definitionOfId,
  writeRows,
  type RowResult,
  type RowWrite,
} from '../rest/writeRows';
import { requiredText, text, type SoapCall } from './SoapCall';
import { SoapFault, type SoapValue } from './SoapFault';
import {
  readSoapRecords,
  soapRecord,
  soapResult,
  textsOf,
  type SoapRecord,
} from './soapRecords';

type DataMethod = (
  call: SoapCall,
  caller: { ctx: CallContext },
) => SoapValue | undefined;

const MAXIMUM_RECORDS = 200;
const MAXIMUM_PAGE = 2000;

/** Rows by SOAP, for clients that know nothing else. */
export const soapDataMethods: readonly [string, DataMethod][] = [
  [
    'create',
    (call, { ctx }) =>
      save(call, ctx, ({ type, id, fields }) => ({
        kind: 'insert',
        object: type,
        fields: id === undefined ? fields : { ...fields, Id: id },
      })),
  ],
  [
    'update',
    (call, { ctx }) =>
      save(call, ctx, ({ type, id, fields }) => ({
        kind: 'update',
        object: type,
        id,
        fields,
      })),
  ],
  [
    'upsert',
    (call, { ctx }) => {
      const field = requiredText(call.parameters, 'externalIDFieldName');
      return save(call, ctx, record => upsertOf(record, field));
    },
  ],
  [
    'delete',
    (call, { ctx }) =>
      write(
        call,
        ctx,
        textsOf(call.parameters.ids).map(id => ({ kind: 'delete', id })),
      ),
  ],
  [
    'undelete',
    (call, { ctx }) =>
      textsOf(call.parameters.ids).map(id =>
        attempt(id, () =>
          call.wire.org.dml.undelete(
            ctx,
            definitionOfId(call.wire, id).name,
            id,
          ),
        ),
      ),
  ],
  [
    'emptyRecycleBin',
    (call, { ctx }) =>
      textsOf(call.parameters.ids).map(id =>
        attempt(id, () => emptyRecycleBin(call, ctx, id)),
      ),
  ],
  ['query', (call, { ctx }) => query(call, ctx, false)],
  ['queryAll', (call, { ctx }) => query(call, ctx, true)],
  [
    'queryMore',
    (call, { ctx }) => {
      const locator = requiredText(call.parameters, 'queryLocator');
      const page = call.wire.queryCursors.next(ctx.userId, locator);
      return pageOf(page, call.wire.queryCursors.totalSize(locator));
    },
  ],
  [
    'describeGlobal',
    ({ wire }, { ctx }) =>
      toSoapValue({
        encoding: 'UTF-8',
        maxBatchSize: MAXIMUM_RECORDS,
        sobjects: wire.org.describeGlobal(ctx),
      }),
  ],
  ...['describeSObject', 'describeSObjects'].map(
    (name): [string, DataMethod] => [
      name,
      ({ wire, parameters }, { ctx }) =>
        textsOf(parameters.sObjectType).map(object =>
          toSoapValue(wire.org.describe(ctx, object)),
        ),
    ],
  ),
  [
    'retrieve',
    (call, { ctx }) => {
      const object = requiredText(call.parameters, 'sObjectType');
      const fields = requiredText(call.parameters, 'fieldList').split(
        /\s*,\s*/,
      );
      return textsOf(call.parameters.ids).map(id => {
        try {
          const { org } = call.wire;
          return soapRecord(org.retrieve(ctx, object, id, { fields }));
        } catch (error) {
          if (asSalesforceError(error).httpStatus === 404) {
            return null;
          }
          throw error;
        }
      });
    },
  ],
];

/** JSON has the same names as the elements. */
function toSoapValue(value: unknown): SoapValue {
  if (Array.isArray(value)) {
    return value.map(toSoapValue);
  }
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, toSoapValue(entry)]),
    );
  }
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? value
    : null;
}

function save(
  call: SoapCall,
  ctx: CallContext,
  writeOf: (record: SoapRecord) => RowWrite,
): SoapValue {
  return write(call, ctx, readSoapRecords(call.parameters).map(writeOf));
}

function write(
  { wire, header }: SoapCall,
  ctx: CallContext,
  writes: readonly RowWrite[],
): SoapValue {
  if (writes.length > MAXIMUM_RECORDS) {
    throw new SoapFault(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MAXIMUM_RECORDS} records into this call`,
    );
  }
  const allOrNone = headerText(header, 'AllOrNoneHeader', 'allOrNone');
  return writeRows(wire, ctx, {
    writes,
    allOrNone: allOrNone === 'true',
  }).map(soapResult);
}

function upsertOf({ type, id, fields }: SoapRecord, field: string): RowWrite {
  if (field.toLowerCase() !== 'id') {
    return {
      kind: 'upsert',
      object: type,
      expectedObject: type,
      field,
      fields,
    };
  }
  return id === undefined
    ? { kind: 'upsertNew', object: type, fields }
    : { kind: 'upsertById', object: type, id, fields };
}

/** One id stands or falls by itself. */
function attempt(id: string, run: () => void): SoapValue {
  let result: RowResult;
  try {
    run();
    result = { id: normalizeId(id) ?? id, success: true, errors: [] };
  } catch (error) {
    const errors = rowErrors(asSalesforceError(error));
    result = { success: false, errors };
  }
  return soapResult(result);
}

function emptyRecycleBin(call: SoapCall, ctx: CallContext, id: string): void {
  const { org } = call.wire;
  const object = org.requireVisibleObject(
    ctx,
    definitionOfId(call.wire, id).name,
  );
  const row = org.store.get(object.name, normalizeId(id) ?? id);
  if (row?.IsDeleted !== true || !org.access.canReadRow(ctx, object, row)) {
    throw new SalesforceError({
      errorCode: 'INVALID_ID_FIELD',
      message: 'Invalid record id; no recycle bin entry found',
    });
  }
  purgeRaw(org, object.name, row.Id);
}

function query(call: SoapCall, ctx: CallContext, all: boolean): SoapValue {
  const { wire, parameters, header } = call;
  const result = wire.org.query(ctx, requiredText(parameters, 'queryString'), {
    all,
  });
  const asked = Number(headerText(header, 'QueryOptions', 'batchSize'));
  const page = wire.queryCursors.open({
    userId: ctx.userId,
    result,
    pageSize: asked >= 200 && asked < MAXIMUM_PAGE ? asked : MAXIMUM_PAGE,
  });
  return pageOf(page, result.totalSize);
}

function pageOf(page: QueryPage, size: number): SoapValue {
  return {
    done: page.nextLocator === undefined,
    queryLocator: page.nextLocator ?? null,
    records: page.records.map(soapRecord),
    size,
  };
}

function headerText(
  header: JsonObject,
  name: string,
  field: string,
): string | null {
  const entry = header[name];
  return isJsonObject(entry) ? text(entry[field]) : null;
}
