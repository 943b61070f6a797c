import type { LoadContext } from '../LoadContext';
import type { LoadedPermissionSetGroup } from '../foundation/permissionSets';

/** Assigns a permission set to users, past rules and licences. */
export function assignPermissionSet(
  { org, time }: LoadContext,
  options: {
    permissionSetId: string;
    userIds: readonly string[];
    /** Stored datetime. */
    expires?: string;
  },
): void {
  const { permissionSetId, userIds, expires } = options;
  org.store.load(
    'PermissionSetAssignment',
    userIds.map((userId, index) => ({
      AssigneeId: userId,
      PermissionSetId: permissionSetId,
      ExpirationDate: expires,
      SystemModstamp: time.datetime(-200 + (index % 190)),
    })),
  );
}

/** Assigns a permission set group, which also names the set that it owns. */
export function assignPermissionSetGroup(
  { org, time }: LoadContext,
  options: {
    group: LoadedPermissionSetGroup;
    userIds: readonly string[];
    expires?: string;
  },
): void {
  const { group, userIds, expires } = options;
  org.store.load(
    'PermissionSetAssignment',
    userIds.map((userId, index) => ({
      AssigneeId: userId,
      PermissionSetId: group.permissionSetId,
      PermissionSetGroupId: group.id,
      ExpirationDate: expires,
      SystemModstamp: time.datetime(-150 + (index % 140)),
    })),
  );
}

/** Assigns a permission set licence. */
export function assignPermissionSetLicense(
  { org, time }: LoadContext,
  options: { licenseId: string; userIds: readonly string[] },
): void {
  const { licenseId, userIds } = options;
  org.store.load(
    'PermissionSetLicenseAssign',
    userIds.map((userId, index) => ({
      AssigneeId: userId,
      PermissionSetLicenseId: licenseId,
      CreatedDate: time.datetime(-210 + (index % 190)),
    })),
  );
}

/** Makes a public group or a queue with members; returns its id. */
export function loadGroup(
  { org, time }: LoadContext,
  options: {
    name: string;
    developerName: string;
    type: 'Regular' | 'Queue';
    /** Users, roles' groups or other groups. */
    memberIds: readonly string[];
    /** For queues: the objects that it may own. */
    objects?: readonly string[];
    email?: string;
  },
): string {
  const { name, developerName, type, memberIds, objects = [], email } = options;
  const created = { CreatedDate: time.datetime(-700) };
  const [groupId] = org.store.load('Group', [
    {
      Name: name,
      DeveloperName: developerName,
      Type: type,
      Email: email,
      OwnerId: org.organizationId,
      DoesIncludeBosses: true,
      DoesSendEmailToMembers: false,
      ...created,
    },
  ]);
  org.store.load(
    'GroupMember',
    memberIds.map(memberId => ({ GroupId: groupId, UserOrGroupId: memberId })),
  );
  org.store.load(
    'QueueSobject',
    objects.map(object => ({ QueueId: groupId, SobjectType: object })),
  );
  return groupId;
}
