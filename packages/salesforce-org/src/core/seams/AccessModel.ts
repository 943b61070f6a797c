import type {
  FieldDefinition,
  ObjectDefinition,
} from '../../schema/definitions';
import type { CallContext } from './CallContext';
import type { Row } from './values';

/**
 * Who may see and do what. `systemMode` contexts are never asked about. All
 * objects, fields and rows arrive resolved; answers must be fast, because
 * they are asked for every row of a query (see `rowFilter`).
 */
export interface AccessModel {
  /** False makes the object invisible: INVALID_TYPE, or 404 in /sobjects. */
  canSeeObject(ctx: CallContext, object: ObjectDefinition): boolean;
  canCreate(ctx: CallContext, object: ObjectDefinition): boolean;
  canEdit(ctx: CallContext, object: ObjectDefinition): boolean;
  canDelete(ctx: CallContext, object: ObjectDefinition): boolean;
  /** False makes the field invisible: 'No such column'. */
  canReadField(
    ctx: CallContext,
    object: ObjectDefinition,
    field: FieldDefinition,
  ): boolean;
  canEditField(
    ctx: CallContext,
    object: ObjectDefinition,
    field: FieldDefinition,
  ): boolean;
  canReadRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean;
  canEditRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean;
  canDeleteRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean;
  /** May the caller give the record to another owner? */
  canTransferRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean;
  /**
   * Made once per query and asked per row; undefined when the caller may read
   * every row, which spares the question.
   */
  rowFilter(
    ctx: CallContext,
    object: ObjectDefinition,
  ): ((row: Row) => boolean) | undefined;
  /** Name without the prefix `Permissions`: `ManageUsers`. */
  hasSystemPermission(ctx: CallContext, permission: string): boolean;
}
