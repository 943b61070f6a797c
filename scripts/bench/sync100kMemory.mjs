import { setTimeout as delay } from 'node:timers/promises';
import { residentMegabytes } from './lib/residentMegabytes.mjs';
import { syncInventory } from './lib/syncInventory.mjs';
import { withDemo } from './lib/withDemo.mjs';

/** 100,000 users, each with about four permission sets and a profile's own. */
export const sync100kMemory = {
  name: 'sync_100k_memory_mb',
  title:
    'growth of the backend while 100,000 users with 500,000 assignments are synced',
  run: () =>
    withDemo(
      {
        database: 'sqlite',
        data: 'generate:100000',
        config: { salesforce: { inventory: { apiCallBudget: 5000 } } },
      },
      async ({ as, services }) => {
        const backend = services.find(({ name }) => name === 'backend');
        const admin = await as('sam.okafor');
        await admin.call('GET', '/orgs/acme');
        await delay(3_000);
        const before = residentMegabytes(backend.pid);
        let most = before;
        const watch = setInterval(() => {
          most = Math.max(most, residentMegabytes(backend.pid));
        }, 50);
        try {
          const sync = await syncInventory(admin, 'full');
          return {
            value: most - before,
            unit: 'MB',
            goal: 300,
            notes: {
              before: Math.round(before),
              rows: sync.rows,
              apiCalls: sync.apiCalls,
              seconds: Math.round(
                (Date.parse(sync.finishedAt) - Date.parse(sync.startedAt)) /
                  1000,
              ),
            },
          };
        } finally {
          clearInterval(watch);
        }
      },
    ),
};
