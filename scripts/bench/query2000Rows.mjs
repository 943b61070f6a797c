import { bareConnection } from './lib/orgControl.mjs';
import { sideBySide } from './lib/median.mjs';
import { withDemo } from './lib/withDemo.mjs';

const query =
  'SELECT Id, Username, Name, Email, IsActive, Title, Department, ProfileId, LastLoginDate FROM User ORDER BY Id LIMIT 2000';

export const query2000Rows = {
  name: 'query_2000_rows',
  title: 'one query of 2,000 rows through our API against bare jsforce',
  run: () =>
    withDemo(
      { database: 'sqlite', data: 'generate:3000' },
      async ({ orgUrl, as }) => {
        const admin = await as('sam.okafor');
        const bare = await bareConnection(orgUrl);
        const { value, floor } = await sideBySide({
          rounds: 25,
          value: async () => {
            const answer = await admin.call(
              'POST',
              '/actions/salesforce_run_soql/run',
              { input: { query } },
            );
            expectRows(answer.rows.length);
          },
          floor: async () => {
            const answer = await bare.query(query);
            expectRows(answer.records.length);
          },
        });
        return { value, unit: 'ms', floor, goal: 1.3 };
      },
    ),
};

function expectRows(count) {
  if (count !== 2000) throw new Error(`The query answered ${count} rows`);
}
