import { TestDatabases } from '@backstage/backend-test-utils';

/**
 * SQLite and PostgreSQL, both of them. A database that is not there is not
 * passed over: where `SALESDESK_REQUIRE_POSTGRES` is set, as the test command
 * does, its absence fails the tests.
 */
export function testDatabases(): TestDatabases {
  if (
    process.env.SALESDESK_REQUIRE_POSTGRES &&
    !process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING
  ) {
    throw new Error(
      'No PostgreSQL for the tests: set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING',
    );
  }
  return TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
}
