import type {
  BeforeInsertEvent,
  BeforeUpdateEvent,
  ObjectRules,
  OrgServices,
} from '../../core/types';
import { accessRefusal, integrityRefusal, refusal } from '../refusals';
import { idOf, textOf } from '../textOf';

/** Objects whose records have an owner whom people choose. */
export function ownedObjects(org: OrgServices): string[] {
  return org.schema
    .all()
    .filter(object => !object.virtual && !object.setup)
    .filter(object => object.field('OwnerId')?.createable)
    .map(object => object.name);
}

/**
 * Owners: the caller by default; never an inactive user; a queue only of
 * that object; and a transfer only by those who may transfer the record, to
 * somebody who may read the object.
 */
export function ownerRules(object: string): ObjectRules {
  return {
    object,
    defaults: ({ ctx, tx }) =>
      tx.get('User', ctx.userId) ? { OwnerId: ctx.userId } : {},

    validate(event) {
      const before = 'before' in event ? event.before : undefined;
      const ownerId = idOf(event.row.OwnerId);
      if (!ownerId || before?.OwnerId === ownerId) {
        return;
      }
      const owner = event.tx.get('User', ownerId);
      if (owner) {
        requireActive(event, object, ownerId, owner.IsActive === true);
        requireReader(event, ownerId);
      } else {
        requireQueueOf(event, object, ownerId);
      }
      if ('before' in event) {
        requireTransfer(event);
      }
    },
  };
}

function requireActive(
  { ctx, org }: BeforeInsertEvent | BeforeUpdateEvent,
  object: string,
  ownerId: string,
  isActive: boolean,
): void {
  const allowed =
    isActive ||
    ctx.systemMode ||
    org.access.hasSystemPermission(ctx, 'EditRecordsWithInactiveOwner');
  if (!allowed) {
    throw refusal(
      'INACTIVE_OWNER_OR_USER',
      `operation performed with inactive user [${ownerId}] as owner of ${object.toLowerCase()}`,
    );
  }
}

function requireReader(
  event: BeforeInsertEvent | BeforeUpdateEvent,
  ownerId: string,
): void {
  const { ctx, org, object } = event;
  if (ctx.systemMode || ownerId === ctx.userId) {
    return;
  }
  if (!org.access.canSeeObject({ ...ctx, userId: ownerId }, object)) {
    throw refusal(
      'TRANSFER_REQUIRES_READ',
      `The new owner must have read permission: ${ownerId}`,
      ['OwnerId'],
    );
  }
}

function requireQueueOf(
  { tx }: BeforeInsertEvent | BeforeUpdateEvent,
  object: string,
  queueId: string,
): void {
  const queue = tx.get('Group', queueId);
  if (!queue) {
    return; // An id that leads nowhere; the engine says so.
  }
  const serves = tx
    .findBy('QueueSobject', 'QueueId', queueId)
    .some(row => textOf(row.SobjectType) === object);
  if (queue.Type !== 'Queue' || !serves) {
    throw integrityRefusal('Queue not associated with this SObject type', [
      'OwnerId',
    ]);
  }
}

/** Own records can be given away; those of others need a permission. */
function requireTransfer(event: BeforeUpdateEvent): void {
  const { before, ctx, org, object } = event;
  if (!ctx.systemMode && !org.access.canTransferRow(ctx, object, before)) {
    throw accessRefusal();
  }
}
