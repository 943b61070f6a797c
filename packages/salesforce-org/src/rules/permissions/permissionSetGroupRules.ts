import type { ObjectRules } from '../../core/types';
import { developerNameFrom } from '../developerName';
import { inUseRefusal, integrityRefusal } from '../refusals';
import { hiddenDuplicateRefusal, refusal } from '../refusals';
import { textOf } from '../textOf';
import { writeAuditTrail } from '../writeAuditTrail';
import { permissionSetOfGroup } from './ownedPermissionSets';
import { markGroupOutdated } from './permissionSetGroupStatus';

const SECTION = 'Permission Set Groups';

/** Groups of permission sets; each owns a hidden set of Type Group. */
export const permissionSetGroupRules: ObjectRules = {
  object: 'PermissionSetGroup',

  beforeInsert({ row, tx }) {
    row.DeveloperName =
      textOf(row.DeveloperName) || developerNameFrom(textOf(row.MasterLabel));
    row.Status = 'Updated';
    const taken = tx.findBy(
      'PermissionSetGroup',
      'DeveloperName',
      textOf(row.DeveloperName),
    );
    if (taken.length > 0) {
      throw refusal(
        'DUPLICATE_DEVELOPER_NAME',
        `The name you entered is already in use: ${textOf(row.DeveloperName)}`,
        ['DeveloperName'],
      );
    }
  },

  beforeUpdate(event) {
    if (event.changed('Status') && !event.ctx.systemMode) {
      // A caller may ask for a recalculation, and may not fake its outcome.
      event.row.Status = event.before.Status;
      if (event.before.Status !== 'Updated') {
        markGroupOutdated(event, event.before.Id);
        event.row.Status = 'Outdated';
      }
    }
  },

  afterInsert(event) {
    const { row, tx } = event;
    tx.insert('PermissionSet', {
      Name: `X${row.Id.slice(0, 15)}`,
      Label: textOf(row.MasterLabel),
      Type: 'Group',
      IsCustom: true,
      IsOwnedByProfile: false,
      PermissionSetGroupId: row.Id,
    });
    writeAuditTrail(event, {
      action: 'PermSetGroupCreate',
      section: SECTION,
      display: `Created permission set group ${textOf(row.MasterLabel)}`,
    });
  },

  beforeDelete({ row, tx }) {
    const holders = tx.findBy(
      'PermissionSetAssignment',
      'PermissionSetGroupId',
      row.Id,
    );
    if (holders.length > 0) {
      throw inUseRefusal({
        name: textOf(row.MasterLabel),
        by: `Permission Set Assignments: ${holders.length}`,
      });
    }
    const owned = permissionSetOfGroup(tx, row.Id);
    if (owned) {
      for (const object of [
        'ObjectPermissions',
        'FieldPermissions',
        'SetupEntityAccess',
      ]) {
        tx.findBy(object, 'ParentId', owned.Id).forEach(child =>
          tx.purge(object, child.Id),
        );
      }
      tx.purge('PermissionSet', owned.Id);
    }
  },

  afterDelete(event) {
    const { row } = event;
    writeAuditTrail(event, {
      action: 'PermSetGroupDelete',
      section: SECTION,
      display: `Deleted permission set group ${textOf(row.MasterLabel)}`,
    });
  },
};

/** What a group consists of: permission sets, and at most one muting set. */
export const permissionSetGroupComponentRules: ObjectRules = {
  object: 'PermissionSetGroupComponent',

  beforeInsert({ row, tx }) {
    const groupId = textOf(row.PermissionSetGroupId);
    const setId = textOf(row.PermissionSetId);
    const components = tx.findBy(
      'PermissionSetGroupComponent',
      'PermissionSetGroupId',
      groupId,
    );
    if (components.some(component => component.PermissionSetId === setId)) {
      throw hiddenDuplicateRefusal();
    }
    const set = tx.get('PermissionSet', setId);
    if (set && (set.IsOwnedByProfile === true || set.Type === 'Group')) {
      throw integrityRefusal(
        'You can only add permission sets to a permission set group',
        ['PermissionSetId'],
      );
    }
    const hasMuting = components.some(component =>
      tx.get('MutingPermissionSet', textOf(component.PermissionSetId)),
    );
    if (tx.get('MutingPermissionSet', setId)) {
      const elsewhere = tx.findBy(
        'PermissionSetGroupComponent',
        'PermissionSetId',
        setId,
      );
      if (hasMuting || elsewhere.length > 0) {
        throw integrityRefusal(
          'A permission set group can have one muting permission set',
          ['PermissionSetId'],
        );
      }
    }
  },

  afterInsert(event) {
    markGroupOutdated(event, textOf(event.row.PermissionSetGroupId));
  },

  afterDelete(event) {
    const groupId = textOf(event.row.PermissionSetGroupId);
    const group = event.tx.get('PermissionSetGroup', groupId);
    if (group && group.IsDeleted !== true) {
      markGroupOutdated(event, groupId);
    }
  },
};

/** A muting set that changes makes its group outdated, as any set does. */
export const mutingPermissionSetRules: ObjectRules = {
  object: 'MutingPermissionSet',

  afterUpdate(event) {
    for (const component of event.tx.findBy(
      'PermissionSetGroupComponent',
      'PermissionSetId',
      event.row.Id,
    )) {
      markGroupOutdated(event, textOf(component.PermissionSetGroupId));
    }
  },
};
