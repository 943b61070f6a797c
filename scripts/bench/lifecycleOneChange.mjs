import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRepository } from '../lib/repository.mjs';
import { bareLifecycle } from './lib/bareLifecycle.mjs';
import { callThatFindsNothing } from './lib/callThatFindsNothing.mjs';
import { bareConnection } from './lib/orgControl.mjs';
import { median, sideBySide, timed } from './lib/median.mjs';
import { runLifecycle } from './lib/runLifecycle.mjs';
import { withDemo } from './lib/withDemo.mjs';

const require = createRequire(inRepository('plugins/salesforce-backend/'));

export const lifecycleOneChange = {
  name: 'lifecycle_one_change',
  title:
    'submit, review and run of a one-change request against the bare calls and statements it needs',
  run: () =>
    withDemo({ database: 'sqlite', data: 'demo' }, async demo => {
      const employee = await demo.as('erin.walsh');
      const approver = await demo.as('tom.becker');
      const bare = await bareConnection(demo.orgUrl);
      const database = await bareDatabase();
      try {
        let turn = 0;
        const { value, floor } = await sideBySide({
          rounds: 30,
          value: () => {
            turn += 1;
            return runLifecycle({
              employee,
              approver,
              title: `Account Executive ${turn}`,
            });
          },
          floor: () =>
            bareLifecycle({
              knex: database.knex,
              connection: bare,
              username: 'erin.walsh@acme.com',
              title: `Account Executive, bare ${turn}`,
            }),
        });
        return {
          value,
          unit: 'ms',
          floor,
          goal: 2,
          // What the host takes to let somebody in, of which there are two.
          notes: { callThatFindsNothing: await emptyCall(employee) },
        };
      } finally {
        await database.end();
      }
    }),
};

/** Milliseconds of what the host takes to let somebody in. */
async function emptyCall(employee) {
  const spent = [];
  for (let round = 0; round < 20; round += 1) {
    spent.push(await timed(() => employee.call('GET', callThatFindsNothing)));
  }
  return Math.round(median(spent));
}

/** A database of the same kind as the demo's, with the same tables. */
async function bareDatabase() {
  const directory = mkdtempSync(join(tmpdir(), 'salesdesk-bench-floor-'));
  const knex = require('knex')({
    client: 'better-sqlite3',
    connection: { filename: join(directory, 'salesforce.sqlite') },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      // as the host opens its databases, and the plugin keeps its own
      afterCreate: (connection, done) => {
        connection.pragma('foreign_keys = ON');
        connection.pragma('journal_mode = WAL');
        done(null, connection);
      },
    },
  });
  await knex.migrate.latest({
    directory: inRepository('plugins/salesforce-backend/migrations'),
  });
  await knex('salesforce_audit_head').insert({
    id: 1,
    log_id: 'floor',
    sequence: 0,
    hash: '0'.repeat(64),
  });
  return {
    knex,
    end: async () => {
      await knex.destroy();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
