import type { BeforeInsertEvent, BeforeUpdateEvent } from '../../core/types';
import type { ObjectRules, RecordReader, Row } from '../../core/types';
import { isDeveloperName } from '../developerName';
import { accessRefusal, inUseRefusal, refusal } from '../refusals';
import { idOf, textOf } from '../textOf';
import { writeAuditTrail } from '../writeAuditTrail';
import { requireSystemDependencies } from './permissionDependencies';
import { markGroupsOutdated } from './permissionSetGroupStatus';
import {
  copyPermissionsToProfile,
  permissionsChanged,
} from './profilePermissions';

const SECTION = 'Manage Users';

/**
 * Permission sets. Those that belong to a profile or to a group of sets are
 * rows like the others and show up in every query, but nobody creates,
 * deletes or assigns them.
 */
export const permissionSetRules: ObjectRules = {
  object: 'PermissionSet',

  beforeInsert(event) {
    event.row.Type = event.row.HasActivationRequired ? 'Session' : 'Regular';
    event.row.IsCustom = true;
    event.row.IsOwnedByProfile = false;
    requireUniqueName(event);
  },

  beforeUpdate(event) {
    if (event.before.Type === 'Group') {
      throw accessRefusal();
    }
    if (event.changed('Name')) {
      requireUniqueName(event, event.before.Id);
    }
  },

  validate({ row, org }) {
    requireSystemDependencies({ schema: org.schema, row });
  },

  afterInsert(event) {
    writeAuditTrail(event, {
      action: 'PermSetCreate',
      section: SECTION,
      display: `Created permission set ${textOf(event.row.Label)}`,
    });
  },

  afterUpdate(event) {
    if (permissionsChanged(event)) {
      copyPermissionsToProfile(event);
      markGroupsOutdated(event, event.row.Id);
    }
    writeAuditTrail(event, {
      action: 'PermSetChanged',
      section: SECTION,
      display: `Changed permission set ${textOf(event.row.Label)}`,
    });
  },

  beforeDelete({ row, tx, ctx }) {
    const owned = row.IsOwnedByProfile === true || row.Type === 'Group';
    if (owned && !ctx.systemMode) {
      throw accessRefusal();
    }
    const users = usersOf(tx, row);
    if (users.length > 0) {
      throw inUseRefusal({
        name: textOf(row.Label),
        by: `Permission Set Assignments: ${users.join(', ')}`,
      });
    }
    const groups = tx
      .findBy('PermissionSetGroupComponent', 'PermissionSetId', row.Id)
      .map(component =>
        textOf(
          tx.get('PermissionSetGroup', textOf(component.PermissionSetGroupId))
            ?.MasterLabel,
        ),
      );
    if (groups.length > 0) {
      throw inUseRefusal({
        name: textOf(row.Label),
        by: `Permission Set Groups: ${groups.join(', ')}`,
      });
    }
    // Its contents go with it as one thing, not as so many changes.
    for (const object of [
      'ObjectPermissions',
      'FieldPermissions',
      'SetupEntityAccess',
    ]) {
      tx.findBy(object, 'ParentId', row.Id).forEach(child =>
        tx.purge(object, child.Id),
      );
    }
  },

  afterDelete(event) {
    const { row } = event;
    writeAuditTrail(event, {
      action: 'PermSetDelete',
      section: SECTION,
      display: `Deleted permission set ${textOf(row.Label)}`,
    });
  },
};

/** Usernames of at most a few of the people who hold a permission set. */
function usersOf(reader: RecordReader, permissionSet: Row): string[] {
  return reader
    .findBy('PermissionSetAssignment', 'PermissionSetId', permissionSet.Id)
    .slice(0, 5)
    .map(assignment =>
      textOf(reader.get('User', textOf(assignment.AssigneeId))?.Username),
    );
}

function requireUniqueName(
  { row, tx }: BeforeInsertEvent | BeforeUpdateEvent,
  ownId?: string,
): void {
  const name = textOf(row.Name);
  if (!name) {
    return;
  }
  if (!isDeveloperName(name)) {
    throw refusal(
      'FIELD_INTEGRITY_EXCEPTION',
      'The Permission Set API Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.',
      ['Name'],
    );
  }
  const taken = tx
    .findBy('PermissionSet', 'Name', name)
    .some(other => other.Id !== ownId && !idOf(other.NamespacePrefix));
  if (taken) {
    throw refusal(
      'DUPLICATE_DEVELOPER_NAME',
      `The name you entered is already in use: ${name}`,
      ['Name'],
    );
  }
}
