import { AllowEverything } from '../core/AllowEverything';
import type { AccessModel, CallContext, OrgServices, Row } from '../core/types';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import { DefaultAccessModel } from './DefaultAccessModel';

/**
 * The access model of an org that may be empty. Without a single permission
 * set there is nobody who could be allowed anything, so all is allowed; as
 * soon as there is one, permissions count.
 */
export class GovernedAccessModel implements AccessModel {
  readonly #org: OrgServices;
  readonly #governed: AccessModel;
  readonly #open: AccessModel = new AllowEverything();

  constructor(options: { org: OrgServices }) {
    this.#org = options.org;
    this.#governed = new DefaultAccessModel(options);
  }

  canSeeObject(ctx: CallContext, object: ObjectDefinition): boolean {
    return this.#model.canSeeObject(ctx, object);
  }

  canCreate(ctx: CallContext, object: ObjectDefinition): boolean {
    return this.#model.canCreate(ctx, object);
  }

  canEdit(ctx: CallContext, object: ObjectDefinition): boolean {
    return this.#model.canEdit(ctx, object);
  }

  canDelete(ctx: CallContext, object: ObjectDefinition): boolean {
    return this.#model.canDelete(ctx, object);
  }

  canReadField(
    ctx: CallContext,
    object: ObjectDefinition,
    field: FieldDefinition,
  ): boolean {
    return this.#model.canReadField(ctx, object, field);
  }

  canEditField(
    ctx: CallContext,
    object: ObjectDefinition,
    field: FieldDefinition,
  ): boolean {
    return this.#model.canEditField(ctx, object, field);
  }

  canReadRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean {
    return this.#model.canReadRow(ctx, object, row);
  }

  canEditRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean {
    return this.#model.canEditRow(ctx, object, row);
  }

  canDeleteRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean {
    return this.#model.canDeleteRow(ctx, object, row);
  }

  canTransferRow(
    ctx: CallContext,
    object: ObjectDefinition,
    row: Row,
  ): boolean {
    return this.#model.canTransferRow(ctx, object, row);
  }

  rowFilter(
    ctx: CallContext,
    object: ObjectDefinition,
  ): ((row: Row) => boolean) | undefined {
    return this.#model.rowFilter(ctx, object);
  }

  hasSystemPermission(ctx: CallContext, permission: string): boolean {
    return this.#model.hasSystemPermission(ctx, permission);
  }

  get #model(): AccessModel {
    return this.#org.store.count('PermissionSet') > 0
      ? this.#governed
      : this.#open;
  }
}
