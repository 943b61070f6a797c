import { setTimeout as delay } from 'node:timers/promises';
import { countLines, exportThroughPortal } from './lib/readExport.mjs';
import { residentMegabytes } from './lib/residentMegabytes.mjs';
import { exportedQuery, withManyRows } from './lib/withManyRows.mjs';

const rows = 500_000;

/** Growth above what the backend holds when a small export has woken it up. */
export const export500kMemory = {
  name: 'export_500k_memory_mb',
  title: 'growth of the backend while 500,000 rows are exported as CSV',
  run: () =>
    withManyRows(rows, async ({ backendUrl, tokenOf, services }) => {
      const backend = services.find(({ name }) => name === 'backend');
      const token = await tokenOf('user:default/sam.okafor');
      const run = query => exportThroughPortal({ backendUrl, token, query });
      await countLines(await run(`${exportedQuery} LIMIT 12000`));
      await delay(3_000);
      const before = residentMegabytes(backend.pid);
      let most = before;
      const watch = setInterval(() => {
        most = Math.max(most, residentMegabytes(backend.pid));
      }, 50);
      try {
        const { lines, bytes } = await countLines(await run(exportedQuery));
        if (lines !== rows + 1)
          throw new Error(`The export has ${lines} lines`);
        return {
          value: most - before,
          unit: 'MB',
          goal: 100,
          notes: {
            before: Math.round(before),
            megabytesOfCsv: Math.round(bytes / 1_000_000),
          },
        };
      } finally {
        clearInterval(watch);
      }
    }),
};
