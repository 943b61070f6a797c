import type { RecordReader, Row, Transaction } from '../../core/types';
import { idOf } from '../textOf';

/** The hidden permission set that holds the permissions of a profile. */
export function permissionSetOfProfile(
  reader: RecordReader,
  profileId: string | undefined,
): Row | undefined {
  return profileId
    ? reader
        .findBy('PermissionSet', 'ProfileId', profileId)
        .find(set => set.IsOwnedByProfile === true)
    : undefined;
}

/** The hidden permission set that holds the permissions of a group of sets. */
export function permissionSetOfGroup(
  reader: RecordReader,
  permissionSetGroupId: string | undefined,
): Row | undefined {
  return permissionSetGroupId
    ? reader
        .findBy('PermissionSet', 'PermissionSetGroupId', permissionSetGroupId)
        .find(set => set.Type === 'Group')
    : undefined;
}

/** Every user holds the permission set that their profile owns. */
export function assignOwnedPermissionSet(options: {
  tx: Transaction;
  userId: string;
  profileId: string | undefined;
}): void {
  const { tx, userId, profileId } = options;
  const owned = permissionSetOfProfile(tx, profileId);
  if (owned) {
    tx.insert('PermissionSetAssignment', {
      AssigneeId: userId,
      PermissionSetId: owned.Id,
    });
  }
}

/** With another profile comes another of these assignments, never a second. */
export function replaceOwnedPermissionSet(options: {
  tx: Transaction;
  userId: string;
  profileId: string | undefined;
}): void {
  const { tx, userId } = options;
  for (const assignment of tx.findBy(
    'PermissionSetAssignment',
    'AssigneeId',
    userId,
  )) {
    if (isProfileOwned(tx, assignment)) {
      tx.purge('PermissionSetAssignment', assignment.Id);
    }
  }
  assignOwnedPermissionSet(options);
}

/** Whether an assignment is the hidden one that comes with the profile. */
export function isProfileOwned(reader: RecordReader, assignment: Row): boolean {
  const setId = idOf(assignment.PermissionSetId);
  return setId
    ? reader.get('PermissionSet', setId)?.IsOwnedByProfile === true
    : false;
}
