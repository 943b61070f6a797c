import type { ObjectRules, RuleEvent } from '../../core/types';
import { developerNameFrom } from '../developerName';
import { accessRefusal, inUseRefusal, refusal } from '../refusals';
import { textOf } from '../textOf';
import { writeAuditTrail } from '../writeAuditTrail';

/** Types that people make; all others belong to the system. */
const manageableTypes: ReadonlySet<unknown> = new Set(['Regular', 'Queue']);

/** Public groups and queues, and the groups that the system keeps. */
export const groupRules: ObjectRules = {
  object: 'Group',

  defaults: () => ({ Type: 'Regular' }),

  beforeInsert(event) {
    const { row, tx } = event;
    const type = textOf(row.Type) || 'Regular';
    row.Type = type;
    if (!manageableTypes.has(type) && !event.ctx.systemMode) {
      throw refusal(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `Type: bad value for restricted picklist field: ${type}`,
        ['Type'],
      );
    }
    if (!textOf(row.Name)) {
      throw refusal(
        'REQUIRED_FIELD_MISSING',
        'Required fields are missing: [Name]',
        ['Name'],
      );
    }
    row.DeveloperName =
      textOf(row.DeveloperName) || developerNameFrom(textOf(row.Name));
    const taken = tx
      .findBy('Group', 'DeveloperName', textOf(row.DeveloperName))
      .some(group => group.Type === type);
    if (taken) {
      throw refusal(
        'DUPLICATE_DEVELOPER_NAME',
        `The name you entered is already in use: ${textOf(row.DeveloperName)}`,
        ['DeveloperName'],
      );
    }
  },

  beforeUpdate(event) {
    requireManageable(event.before.Type, event);
  },

  beforeDelete(event) {
    const { row, tx } = event;
    requireManageable(row.Type, event);
    for (const object of ['Case', 'Lead']) {
      const owned = tx.findBy(object, 'OwnerId', row.Id).length;
      if (owned > 0) {
        throw inUseRefusal({
          name: textOf(row.Name),
          by: `${object} records: ${owned}`,
        });
      }
    }
    // Memberships and objects of the queue go with it, without a word.
    for (const [object, field] of [
      ['GroupMember', 'GroupId'],
      ['GroupMember', 'UserOrGroupId'],
      ['QueueSobject', 'QueueId'],
    ] as const) {
      tx.findBy(object, field, row.Id).forEach(child =>
        tx.purge(object, child.Id),
      );
    }
  },

  afterInsert(event) {
    audit(event, 'Created', event.row);
  },

  afterDelete(event) {
    audit(event, 'Deleted', event.row);
  },
};

function requireManageable(type: unknown, { ctx }: RuleEvent): void {
  if (!manageableTypes.has(type) && !ctx.systemMode) {
    throw accessRefusal();
  }
}

function audit(
  event: RuleEvent,
  verb: string,
  row: Parameters<NonNullable<ObjectRules['afterInsert']>>[0]['row'],
): void {
  const kind = row.Type === 'Queue' ? 'queue' : 'public group';
  writeAuditTrail(event, {
    action: `${row.Type === 'Queue' ? 'queue' : 'group'}${verb}`,
    section: row.Type === 'Queue' ? 'Queues' : 'Manage Users',
    display: `${verb} ${kind} ${textOf(row.Name)}`,
  });
}
