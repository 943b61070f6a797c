import { normalizeId } from '../core/ids';
import { SalesforceError } from '../core/SalesforceError';
import type { CallContext, OrgServices, Row } from '../core/types';
import type { ObjectDefinition } from '../schema/definitions';
import {
  entityCannotBe,
  entityIsDeleted,
  insufficientAccess,
  notAnExternalId,
  resourceNotFound,
  rowIsMissing,
} from './errors';

/**
 * Whether a call may touch an object or a record at all. What may not be seen
 * looks as if it were not there; what may be seen and not changed is refused.
 * The org itself (system mode) may do everything.
 */
export class RecordGate {
  readonly #org: OrgServices;

  constructor(options: { org: OrgServices }) {
    this.#org = options.org;
  }

  visibleObject(ctx: CallContext, name: string): ObjectDefinition {
    const object = this.#org.schema.get(name);
    const visible =
      object && (ctx.systemMode || this.#org.access.canSeeObject(ctx, object));
    if (!visible) throw resourceNotFound();
    return object;
  }

  /** The record that a call is about: there, and not in the recycle bin. */
  existingRow(ctx: CallContext, object: ObjectDefinition, id: string): Row {
    const id18 = normalizeId(id);
    if (!id18) throw notAnExternalId(id);
    const row = this.#org.store.get(object.name, id18);
    if (!row) throw this.missing(object, id18);
    if (row.IsDeleted === true) throw entityIsDeleted();
    if (!ctx.systemMode && !this.#org.access.canReadRow(ctx, object, row)) {
      throw insufficientAccess();
    }
    return row;
  }

  /** 404 with the code that the switches say. */
  missing(object: ObjectDefinition, id: string): SalesforceError {
    const { switches } = this.#org;
    const isForeign = object.keyPrefix !== id.slice(0, 3);
    if (isForeign && switches.wrongKeyPrefixErrorCode === 'MALFORMED_ID') {
      return new SalesforceError({
        errorCode: 'MALFORMED_ID',
        message: `${object.label} ID: id value of incorrect type: ${id}`,
        fields: ['Id'],
      });
    }
    return rowIsMissing(switches.missingRowErrorCode);
  }

  checkInsert(ctx: CallContext, object: ObjectDefinition): void {
    if (ctx.systemMode) return;
    const may =
      object.capabilities.createable && this.#org.access.canCreate(ctx, object);
    if (!may) throw entityCannotBe('inserted', object);
  }

  checkUpdate(ctx: CallContext, object: ObjectDefinition, row: Row): void {
    if (ctx.systemMode) return;
    if (!object.capabilities.updateable) {
      throw entityCannotBe('updated', object);
    }
    const { access } = this.#org;
    const may =
      access.canEdit(ctx, object) && access.canEditRow(ctx, object, row);
    if (!may) throw insufficientAccess();
  }

  checkDelete(ctx: CallContext, object: ObjectDefinition, row: Row): void {
    if (ctx.systemMode) return;
    if (object.name === 'User') throw this.#usersStay();
    if (!object.capabilities.deletable) throw entityCannotBe('deleted', object);
    const { access } = this.#org;
    const may =
      access.canDelete(ctx, object) && access.canDeleteRow(ctx, object, row);
    if (!may) throw insufficientAccess();
  }

  #usersStay(): SalesforceError {
    const errorCode = this.#org.switches.userDeleteErrorCode;
    return errorCode === 'METHOD_NOT_ALLOWED'
      ? new SalesforceError({
          httpStatus: 405,
          errorCode,
          message:
            "HTTP Method 'DELETE' not allowed. Allowed are HEAD,GET,PATCH",
        })
      : new SalesforceError({
          errorCode,
          message: 'entity type cannot be deleted: User',
          fields: [],
        });
  }
}
