import { bareConnection, callsDuring, control } from './lib/orgControl.mjs';
import { finishRequest } from './lib/finishRequest.mjs';
import { withDemo } from './lib/withDemo.mjs';

/** 50,000 records, over the objects that people own most of. */
const records = { Account: 12_000, Contact: 20_000, Lead: 10_000, Case: 8_000 };

const fields = {
  Account: i => ({ Name: `Account ${i}` }),
  Contact: i => ({ LastName: `Contact ${i}` }),
  Lead: i => ({ LastName: `Lead ${i}`, Company: `Company ${i}` }),
  Case: i => ({ Subject: `Case ${i}` }),
};

export const offboard50kApiCalls = {
  name: 'offboard_50k_api_calls',
  title:
    'API calls for offboarding a user who owns 50,000 records, look-ups included',
  run: () =>
    withDemo({ database: 'sqlite', data: 'demo' }, async ({ orgUrl, as }) => {
      const admin = await as('sam.okafor');
      const [leaver, successor] = await usersOf(orgUrl);
      for (const [object, count] of Object.entries(records)) {
        await own({ orgUrl, object, count, ownerId: leaver });
      }
      await admin.call('GET', '/orgs/acme');
      const { log } = await callsDuring(orgUrl, async () => {
        const request = await admin.call('POST', '/requests', {
          action: 'salesforce_offboard_user',
          input: { users: [leaver], transferTo: successor },
          reason: 'Bench',
        });
        await finishRequest({ as, admin, request });
      });
      await demandMoved(orgUrl, leaver);
      return {
        value: log.counts.total,
        unit: 'calls',
        goal: 300,
        notes: log.counts.byResource,
      };
    }),
};

async function usersOf(orgUrl) {
  const connection = await bareConnection(orgUrl);
  const { records: found } = await connection.query(
    "SELECT Id FROM User WHERE Username IN ('dan.nowak@acme.com', 'ari@acme.com') ORDER BY Username DESC",
  );
  return found.map(({ Id }) => Id);
}

async function own({ orgUrl, object, count, ownerId }) {
  const size = 2_000;
  for (let start = 0; start < count; start += size) {
    await control(orgUrl, 'POST', '/rows', {
      object,
      raw: true,
      rows: Array.from({ length: Math.min(size, count - start) }, (_, i) => ({
        ...fields[object](start + i),
        OwnerId: ownerId,
      })),
    });
  }
}

async function demandMoved(orgUrl, leaver) {
  const connection = await bareConnection(orgUrl);
  for (const object of Object.keys(records)) {
    const { totalSize } = await connection.query(
      `SELECT COUNT() FROM ${object} WHERE OwnerId = '${leaver}'`,
    );
    if (totalSize > 0) throw new Error(`${totalSize} ${object} records stayed`);
  }
  const { records: found } = await connection.query(
    `SELECT IsActive FROM User WHERE Id = '${leaver}'`,
  );
  if (found[0].IsActive) throw new Error('The user is active still');
}
