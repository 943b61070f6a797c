import { createHash } from 'node:crypto';
import { SalesforceError } from '../core/SalesforceError';
import type { QueryRecord } from '../core/types';
import type { ApiAnswer, ApiCall } from '../http/ApiCall';
import type { WireServices } from '../http/WireServices';

/** What an answer with a record says of its state; accounts have a tag. */
export function stateHeaders(
  wire: WireServices,
  record: QueryRecord,
): Record<string, string> {
  const { type } = record.attributes;
  const id = String(record.Id ?? '');
  const modified = modifiedAt(wire, type, id);
  const tag = entityTag(wire, type, id);
  return {
    ...(modified === undefined
      ? {}
      : { 'Last-Modified': new Date(modified).toUTCString() }),
    ...(tag === undefined ? {} : { ETag: tag }),
  };
}

/** 304 when the record has not changed since the caller last saw it. */
export function notModified(
  wire: WireServices,
  call: ApiCall,
  record: QueryRecord,
): ApiAnswer | undefined {
  const { type } = record.attributes;
  const id = String(record.Id ?? '');
  const known = call.headers['if-none-match'];
  const tag = entityTag(wire, type, id);
  if (known !== undefined && tag !== undefined) {
    return namesTag(known, tag) ? { status: 304 } : undefined;
  }
  const since = Date.parse(call.headers['if-modified-since'] ?? '');
  const modified = modifiedAt(wire, type, id);
  return !Number.isNaN(since) &&
    modified !== undefined &&
    modified <= since + 999
    ? { status: 304 }
    : undefined;
}

/**
 * If-Match and If-Unmodified-Since on a write: 412 when somebody was faster.
 * @throws 412 PRECONDITION_FAILED
 */
export function checkPreconditions(
  wire: WireServices,
  call: ApiCall,
  target: { object: string; id: string },
): void {
  const match = call.headers['if-match'];
  const since = Date.parse(call.headers['if-unmodified-since'] ?? '');
  if (match === undefined && Number.isNaN(since)) {
    return;
  }
  const { object, id } = target;
  const row = wire.org.retrieve(call.ctx, object, id, { fields: ['Id'] });
  const { type } = row.attributes;
  const rowId = String(row.Id);
  const tag = entityTag(wire, type, rowId);
  const modified = modifiedAt(wire, type, rowId);
  const isOther =
    match !== undefined && tag !== undefined && !namesTag(match, tag);
  if (isOther || (modified !== undefined && modified > since + 999)) {
    throw new SalesforceError({
      httpStatus: 412,
      errorCode: 'PRECONDITION_FAILED',
      message: 'The record has been modified since the given time',
    });
  }
}

/** Salesforce tags accounts and nothing else. */
function entityTag(
  wire: WireServices,
  object: string,
  id: string,
): string | undefined {
  const row = object === 'Account' ? wire.org.store.get(object, id) : undefined;
  return row
    ? `"${createHash('sha256')
        .update(JSON.stringify(row))
        .digest('base64url')
        .slice(0, 24)}"`
    : undefined;
}

/** A tag in a list of tags, however it is marked; `*` is any. */
function namesTag(list: string, tag: string): boolean {
  const plain = (text: string) =>
    text
      .trim()
      .replace(/^W\//, '')
      .replace(/^"|"$/g, '')
      .replace(/--gzip$/, '');
  return list
    .split(',')
    .some(entry => entry.trim() === '*' || plain(entry) === plain(tag));
}

function modifiedAt(
  wire: WireServices,
  object: string,
  id: string,
): number | undefined {
  const stamp = wire.org.store.get(object, id)?.LastModifiedDate;
  const time = typeof stamp === 'string' ? Date.parse(stamp) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
