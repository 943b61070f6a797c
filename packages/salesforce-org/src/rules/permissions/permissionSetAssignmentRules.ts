import type {
  BeforeInsertEvent,
  ObjectRules,
  RuleEvent,
  Row,
} from '../../core/types';
import { integrityRefusal, refusal, shortId } from '../refusals';
import { idOf, textOf } from '../textOf';
import { writeAuditTrail } from '../writeAuditTrail';
import { isInForce, scheduleRemoval } from './expiringAssignments';
import { heldLicenses, licenseRefusal } from './licenseRefusals';
import { isProfileOwned, permissionSetOfGroup } from './ownedPermissionSets';

/**
 * Assignments of permission sets and of groups of them. A group's assignment
 * also names the permission set that the group owns. The row of the profile's
 * own set is there for everybody and can be neither made nor deleted.
 */
export const permissionSetAssignmentRules: ObjectRules = {
  object: 'PermissionSetAssignment',

  derived: {
    IsActive: (row, org) => isInForce(row, org.clock.now()),
  },

  beforeInsert(event) {
    const { row, tx, org } = event;
    const permissionSet = resolvePermissionSet(event);
    const assignee = tx.get('User', textOf(row.AssigneeId));
    if (!permissionSet || !assignee) {
      return; // An id that leads nowhere; the engine says so.
    }
    requireFutureExpiry(event);
    removeExpiredTwin(event);
    refuseDuplicate(event, permissionSet);
    if (
      assignee.IsActive !== true &&
      org.switches.assignmentToInactiveUser === 'refuse'
    ) {
      throw integrityRefusal(
        'Permission sets cannot be assigned to an inactive user',
        ['AssigneeId'],
      );
    }
    requireLicenses(event, permissionSet, assignee);
  },

  beforeUpdate(event) {
    if (isProfileOwned(event.tx, event.before)) {
      throw refusal(
        'INSUFFICIENT_ACCESS_OR_READONLY',
        'insufficient access rights on object id',
      );
    }
    requireFutureExpiry(event);
  },

  afterInsert(event) {
    const { row, tx, org } = event;
    const assignee = tx.get('User', textOf(row.AssigneeId));
    if (
      assignee?.IsActive !== true &&
      org.switches.assignmentToInactiveUser === 'ignore'
    ) {
      tx.purge('PermissionSetAssignment', row.Id);
      return;
    }
    scheduleRemoval(org, row);
    audit(event, row, 'PermSetAssign', 'assigned to');
  },

  afterUpdate(event) {
    if (event.changed('ExpirationDate')) {
      scheduleRemoval(event.org, event.row);
    }
  },

  beforeDelete({ row, tx, org, ctx }) {
    if (!ctx.systemMode && isProfileOwned(tx, row)) {
      throw refusal(
        org.switches.profileOwnedAssignmentDeleteErrorCode,
        'insufficient access rights on object id',
      );
    }
  },

  afterDelete(event) {
    audit(event, event.row, 'PermSetUnassign', 'unassigned from');
  },
};

/** Finds the set behind either id, and writes it into the row for a group. */
function resolvePermissionSet({ row, tx }: BeforeInsertEvent): Row | undefined {
  const groupId = idOf(row.PermissionSetGroupId);
  const setId = idOf(row.PermissionSetId);
  if (groupId) {
    const owned = permissionSetOfGroup(tx, groupId);
    if (setId && setId !== owned?.Id) {
      throw integrityRefusal(
        'Specify either a permission set or a permission set group, not both',
        ['PermissionSetId', 'PermissionSetGroupId'],
      );
    }
    row.PermissionSetId = owned?.Id;
    return owned;
  }
  if (!setId) {
    throw refusal(
      'REQUIRED_FIELD_MISSING',
      'Required fields are missing: [PermissionSetId]',
      ['PermissionSetId'],
    );
  }
  const set = tx.get('PermissionSet', setId);
  if (set && (set.IsOwnedByProfile === true || set.Type === 'Group')) {
    throw integrityRefusal(
      'A permission set that is owned by a profile or a permission set group cannot be assigned',
      ['PermissionSetId'],
    );
  }
  return set;
}

function requireFutureExpiry(
  event: Pick<BeforeInsertEvent, 'row' | 'org' | 'given'>,
): void {
  const date = idOf(event.row.ExpirationDate);
  const isPast =
    date !== undefined && Date.parse(date) <= event.org.clock.now();
  if (event.given.has('ExpirationDate') && isPast) {
    throw integrityRefusal('The expiration date must be in the future', [
      'ExpirationDate',
    ]);
  }
}

/** An assignment that has expired does not stand in the way of a new one. */
function removeExpiredTwin({ row, tx, org }: BeforeInsertEvent): void {
  for (const other of twins({ row, tx })) {
    if (!isInForce(other, org.clock.now())) {
      tx.purge('PermissionSetAssignment', other.Id);
    }
  }
}

function refuseDuplicate(event: BeforeInsertEvent, permissionSet: Row): void {
  const { row, org } = event;
  if (twins(event).length === 0) {
    return;
  }
  const separator = org.switches.duplicateAssignmentSeparator;
  const assignee = shortId(textOf(row.AssigneeId));
  throw refusal(
    'DUPLICATE_VALUE',
    `Duplicate PermissionSetAssignment. Assignee: ${assignee}${separator} Permission Set: ${shortId(
      permissionSet.Id,
    )}`,
  );
}

function twins({ row, tx }: Pick<BeforeInsertEvent, 'row' | 'tx'>): Row[] {
  return tx
    .findBy('PermissionSetAssignment', 'AssigneeId', textOf(row.AssigneeId))
    .filter(other => other.PermissionSetId === row.PermissionSetId);
}

/** Every set that the user would get must be allowed by their licences. */
function requireLicenses(
  { tx, org, row }: BeforeInsertEvent,
  permissionSet: Row,
  assignee: Row,
): void {
  const held = heldLicenses({
    reader: tx,
    userId: assignee.Id,
    profileId: idOf(assignee.ProfileId),
  });
  const groupId = idOf(row.PermissionSetGroupId);
  const sets = groupId
    ? tx
        .findBy('PermissionSetGroupComponent', 'PermissionSetGroupId', groupId)
        .flatMap(
          component =>
            tx.get('PermissionSet', textOf(component.PermissionSetId)) ?? [],
        )
    : [permissionSet];
  for (const set of sets) {
    const problem = licenseRefusal({
      reader: tx,
      schema: org.schema,
      held,
      permissionSet: set,
    });
    if (problem) {
      throw problem;
    }
  }
}

function audit(
  event: RuleEvent,
  row: Row,
  action: string,
  words: string,
): void {
  const { tx } = event;
  const set = tx.get('PermissionSet', textOf(row.PermissionSetId));
  const user = tx.get('User', textOf(row.AssigneeId));
  const kind = row.PermissionSetGroupId
    ? 'Permission set group'
    : 'Permission set';
  writeAuditTrail(event, {
    action,
    section: 'Manage Users',
    display: `${kind} ${textOf(set?.Label)}: ${words} user ${textOf(
      user?.Name,
    )} (UserID: ${shortId(textOf(row.AssigneeId))})`,
  });
}
