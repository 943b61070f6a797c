import type { ObjectRules, Row, RuleEvent } from '../../core/types';
import { developerNameFrom } from '../developerName';
import { wouldLoop } from '../hierarchy';
import { hierarchyLoopRefusal, inUseRefusal, refusal } from '../refusals';
import { idOf, textOf } from '../textOf';
import { writeAuditTrail } from '../writeAuditTrail';
import { beginSharingRecalculation } from './sharingRecalculation';

/** Groups that come with a role; sharing rules and queues may name them. */
export const roleGroupTypes = ['Role', 'RoleAndSubordinates'] as const;

/**
 * Roles. Each has two groups of its own; it cannot go while users have it or
 * roles report to it. A change of the hierarchy recalculates sharing.
 */
export const userRoleRules: ObjectRules = {
  object: 'UserRole',

  beforeInsert({ row, tx }) {
    row.DeveloperName =
      textOf(row.DeveloperName) || developerNameFrom(textOf(row.Name));
    requireUniqueDeveloperName(tx, textOf(row.DeveloperName));
  },

  beforeUpdate(event) {
    const { before, row, tx } = event;
    if (event.changed('DeveloperName')) {
      requireUniqueDeveloperName(tx, textOf(row.DeveloperName), before.Id);
    }
    if (!event.changed('ParentRoleId')) {
      return;
    }
    beginSharingRecalculation(event);
    const loops = wouldLoop({
      reader: tx,
      object: 'UserRole',
      field: 'ParentRoleId',
      id: before.Id,
      parentId: idOf(row.ParentRoleId),
    });
    if (loops) {
      throw hierarchyLoopRefusal('ParentRoleId');
    }
  },

  afterInsert(event) {
    const { row, tx } = event;
    for (const type of roleGroupTypes) {
      tx.insert('Group', {
        Type: type,
        RelatedId: row.Id,
        Name: null,
        DeveloperName: textOf(row.DeveloperName),
        DoesIncludeBosses: false,
        DoesSendEmailToMembers: false,
      });
    }
    audit(event, 'newrole', `Created new role ${textOf(row.Name)}`);
  },

  afterUpdate(event) {
    const name = textOf(event.row.Name);
    audit(event, 'changedrole', `Changed role ${name}`);
  },

  beforeDelete({ row, tx }) {
    refuseInUse(row, tx);
    for (const group of tx.findBy('Group', 'RelatedId', row.Id)) {
      tx.findBy('GroupMember', 'UserOrGroupId', group.Id).forEach(member =>
        tx.purge('GroupMember', member.Id),
      );
      tx.purge('Group', group.Id);
    }
  },

  afterDelete(event) {
    const { row } = event;
    audit(event, 'deletedrole', `Deleted role ${textOf(row.Name)}`);
  },
};

function refuseInUse(row: Row, tx: RuleEvent['tx']): void {
  const users = tx.findBy('User', 'UserRoleId', row.Id);
  if (users.length > 0) {
    throw inUseRefusal({
      name: textOf(row.Name),
      by: `Users: ${users
        .slice(0, 5)
        .map(user => textOf(user.Name))
        .join(', ')}`,
    });
  }
  const children = tx.findBy('UserRole', 'ParentRoleId', row.Id);
  if (children.length > 0) {
    throw inUseRefusal({
      name: textOf(row.Name),
      by: `Roles: ${children.map(role => textOf(role.Name)).join(', ')}`,
    });
  }
}

function requireUniqueDeveloperName(
  tx: RuleEvent['tx'],
  name: string,
  ownId?: string,
): void {
  const taken = tx
    .findBy('UserRole', 'DeveloperName', name)
    .some(role => role.Id !== ownId);
  if (taken) {
    throw refusal(
      'DUPLICATE_DEVELOPER_NAME',
      `The name you entered is already in use: ${name}`,
      ['DeveloperName'],
    );
  }
}

function audit(event: RuleEvent, action: string, display: string): void {
  writeAuditTrail(event, { action, section: 'Manage Users', display });
}
