import type {
  CallContext,
  ObjectRules,
  OrgServices,
  Row,
  VirtualRowsRequest,
} from '../../core/types';
import { SalesforceError } from '../../core/SalesforceError';

/** Salesforce answers for so many records at a time. */
const MAXIMUM_RECORDS = 200;

/** What a user may do with records: computed when asked, by user and record. */
export function userRecordAccessRules(): ObjectRules {
  return {
    object: 'UserRecordAccess',
    virtualRows: request => rowsOf(request),
  };
}

function rowsOf(request: VirtualRowsRequest): Row[] {
  const { ctx, org, equalities } = request;
  const userIds = textsOf(equalities.get('UserId'));
  const recordIds = textsOf(equalities.get('RecordId'));
  if (userIds.length === 0 || recordIds.length === 0) {
    throw new SalesforceError({
      errorCode: 'MALFORMED_QUERY',
      message:
        'UserRecordAccess requires a filter by a single UserId and by RecordId',
    });
  }
  if (recordIds.length > MAXIMUM_RECORDS) {
    throw new SalesforceError({
      errorCode: 'EXCEEDED_ID_LIMIT',
      message: `UserRecordAccess can be asked about at most ${MAXIMUM_RECORDS} records`,
    });
  }
  return userIds.flatMap(userId =>
    recordIds.flatMap(
      recordId => rowOf({ org, ctx: { ...ctx, userId }, recordId }) ?? [],
    ),
  );
}

function rowOf(options: {
  org: OrgServices;
  ctx: CallContext;
  recordId: string;
}): Row | undefined {
  const { org, recordId } = options;
  const ctx = { ...options.ctx, systemMode: false };
  const { access } = org;
  const object = org.schema.byKeyPrefix(recordId.slice(0, 3));
  const row = object ? org.store.get(object.name, recordId) : undefined;
  if (!object || !row || row.IsDeleted === true) {
    return undefined;
  }
  const read = access.canReadRow(ctx, object, row);
  const edit = read && access.canEditRow(ctx, object, row);
  const remove = read && access.canDeleteRow(ctx, object, row);
  const transfer = read && access.canTransferRow(ctx, object, row);
  const all = edit && remove && transfer;
  return {
    Id: `${ctx.userId}.${recordId}`,
    UserId: ctx.userId,
    RecordId: recordId,
    HasReadAccess: read,
    HasEditAccess: edit,
    HasDeleteAccess: remove,
    HasTransferAccess: transfer,
    HasAllAccess: all,
    MaxAccessLevel: highestOf({ read, edit, remove, transfer, all }),
  };
}

function highestOf(may: {
  read: boolean;
  edit: boolean;
  remove: boolean;
  transfer: boolean;
  all: boolean;
}): string {
  if (may.all) return 'All';
  if (may.transfer) return 'Transfer';
  if (may.remove) return 'Delete';
  if (may.edit) return 'Edit';
  return may.read ? 'Read' : 'None';
}

function textsOf(values: readonly unknown[] | undefined): string[] {
  return (values ?? []).filter(
    (value): value is string => typeof value === 'string',
  );
}
