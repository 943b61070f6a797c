import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../lib/repository.mjs';
import { startPostgres } from '../lib/startPostgres.mjs';
import { bareLifecycle } from './lib/bareLifecycle.mjs';
import { median, timed } from './lib/median.mjs';
import { bareConnection } from './lib/orgControl.mjs';
import { callThatFindsNothing } from './lib/callThatFindsNothing.mjs';
import { runLifecycle } from './lib/runLifecycle.mjs';
import { withDemo } from './lib/withDemo.mjs';

const require = createRequire(inRepository('plugins/salesforce-backend/'));

/** Who asks for themselves, each one after the other, all side by side. */
const people = ['erin.walsh', 'priya.raman', 'sam.okafor'];
const perPerson = 4;
const rounds = 3;

export const lifecycleThroughput = {
  name: 'lifecycle_throughput',
  title:
    'milliseconds per request (submit, review, run, audit log) of three people side by side, on PostgreSQL, against the bare calls and statements',
  run: async () => {
    const artifacts = inRepository('artifacts');
    mkdirSync(artifacts, { recursive: true });
    const directory = mkdtempSync(join(artifacts, 'bench-'));
    const postgres = await startPostgres({
      log: join(directory, 'postgres.log'),
      durable: true,
    });
    try {
      return await withDemo({ database: postgres.url, data: 'demo' }, demo =>
        measure(demo, postgres.url),
      );
    } finally {
      await postgres.end();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

async function measure(demo, databaseUrl) {
  const approver = await demo.as('tom.becker');
  const employees = await Promise.all(people.map(demo.as));
  const connection = await bareConnection(demo.orgUrl);
  const knex = await bareDatabase(databaseUrl);
  let turn = 0;
  // What the people spend, shared among them: how often one looks whether a
  // request is done is not part of it.
  const each = async work => {
    let spent = 0;
    await Promise.all(
      people.map(async (person, index) => {
        for (let i = 0; i < perPerson; i++) {
          turn += 1;
          const title = `Executive ${turn}`;
          spent += await timed(() => work({ person, index, title }));
        }
      }),
    );
    return spent / people.length / (people.length * perPerson);
  };
  try {
    const values = [];
    const floors = [];
    for (let round = -1; round < rounds; round++) {
      const value = await each(({ index, title }) =>
        runLifecycle({ employee: employees[index], approver, title }),
      );
      const floor = await each(({ person, title }) =>
        bareLifecycle({
          knex,
          connection,
          username: `${person}@acme.com`,
          title,
        }),
      );
      if (round >= 0) {
        values.push(value);
        floors.push(floor);
      }
    }
    const letIn = await each(async ({ index }) => {
      for (let call = 0; call < 2; call++) {
        await employees[index].call('GET', callThatFindsNothing);
      }
    });
    return {
      value: median(values),
      unit: 'ms/request',
      floor: median(floors),
      goal: 2,
      // What the host takes to let somebody in twice: to submit, and to review.
      notes: { twoCallsThatFindNothing: Math.round(letIn * 10) / 10 },
    };
  } finally {
    await knex.destroy();
  }
}

/** The same tables, in a schema of their own on the same PostgreSQL. */
async function bareDatabase(url) {
  const knex = require('knex')({
    client: 'pg',
    connection: url,
    searchPath: ['bare'],
    pool: { min: 0, max: 10 },
  });
  await knex.raw('create schema bare');
  await knex.migrate.latest({
    directory: inRepository('plugins/salesforce-backend/migrations'),
  });
  await knex('salesforce_audit_head').insert({
    id: 1,
    log_id: 'floor',
    sequence: 0,
    hash: '0'.repeat(64),
  });
  return knex;
}
