import { SalesforceError } from '../core/SalesforceError';
import type { QueryRecord } from '../core/types';
import type { ApiAnswer, ApiCall } from '../http/ApiCall';
import type { WireServices } from '../http/WireServices';

/** 304 when the record has not changed since the caller last saw it. */
export function notModified(
  wire: WireServices,
  call: ApiCall,
  record: QueryRecord,
): ApiAnswer | undefined {
  const since = Date.parse(call.headers['if-modified-since'] ?? '');
  if (Number.isNaN(since)) {
    return undefined;
  }
  const id = String(record.Id ?? '');
  const modified = modifiedAt(wire, record.attributes.type, id);
  return modified !== undefined && modified <= since + 999
    ? { status: 304 }
    : undefined;
}

/**
 * If-Unmodified-Since on a write: 412 when somebody was faster.
 * @throws 412 PRECONDITION_FAILED
 */
export function checkPreconditions(
  wire: WireServices,
  call: ApiCall,
  target: { object: string; id: string },
): void {
  const since = Date.parse(call.headers['if-unmodified-since'] ?? '');
  if (Number.isNaN(since)) {
    return;
  }
  const { object, id } = target;
  const row = wire.org.retrieve(call.ctx, object, id, { fields: ['Id'] });
  const modified = modifiedAt(wire, row.attributes.type, String(row.Id));
  if (modified !== undefined && modified > since + 999) {
    throw new SalesforceError({
      httpStatus: 412,
      errorCode: 'PRECONDITION_FAILED',
      message: 'The record has been modified since the given time',
    });
  }
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
