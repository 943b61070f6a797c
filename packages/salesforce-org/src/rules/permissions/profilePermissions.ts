import type { AfterUpdateEvent, DraftRow } from '../../core/types';
import { idOf } from '../textOf';
import { permissionSetOfProfile } from './ownedPermissionSets';
import { permissionField, systemPermissionsOf } from './permissionNames';

/*
 * A profile and the permission set that it owns show the same system
 * permissions. Whichever is written, the other follows, in the same
 * transaction.
 */

/** Whether an update touched any system permission. */
export function permissionsChanged(event: AfterUpdateEvent): boolean {
  return systemPermissionsOf(event.org.schema).some(permission =>
    event.changed(permissionField(permission)),
  );
}

/** After a change of a profile: its permission set gets the same. */
export function copyPermissionsToOwnedSet(event: AfterUpdateEvent): void {
  const owned = permissionSetOfProfile(event.tx, event.row.Id);
  if (owned) {
    event.tx.update('PermissionSet', owned.Id, changedPermissions(event));
  }
}

/** After a change of a permission set that a profile owns: back again. */
export function copyPermissionsToProfile(event: AfterUpdateEvent): void {
  const profileId = idOf(event.row.ProfileId);
  if (profileId && event.row.IsOwnedByProfile === true) {
    event.tx.update('Profile', profileId, changedPermissions(event));
  }
}

function changedPermissions(event: AfterUpdateEvent): DraftRow {
  const values: DraftRow = {};
  for (const permission of systemPermissionsOf(event.org.schema)) {
    const field = permissionField(permission);
    if (event.changed(field)) {
      values[field] = event.row[field] === true;
    }
  }
  return values;
}
