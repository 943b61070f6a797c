import { mkdirSync } from 'node:fs';

/**
 * Where the host keeps its data.
 *
 * @param database `sqlite` for files in the directory, or the URL of a
 *   PostgreSQL database, in which each plugin gets a schema
 */
export function demoDatabase({ database, directory }) {
  if (database === 'sqlite') {
    mkdirSync(directory, { recursive: true });
    return { client: 'better-sqlite3', connection: { directory } };
  }
  if (/^postgres(ql)?:\/\//.test(database)) {
    return {
      client: 'pg',
      connection: database,
      pluginDivisionMode: 'schema',
      ensureSchemaExists: true,
    };
  }
  throw new Error(
    `"${database}" is no database: say sqlite or postgresql://user:password@host:port/name`,
  );
}
