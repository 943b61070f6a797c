import { bareConnection, callsDuring } from './lib/orgControl.mjs';
import { withDemo } from './lib/withDemo.mjs';

export const assign250ApiCalls = {
  name: 'assign_250_api_calls',
  title:
    'API calls for assigning a permission set to 250 users, look-ups included',
  run: () =>
    withDemo(
      { database: 'sqlite', data: 'generate:1000' },
      async ({ orgUrl, as }) => {
        const admin = await as('sam.okafor');
        const usernames = await usersWithout(orgUrl, 250);
        const input = {
          users: usernames,
          permissionSet: 'Knowledge Editor',
        };
        // The connection itself is made before: it is made once, not per request.
        await admin.call('GET', '/orgs/acme');
        const { log } = await callsDuring(orgUrl, async () => {
          const request = await admin.call('POST', '/requests', {
            action: 'salesforce_assign_permission_set',
            input,
            reason: 'Bench',
          });
          await finish({ as, admin, request });
        });
        return {
          value: log.counts.total,
          unit: 'calls',
          goal: 4,
          notes: log.counts.byResource,
        };
      },
    ),
};

async function finish({ as, admin, request }) {
  if (request.state === 'awaiting_approval') {
    const approver = await as('tom.becker');
    await approver.call('POST', `/requests/${request.id}/reviews`, {
      decision: 'approve',
      planDigest: request.planDigest,
    });
  }
  const done = await admin.untilState(request.id, [
    'succeeded',
    'partly_failed',
    'failed',
    'needs_admin',
    'stale',
  ]);
  if (done.state !== 'succeeded' || done.changeCount !== 250) {
    throw new Error(
      `The request ended as ${done.state} with ${
        done.changeCount
      } changes: ${JSON.stringify(done.blockers)}`,
    );
  }
}

/** Active users with a Salesforce licence who lack the permission set. */
async function usersWithout(orgUrl, count) {
  const connection = await bareConnection(orgUrl);
  const { records } = await connection.query(
    "SELECT Username FROM User WHERE IsActive = true AND Profile.UserLicense.Name = 'Salesforce' AND Id NOT IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Label = 'Knowledge Editor') ORDER BY Username LIMIT 250",
  );
  if (records.length < count) {
    throw new Error(`The org has only ${records.length} such users`);
  }
  return records.map(record => record.Username);
}
