import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePrograms } from '../lib/bundlePrograms.mjs';
import { inRepository } from '../lib/repository.mjs';
import { startPostgres } from '../lib/startPostgres.mjs';
import { sideBySide } from './lib/median.mjs';
import { withDemo } from './lib/withDemo.mjs';

const require = createRequire(inRepository('plugins/salesforce-backend/'));

const requests = 100_000;
const auditEntries = 1_000_000;
const pageSize = 50;
const rounds = 40;

export const listPage1000 = {
  name: 'list_page_1000_vs_1',
  title:
    'page 1,000 of a list against its first page, with 100,000 requests and a million audit entries',
  run: () =>
    withLists(async ({ admin, auditor }) => {
      const lists = {
        newest: [admin, '/requests?order=newest'],
        oldest: [admin, '/requests?order=oldest'],
        updated: [admin, '/requests?order=updated'],
        succeeded: [admin, '/requests?state=succeeded'],
        audit: [auditor, '/audit/entries?'],
      };
      return worst({
        goal: 1.3,
        figures: await eachOf(lists, async ([person, path]) => {
          const cursor = await cursorOfPage(1_000, person, path);
          return {
            value: () => page(person, path, cursor),
            floor: () => page(person, path),
          };
        }),
      });
    }),
};

export const listConditional = {
  name: 'list_conditional_vs_plain',
  title:
    'a page of what a condition lets somebody see against a page for who sees everything, with 100,000 requests',
  run: () =>
    withLists(async ({ admin, as }) => {
      const employee = await as('erin.walsh');
      const paths = {
        newest: '/requests?order=newest',
        oldest: '/requests?order=oldest',
        updated: '/requests?order=updated',
        succeeded: '/requests?state=succeeded',
      };
      return worst({
        goal: 1.5,
        figures: await eachOf(paths, path => ({
          value: () => page(employee, path),
          floor: () => page(admin, path),
        })),
      });
    }),
};

async function eachOf(lists, measure) {
  const figures = {};
  for (const [name, list] of Object.entries(lists)) {
    figures[name] = await sideBySide({ rounds, ...(await measure(list)) });
  }
  return figures;
}

/** The list with the worst ratio speaks for all; the others stand in the notes. */
function worst({ figures, goal }) {
  const ratio = ({ value, floor }) => value / floor;
  const [one] = Object.values(figures).sort((a, b) => ratio(b) - ratio(a));
  return {
    ...one,
    unit: 'ms',
    goal,
    notes: Object.fromEntries(
      Object.entries(figures).map(([name, figure]) => [
        name,
        Math.round(ratio(figure) * 100) / 100,
      ]),
    ),
  };
}

async function page(person, path, cursor) {
  const { items } = await person.call(
    'GET',
    `${path}&limit=${pageSize}${cursor ? `&cursor=${cursor}` : ''}`,
  );
  if (items.length !== pageSize) {
    throw new Error(`${path} answered ${items.length} rows`);
  }
}

/** Pages as a person would, in bigger steps. */
async function cursorOfPage(number, person, path) {
  const step = 200;
  let behind = (number - 1) * pageSize;
  let cursor;
  while (behind > 0) {
    const limit = Math.min(step, behind);
    const answer = await person.call(
      'GET',
      `${path}&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`,
    );
    cursor = answer.nextCursor;
    behind -= limit;
  }
  return cursor;
}

/** A demo on PostgreSQL whose lists are filled by the database itself. */
async function withLists(measure) {
  const artifacts = inRepository('artifacts');
  mkdirSync(artifacts, { recursive: true });
  const directory = mkdtempSync(join(artifacts, 'bench-'));
  const postgres = await startPostgres({
    log: join(directory, 'postgres.log'),
  });
  try {
    await bundlePrograms({
      entryPoints: [
        'plugins/salesforce-backend/src/__testUtils__/bench/parts.ts',
      ],
      directory,
    });
    const { seedLists } = require(join(directory, 'parts.js'));
    const database = postgres.url;
    return await withDemo({ database, data: 'demo' }, async demo => {
      const knex = require('knex')({
        client: 'pg',
        connection: database,
        searchPath: ['salesforce'],
      });
      try {
        await seedLists(knex, { requests, auditEntries });
        // Half of all requests are Erin's, who sees her own.
        await knex('salesforce_requests')
          .whereRaw('number % 2 = 0')
          .update({ requester_ref: 'user:default/erin.walsh' });
        await knex.raw('vacuum (analyze) salesforce_requests');
      } finally {
        await knex.destroy();
      }
      return measure({
        as: demo.as,
        admin: await demo.as('sam.okafor'),
        auditor: await demo.as('ines.duarte'),
      });
    });
  } finally {
    await postgres.end();
    rmSync(directory, { recursive: true, force: true });
  }
}
