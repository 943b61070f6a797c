import { bareConnection, callsDuring, control } from './lib/orgControl.mjs';
import { finishRequest } from './lib/finishRequest.mjs';
import { withDemo } from './lib/withDemo.mjs';

const permissionSet = 'Sales Cloud Einstein';
const users = 1000;

export const grant1000ApiCalls = {
  name: 'grant_1000_api_calls',
  title:
    'API calls for giving 1,000 users a permission set and its licence, look-ups included',
  run: () =>
    withDemo(
      { database: 'sqlite', data: 'generate:3000' },
      async ({ orgUrl, as }) => {
        const admin = await as('sam.okafor');
        await sellLicensedSet(orgUrl);
        const usernames = await usersWithout(orgUrl);
        // The connection itself is made before: it is made once, not per request.
        await admin.call('GET', '/orgs/acme');
        const { log } = await callsDuring(orgUrl, async () => {
          const request = await admin.call('POST', '/requests', {
            action: 'salesforce_assign_permission_set',
            input: { users: usernames, permissionSet },
            reason: 'Bench',
          });
          // a licence and an assignment for each
          await finishRequest({ as, admin, request, changes: 2 * users });
        });
        return {
          value: log.counts.total,
          unit: 'calls',
          goal: 8,
          notes: log.counts.byResource,
        };
      },
    ),
};

/** Active users with a Salesforce licence who have neither set nor licence. */
async function usersWithout(orgUrl) {
  const connection = await bareConnection(orgUrl);
  const { records } = await connection.query(
    `SELECT Username FROM User WHERE IsActive = true AND Profile.UserLicense.Name = 'Salesforce' AND Id NOT IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Label = '${permissionSet}') AND Id NOT IN (SELECT AssigneeId FROM PermissionSetLicenseAssign) ORDER BY Username LIMIT ${users}`,
  );
  if (records.length < users) {
    throw new Error(`The org has only ${records.length} such users`);
  }
  return records.map(record => record.Username);
}

/** A permission set that needs a licence of its own, which the org has bought. */
async function sellLicensedSet(orgUrl) {
  const insert = async (object, row) => {
    const { ids } = await control(orgUrl, 'POST', '/rows', {
      object,
      rows: [row],
      raw: true,
    });
    return ids[0];
  };
  const licenseId = await insert('PermissionSetLicense', {
    DeveloperName: 'SalesCloudEinsteinPsl',
    MasterLabel: permissionSet,
    Language: 'en_US',
    PermissionSetLicenseKey: 'SalesCloudEinsteinPsl',
    TotalLicenses: 100_000,
    Status: 'Active',
  });
  await insert('PermissionSet', {
    Name: 'Sales_Cloud_Einstein',
    Label: permissionSet,
    LicenseId: licenseId,
    Type: 'Regular',
    IsOwnedByProfile: false,
    IsCustom: true,
  });
}
