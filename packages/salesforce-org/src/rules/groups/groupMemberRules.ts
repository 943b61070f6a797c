import type { ObjectRules, RecordReader, RuleEvent } from '../../core/types';
import {
  accessRefusal,
  hierarchyLoopRefusal,
  integrityRefusal,
  refusal,
} from '../refusals';
import { textOf } from '../textOf';
import { writeAuditTrail } from '../writeAuditTrail';

/**
 * Members of public groups and queues: users, roles and other groups. Whether
 * adding somebody a second time is an error nobody knows, hence the switch;
 * either way the group has them once.
 */
export const groupMemberRules: ObjectRules = {
  object: 'GroupMember',

  beforeInsert(event) {
    const { row, tx, org, ctx } = event;
    const group = tx.get('Group', textOf(row.GroupId));
    const memberId = textOf(row.UserOrGroupId);
    if (!group) {
      return;
    }
    if (group.Type !== 'Regular' && group.Type !== 'Queue' && !ctx.systemMode) {
      throw accessRefusal();
    }
    const memberGroup = tx.get('Group', memberId);
    if (memberGroup?.Type === 'Queue') {
      throw integrityRefusal('A queue cannot be a member of a group', [
        'UserOrGroupId',
      ]);
    }
    if (memberGroup && containsGroup(tx, memberId, group.Id)) {
      throw hierarchyLoopRefusal('UserOrGroupId');
    }
    for (const member of tx.findBy('GroupMember', 'GroupId', group.Id)) {
      if (member.UserOrGroupId !== memberId) {
        continue;
      }
      if (org.switches.duplicateGroupMember === 'error') {
        throw refusal(
          'DUPLICATE_VALUE',
          'duplicate value found: <unknown> duplicates value on record with id: <unknown>',
        );
      }
      tx.purge('GroupMember', member.Id);
    }
  },

  afterInsert(event) {
    audit(event, 'groupMembershipAdded', 'Added', 'to');
  },

  beforeDelete({ row, tx, ctx }) {
    const type = tx.get('Group', textOf(row.GroupId))?.Type;
    if (type !== 'Regular' && type !== 'Queue' && !ctx.systemMode) {
      throw accessRefusal();
    }
  },

  afterDelete(event) {
    audit(event, 'groupMembershipRemoved', 'Removed', 'from');
  },
};

/** Which records a queue may own. */
export const queueSobjectRules: ObjectRules = {
  object: 'QueueSobject',

  beforeInsert({ row, tx, org }) {
    const group = tx.get('Group', textOf(row.QueueId));
    if (group && group.Type !== 'Queue') {
      throw integrityRefusal('The group is not a queue', ['QueueId']);
    }
    const object = org.schema.get(textOf(row.SobjectType));
    const ownable = object
      ?.field('OwnerId')
      ?.referenceTo.some(parent => parent === 'Group');
    if (!object || !ownable) {
      throw refusal(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `SObject Type: bad value for restricted picklist field: ${textOf(
          row.SobjectType,
        )}`,
        ['SobjectType'],
      );
    }
    row.SobjectType = object.name;
  },
};

/** Whether a group is, or contains at any depth, another one. */
function containsGroup(
  reader: RecordReader,
  groupId: string,
  soughtId: string,
  seen: Set<string> = new Set(),
): boolean {
  if (groupId === soughtId) {
    return true;
  }
  if (seen.has(groupId)) {
    return false;
  }
  seen.add(groupId);
  return reader
    .findBy('GroupMember', 'GroupId', groupId)
    .map(member => textOf(member.UserOrGroupId))
    .filter(id => reader.get('Group', id))
    .some(id => containsGroup(reader, id, soughtId, seen));
}

function audit(
  event: RuleEvent & { row: { readonly [field: string]: unknown } },
  action: string,
  verb: string,
  preposition: string,
): void {
  const { tx, row } = event;
  const memberId =
    typeof row.UserOrGroupId === 'string' ? row.UserOrGroupId : '';
  const groupId = typeof row.GroupId === 'string' ? row.GroupId : '';
  const member = tx.get('User', memberId) ?? tx.get('Group', memberId);
  writeAuditTrail(event, {
    action,
    section: 'Manage Users',
    display: `${verb} ${textOf(member?.Name)} ${preposition} group ${textOf(
      tx.get('Group', groupId)?.Name,
    )}`,
  });
}
