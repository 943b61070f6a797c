import { bareConnection, callsDuring } from './lib/orgControl.mjs';
import { syncInventory } from './lib/syncInventory.mjs';
import { withDemo } from './lib/withDemo.mjs';

// 10,000 users, 600 groups, 300 permission sets, 50 profiles, 200 roles, 50
// permission set groups
const data = 'generate:10000';

export const syncFullApiCalls = {
  name: 'sync_full_api_calls',
  title: 'API calls of a full sync of an org of 10,000 users',
  run: () =>
    withDemo({ database: 'sqlite', data }, async ({ orgUrl, as }) => {
      const admin = await as('sam.okafor');
      const { result, log } = await callsDuring(orgUrl, () =>
        syncInventory(admin, 'full'),
      );
      return {
        value: log.counts.total,
        unit: 'calls',
        goal: 90,
        notes: { rows: result.rows, ...log.counts.byResource },
      };
    }),
};

export const syncIncrementalApiCalls = {
  name: 'sync_incremental_api_calls',
  title: 'API calls of a sync after changes in an org of 10,000 users',
  run: () =>
    withDemo({ database: 'sqlite', data }, async ({ orgUrl, as }) => {
      const admin = await as('sam.okafor');
      await syncInventory(admin, 'full');
      await changeThings(orgUrl);
      const { result, log } = await callsDuring(orgUrl, () =>
        syncInventory(admin, 'incremental'),
      );
      if (result.changed < 50 || result.removed !== 20) {
        throw new Error(
          `The sync found ${result.changed} changed and ${result.removed} removed`,
        );
      }
      return {
        value: log.counts.total,
        unit: 'calls',
        goal: 10,
        notes: log.counts.byResource,
      };
    }),
};

/** Fifty users get a title, ten lose a permission set, ten leave a group. */
async function changeThings(orgUrl) {
  const connection = await bareConnection(orgUrl);
  const { records: users } = await connection.query(
    'SELECT Id FROM User WHERE IsActive = true ORDER BY Id LIMIT 50 OFFSET 100',
  );
  await connection
    .sobject('User')
    .update(users.map(({ Id }) => ({ Id, Title: 'Changed' })));
  for (const [object, where] of [
    [
      'PermissionSetAssignment',
      "WHERE PermissionSet.Type = 'Regular' AND Assignee.Profile.UserLicense.Name = 'Salesforce'",
    ],
    ['GroupMember', "WHERE Group.Type = 'Regular'"],
  ]) {
    const { records } = await connection.query(
      `SELECT Id FROM ${object} ${where} ORDER BY Id LIMIT 10`,
    );
    const results = await connection
      .sobject(object)
      .destroy(records.map(({ Id }) => Id));
    if (!results.every(({ success }) => success)) {
      throw new Error(JSON.stringify(results));
    }
  }
}
