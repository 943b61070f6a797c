import { bareConnection, control } from './lib/orgControl.mjs';
import { sideBySide } from './lib/median.mjs';
import { syncInventory } from './lib/syncInventory.mjs';
import { withDemo } from './lib/withDemo.mjs';

/** What a full sync reads, as plainly as it can be read. */
const reads = {
  UserLicense:
    'Id, Name, LicenseDefinitionKey, TotalLicenses, UsedLicenses, Status, SystemModstamp',
  User: 'Id, Name, Username, Email, FederationIdentifier, EmployeeNumber, IsActive, UserType, ProfileId, UserRoleId, ManagerId, Title, Department, Division, CreatedDate, LastLoginDate, NumberOfFailedLogins, SystemModstamp',
  UserLogin: 'Id, UserId, IsFrozen, IsPasswordLocked, LastModifiedDate',
  Profile: 'Id, Name, UserLicenseId, UserType, Description, SystemModstamp',
  UserRole: 'Id, Name, DeveloperName, ParentRoleId, SystemModstamp',
  PermissionSetGroup:
    'Id, MasterLabel, DeveloperName, Status, Description, SystemModstamp',
  PermissionSetGroupComponent:
    'Id, PermissionSetGroupId, PermissionSetId, SystemModstamp',
  PermissionSetAssignment:
    'Id, AssigneeId, PermissionSetId, PermissionSetGroupId, ExpirationDate, IsActive, SystemModstamp',
  ObjectPermissions:
    'Id, ParentId, SobjectType, PermissionsRead, PermissionsCreate, PermissionsEdit, PermissionsDelete, PermissionsViewAllRecords, PermissionsModifyAllRecords, SystemModstamp',
  FieldPermissions:
    'Id, ParentId, SobjectType, Field, PermissionsRead, PermissionsEdit, SystemModstamp',
  Group: 'Id, Name, DeveloperName, Type, RelatedId, Email, SystemModstamp',
  GroupMember: 'Id, GroupId, UserOrGroupId, SystemModstamp',
  QueueSobject: 'Id, QueueId, SobjectType, SystemModstamp',
};

export const syncTimeVsJsforce = {
  name: 'sync_time_vs_jsforce',
  title: 'time of a full sync against bare jsforce that reads the same rows',
  run: () =>
    withDemo(
      { database: 'sqlite', data: 'generate:10000' },
      async ({ orgUrl, as }) => {
        const admin = await as('sam.okafor');
        const bare = await bareConnection(orgUrl);
        const permissions = await permissionFields(bare);
        // rows that a sync has to store; syncs after it find them stored
        const first = await syncInventory(admin, 'full');
        const { value, floor } = await sideBySide({
          rounds: 5,
          warmUp: 1,
          value: async () => durationOf(await syncInventory(admin, 'full')),
          floor: () => readAll(bare, permissions),
        });
        await control(orgUrl, 'DELETE', '/requests');
        return {
          value,
          unit: 'ms',
          floor,
          goal: 1.5,
          notes: {
            rows: first.rows,
            firstSyncMilliseconds: durationOf(first),
          },
        };
      },
    ),
};

/** From being asked for until it is over, in milliseconds. */
function durationOf({ createdAt, finishedAt }) {
  return Date.parse(finishedAt) - Date.parse(createdAt);
}

async function permissionFields(connection) {
  const { fields } = await connection.describe('PermissionSet');
  return fields
    .filter(({ name, type }) => type === 'boolean' && /^Permissions/.test(name))
    .map(({ name }) => name);
}

async function readAll(connection, permissions) {
  for (const [object, fields] of Object.entries({
    ...reads,
    PermissionSet: `Id, Label, Name, Type, IsOwnedByProfile, IsCustom, ProfileId, PermissionSetGroupId, LicenseId, NamespacePrefix, Description, SystemModstamp, ${permissions.join(
      ', ',
    )}`,
  })) {
    let page = await connection.query(
      `SELECT ${fields} FROM ${object} ORDER BY Id`,
    );
    while (!page.done) page = await connection.queryMore(page.nextRecordsUrl);
  }
}
