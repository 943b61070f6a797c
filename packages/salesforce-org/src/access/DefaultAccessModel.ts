import type { AccessModel, CallContext, OrgServices, Row } from '../core/types';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import { settingObjectNames } from '../rules/setup/settingObjects';
import { FieldRight, ObjectRight } from './Grants';
import { ObjectRights } from './ObjectRights';
import { RecordSharing } from './RecordSharing';
import {
  isOwnRow,
  personalFields,
  rowsOfOneself,
  userManagers,
} from './setupRows';
import { SharingLevel, type Level } from './UserSharing';

/** Objects with a permission of their own to give records away. */
const transferPermissions: Readonly<Record<string, string>> = {
  Case: 'TransferAnyCase',
  Lead: 'TransferAnyLead',
};

type Verb = 'read' | 'create' | 'edit' | 'delete';

/**
 * Who may see and do what: profiles, permission sets and their groups give
 * rights to objects and fields, sharing opens records, and system permissions
 * govern setup. A right without sharing opens nothing, nor does sharing
 * without a right.
 */
export class DefaultAccessModel implements AccessModel {
  readonly #org: OrgServices;
  readonly #rights: ObjectRights;
  readonly #sharing: RecordSharing;

  constructor(options: { org: OrgServices }) {
    this.#org = options.org;
    this.#rights = new ObjectRights(options);
    this.#sharing = new RecordSharing(options);
  }

  canSeeObject(ctx: CallContext, object: ObjectDefinition): boolean {
    return (
      !settingObjectNames.has(object.name) && this.#may(ctx, object, 'read')
    );
  }

  canCreate(ctx: CallContext, object: ObjectDefinition): boolean {
    return this.#may(ctx, object, 'create');
  }

  canEdit(ctx: CallContext, object: ObjectDefinition): boolean {
    return this.#may(ctx, object, 'edit');
  }

  canDelete(ctx: CallContext, object: ObjectDefinition): boolean {
    return this.#may(ctx, object, 'delete');
  }

  canReadField(
    ctx: CallContext,
    object: ObjectDefinition,
    field: FieldDefinition,
  ): boolean {
    return this.#rights.hasField(ctx.userId, object, field, FieldRight.read);
  }

  canEditField(
    ctx: CallContext,
    object: ObjectDefinition,
    field: FieldDefinition,
  ): boolean {
    if (object.name === 'User') {
      return personalFields.has(field.name) || this.#hasAny(ctx, userManagers);
    }
    return this.#rights.hasField(ctx.userId, object, field, FieldRight.edit);
  }

  canReadRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean {
    const filter = this.rowFilter(ctx, object);
    return this.canSeeObject(ctx, object) && (!filter || filter(row));
  }

  canEditRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean {
    if (!this.canEdit(ctx, object)) {
      return false;
    }
    if (object.name === 'User') {
      return row.Id === ctx.userId || this.#hasAny(ctx, userManagers);
    }
    return this.#isOpen(ctx, object, row, {
      level: SharingLevel.edit,
      override: ObjectRight.modifyAll,
    });
  }

  canDeleteRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean {
    return (
      this.canDelete(ctx, object) &&
      this.#isOpen(ctx, object, row, {
        level: isDetail(object) ? SharingLevel.edit : SharingLevel.full,
        override: ObjectRight.modifyAll,
      })
    );
  }

  rowFilter(
    ctx: CallContext,
    object: ObjectDefinition,
  ): ((row: Row) => boolean) | undefined {
    const own = rowsOfOneself[object.name];
    if (own) {
      return this.#hasAny(ctx, own.permissions)
        ? undefined
        : row => isOwnRow(ctx, object.name, row);
    }
    const shared = this.#sharedObject(object);
    if (shared) {
      return row => {
        const parent = this.#sharedRow(shared, row);
        return parent !== undefined && this.canReadRow(ctx, shared, parent);
      };
    }
    if (
      object.sharingModel === 'not_shared' ||
      object.sharingModel === 'public_read' ||
      object.sharingModel === 'public_read_write' ||
      this.#rights.has(ctx.userId, object, ObjectRight.viewAll)
    ) {
      return undefined;
    }
    const levelOf = this.#sharing.levelsOf(ctx.userId);
    return row => levelOf(object, row) >= SharingLevel.read;
  }

  hasSystemPermission(ctx: CallContext, permission: string): boolean {
    return this.#rights.hasSystemPermission(ctx.userId, permission);
  }

  canTransferRow(
    ctx: CallContext,
    object: ObjectDefinition,
    row: Row,
  ): boolean {
    const mayTransfer =
      this.#hasAny(ctx, [
        'TransferAnyEntity',
        transferPermissions[object.name] ?? 'TransferAnyEntity',
      ]) && this.canReadRow(ctx, object, row);
    return (
      this.canEdit(ctx, object) &&
      object.field('OwnerId') !== undefined &&
      (mayTransfer ||
        this.#isOpen(ctx, object, row, {
          level: SharingLevel.full,
          override: ObjectRight.modifyAll,
        }))
    );
  }

  #isOpen(
    ctx: CallContext,
    object: ObjectDefinition,
    row: Row,
    need: { level: Level; override: number },
  ): boolean {
    if (isOwnRow(ctx, object.name, row)) {
      return true;
    }
    const own = rowsOfOneself[object.name];
    if (own) {
      return this.#hasAny(ctx, own.permissions);
    }
    const shared = this.#sharedObject(object);
    if (shared) {
      const parent = this.#sharedRow(shared, row);
      return (
        parent !== undefined &&
        this.#isOpen(ctx, shared, parent, {
          level: SharingLevel.full,
          override: ObjectRight.modifyAll,
        })
      );
    }
    return (
      this.#rights.has(ctx.userId, object, need.override) ||
      this.#sharing.level(ctx.userId, object, row) >= need.level
    );
  }

  #may(ctx: CallContext, object: ObjectDefinition, verb: Verb): boolean {
    if (object.permissionable) {
      return this.#rights.has(ctx.userId, object, ObjectRight[verb]);
    }
    const permissions = object.systemPermissions[verb];
    return permissions === undefined || this.#hasAny(ctx, permissions);
  }

  #hasAny(ctx: CallContext, permissions: readonly string[]): boolean {
    return permissions.some(permission =>
      this.hasSystemPermission(ctx, permission),
    );
  }

  /** For `AccountShare`: the Account whose record a row is about. */
  #sharedObject(object: ObjectDefinition): ObjectDefinition | undefined {
    return object.name.endsWith('Share') && !object.setup
      ? this.#org.schema.get(object.name.slice(0, -'Share'.length))
      : undefined;
  }

  #sharedRow(shared: ObjectDefinition, share: Row): Row | undefined {
    const id = share[`${shared.name}Id`];
    return typeof id === 'string'
      ? this.#org.store.get(shared.name, id)
      : undefined;
  }
}

/** Details are deleted by whoever may edit their master. */
function isDetail(object: ObjectDefinition): boolean {
  const field = object.sharingParentField
    ? object.field(object.sharingParentField)
    : undefined;
  return (
    object.sharingModel === 'controlled_by_parent' &&
    field !== undefined &&
    !field.nillable
  );
}
