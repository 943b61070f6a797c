import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from '../lastLines.mjs';
import { repositoryRoot } from '../repository.mjs';
import { run } from '../run.mjs';
import { startPostgres } from '../startPostgres.mjs';

/** Jest over all packages: what needs a database runs on both. */
export const unitStep = {
  name: 'unit',
  title: 'Unit and integration tests, on SQLite and on a real PostgreSQL',
  async run({ log, artifacts, args }) {
    const postgresLog = join(artifacts, 'postgres.log');
    const report = join(artifacts, 'unit.json');
    rmSync(postgresLog, { force: true });
    rmSync(report, { force: true });

    const postgres = await startPostgres({ log: postgresLog });
    let databasesCreated;
    try {
      await run({
        command: 'backstage-cli',
        args: [
          'repo',
          'test',
          '--watchAll=false',
          '--maxWorkers=2',
          // A busy machine is no failure; a test that hangs is one.
          '--testTimeout=30000',
          '--json',
          `--outputFile=${report}`,
          ...args,
        ],
        env: {
          ...process.env,
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
          // Ours is the database that the tests are about.
          BACKSTAGE_TEST_DISABLE_DOCKER: 'true',
          // No test passes PostgreSQL over: see testDatabases.ts.
          SALESDESK_REQUIRE_POSTGRES: 'true',
        },
        log,
        check: false,
      });
      databasesCreated = postgres.databasesCreated();
    } finally {
      await postgres.end();
    }

    if (!existsSync(report)) {
      return { passed: 0, failed: 1, problems: [lastLines({ log })] };
    }
    const results = JSON.parse(readFileSync(report, 'utf8'));
    const skipped = results.numPendingTests + results.numTodoTests;
    const problems = results.testResults
      .filter(({ status }) => status === 'failed')
      .map(
        ({ name, message }) =>
          `${name.replace(repositoryRoot, '')}\n${message}`,
      );
    if (skipped > 0) {
      problems.push(`${skipped} tests were skipped, which counts as failed`);
    }
    const everything = args.length === 0;
    const unreached = everything && databasesCreated === 0;
    if (unreached) {
      problems.push('No test has reached PostgreSQL, which counts as failed');
    }
    return {
      passed: results.numPassedTests,
      failed:
        results.numFailedTests +
        results.numRuntimeErrorTestSuites +
        skipped +
        (unreached ? 1 : 0),
      problems,
    };
  },
};
